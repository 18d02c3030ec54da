import { describe, expect, test } from 'vitest';
import type { ModelParameters } from '../../../lib/domain/model-parameters';
import { createNetworkProvider } from '../../../lib/providers/create-network-provider';
import { toOllamaRequest } from '../../../lib/providers/ollama/to-wire';
import {
  collect,
  configFor,
  type NetworkKind,
  requestFor,
  summary,
} from '../../support/fake-provider/provider-rig';
import { readFixture } from '../../support/fake-provider/read-fixture';

type Kind = Exclude<NetworkKind, 'ollama'>;

const OK: Readonly<Record<Kind, string>> = {
  openai: 'responses/docs-plain.sse',
  anthropic: 'messages/docs-basic.sse',
  'openai-compatible': 'chat-completions/docs-plain.sse',
};

/** What of a request's body says how it is to be answered. */
async function fieldsOf(
  kind: Kind,
  parameters: ModelParameters,
  { model = 'm', preset = null }: { readonly model?: string; readonly preset?: string | null } = {},
) {
  let sent: Record<string, unknown> = {};
  const fakeFetch = async (_input: unknown, init?: RequestInit): Promise<Response> => {
    sent = JSON.parse(String(init?.body)) as Record<string, unknown>;
    return new Response(readFixture(OK[kind]), { headers: { 'content-type': 'text/event-stream' } });
  };
  const config = { ...configFor(kind, 'https://model.example'), preset };
  const provider = createNetworkProvider({ config, key: 'k-123456', fetch: fakeFetch });
  const { last } = summary(await collect(provider, { ...requestFor(model), parameters }));
  expect(last).toMatchObject({ type: 'end' });
  const {
    model: _m,
    messages: _a,
    input: _b,
    system: _c,
    instructions: _d,
    stream: _e,
    store: _f,
    ...fields
  } = sent;
  const { stream_options: _g, cache_control: _h, include: _i, ...asked } = fields;
  return asked;
}

const COMMON = { temperature: 0.3, topP: 0.9, maxTokens: 512, stop: ['END'] } as const;

describe('parameters on the wire', () => {
  test('Chat Completions', async () => {
    expect(await fieldsOf('openai-compatible', COMMON)).toEqual({
      temperature: 0.3,
      top_p: 0.9,
      max_tokens: 512,
      stop: ['END'],
    });
    expect(await fieldsOf('openai-compatible', {})).toEqual({});
  });

  test('Responses', async () => {
    const asked = { ...COMMON, effort: 'high' } as const;
    expect(await fieldsOf('openai', asked, { model: 'gpt-5.2' })).toEqual({
      temperature: 0.3,
      top_p: 0.9,
      max_output_tokens: 512,
      reasoning: { effort: 'high', summary: 'auto' },
    });
    expect(await fieldsOf('openai', { effort: 'low' }, { model: 'my-own' })).toEqual({
      reasoning: { effort: 'low' },
    });
    expect(await fieldsOf('openai', {}, { model: 'gpt-4o' })).toEqual({});
  });

  test('Messages', async () => {
    const model = 'claude-haiku-4-5';
    expect(await fieldsOf('anthropic', COMMON, { model })).toEqual({
      temperature: 0.3,
      top_p: 0.9,
      max_tokens: 512,
      stop_sequences: ['END'],
    });
    expect(await fieldsOf('anthropic', {}, { model })).toEqual({ max_tokens: 64_000 });
  });

  test('Anthropic’s thinking by budget, always less than the answer', async () => {
    const model = 'claude-haiku-4-5';
    const thinking = async (parameters: ModelParameters) =>
      (await fieldsOf('anthropic', parameters, { model }))['thinking'];
    expect(await thinking({ thinkingTokens: 8192 })).toEqual({ type: 'enabled', budget_tokens: 8192 });
    expect(await thinking({ thinkingTokens: 8192, maxTokens: 4096 })).toEqual({
      type: 'enabled',
      budget_tokens: 4095,
    });
    expect(await thinking({ thinkingTokens: 8192, maxTokens: 1000 })).toEqual({ type: 'disabled' });
    expect(await thinking({ thinkingTokens: 0 })).toEqual({ type: 'disabled' });
    expect(await thinking({})).toBeUndefined();
  });

  test('Anthropic’s thinking by a word, with its thoughts shown', async () => {
    const model = 'claude-opus-4-8';
    expect(await fieldsOf('anthropic', { effort: 'max' }, { model })).toEqual({
      max_tokens: 128_000,
      thinking: { type: 'adaptive', display: 'summarized' },
      output_config: { effort: 'max' },
    });
    expect(await fieldsOf('anthropic', { effort: 'none' }, { model })).toEqual({
      max_tokens: 128_000,
      thinking: { type: 'disabled' },
    });
  });

  test.each<[string | null, object, object]>([
    [null, { reasoning_effort: 'high' }, { reasoning_effort: 'none' }],
    ['groq', { reasoning_effort: 'high' }, { reasoning_effort: 'none' }],
    ['openrouter', { reasoning: { effort: 'high' } }, { reasoning: { effort: 'none' } }],
    ['together', { reasoning: { enabled: true }, reasoning_effort: 'high' }, { reasoning: { enabled: false } }],
    ['deepseek', { thinking: { type: 'enabled' }, reasoning_effort: 'high' }, { thinking: { type: 'disabled' } }],
    [
      'llama-cpp',
      { chat_template_kwargs: { enable_thinking: true, reasoning_effort: 'high' }, reasoning_effort: 'high' },
      { chat_template_kwargs: { enable_thinking: false } },
    ],
  ])('how %s is told to think, and not to', async (preset, thinks, not) => {
    expect(await fieldsOf('openai-compatible', { effort: 'high' }, { preset })).toEqual(thinks);
    expect(await fieldsOf('openai-compatible', { effort: 'none' }, { preset })).toEqual(not);
  });

  test('OpenAI’s models that think have a newer field for the length, elsewhere too', async () => {
    const asked = { maxTokens: 9 };
    expect(await fieldsOf('openai-compatible', asked, { preset: 'azure', model: 'o3' })).toEqual({
      max_completion_tokens: 9,
    });
    expect(await fieldsOf('openai-compatible', asked, { preset: 'azure', model: 'gpt-4o' })).toEqual({
      max_tokens: 9,
    });
    expect(await fieldsOf('openai-compatible', asked, { preset: 'cerebras' })).toEqual({
      max_completion_tokens: 9,
    });
  });

  test('Ollama, whose options stand apart', () => {
    const asked = (parameters: ModelParameters, thinks = true) =>
      toOllamaRequest({ ...requestFor('m'), parameters }, { numCtx: 4096, thinks });
    expect(asked({ ...COMMON, effort: 'xhigh' })).toMatchObject({
      options: { num_ctx: 4096, temperature: 0.3, top_p: 0.9, num_predict: 512, stop: ['END'] },
      think: 'high',
    });
    expect(asked({ effort: 'none' })).toMatchObject({ think: false, options: { num_ctx: 4096 } });
    expect(asked({})).toMatchObject({ think: true });
    expect(asked({ effort: 'high' }, false)).not.toHaveProperty('think');
  });
});
