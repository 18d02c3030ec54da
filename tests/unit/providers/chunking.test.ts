import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StreamEvent, Usage } from '../../../lib/domain/stream-event';
import { createNetworkProvider } from '../../../lib/providers/create-network-provider';
import {
  collect,
  configFor,
  type NetworkKind,
  requestFor,
  summary,
} from '../../support/fake-provider/provider-rig';
import { readFixture } from '../../support/fake-provider/read-fixture';

interface Fixture {
  readonly kind: NetworkKind;
  readonly text: string;
  readonly reasoning?: string;
  readonly last: object;
  readonly usage?: Usage;
}

const COMPLETE = { type: 'end', reason: 'complete' };

const FIXTURES: Readonly<Record<string, Fixture>> = {
  'chat-completions/docs-plain.sse': { kind: 'openai-compatible', text: 'Hello', last: COMPLETE },
  'chat-completions/openrouter-comments.sse': {
    kind: 'openai-compatible',
    text: 'Hello',
    reasoning: 'Thinking of a greeting',
    last: COMPLETE,
    usage: { inputTokens: 9, outputTokens: 2, cachedInputTokens: 1, reasoningTokens: 1 },
  },
  'chat-completions/openrouter-error.sse': {
    kind: 'openai-compatible',
    text: 'Hello',
    last: {
      type: 'error',
      error: { kind: 'server-error', host: 'fake.example', detail: 'Provider disconnected unexpectedly' },
    },
  },
  'chat-completions/mistral-parts.sse': {
    kind: 'openai-compatible',
    text: 'Hello',
    reasoning: 'A greeting.',
    last: COMPLETE,
    usage: { inputTokens: 9, outputTokens: 2 },
  },
  'chat-completions/oddities.sse': {
    kind: 'openai-compatible',
    text: 'Grüße, 你好 👩‍👩‍👧‍👦 <think>kept</think>',
    reasoning: 'Grüße?',
    last: COMPLETE,
  },
  'chat-completions/no-finish-reason.sse': {
    kind: 'openai-compatible',
    text: 'Hello there',
    last: { type: 'error', error: { kind: 'stream-broken', host: 'fake.example' } },
  },
  'responses/docs-plain.sse': {
    kind: 'openai',
    text: 'Hi there! How can I assist you today?',
    last: COMPLETE,
    usage: { inputTokens: 37, outputTokens: 11, reasoningTokens: 0 },
  },
  'responses/failed.sse': {
    kind: 'openai',
    text: 'Hello',
    last: {
      type: 'error',
      error: { kind: 'server-error', host: 'fake.example', detail: 'The model failed to generate a response.' },
    },
  },
  'responses/oddities.sse': {
    kind: 'openai',
    text: 'Grüße, 你好 👩‍👩‍👧‍👦',
    reasoning: 'First.\n\nSecond.',
    last: COMPLETE,
  },
  'messages/docs-basic.sse': {
    kind: 'anthropic',
    text: 'Hello!',
    last: COMPLETE,
    usage: { inputTokens: 25, outputTokens: 15 },
  },
  'messages/docs-thinking.sse': {
    kind: 'anthropic',
    text: '27 * 453 = 12,231',
    reasoning: 'Let me solve this step by step:\n\n1. First break down 27 * 453',
    last: COMPLETE,
  },
  'messages/docs-error.sse': {
    kind: 'anthropic',
    text: 'Hello',
    last: { type: 'error', error: { kind: 'overloaded', host: 'fake.example', detail: 'Overloaded' } },
    usage: { inputTokens: 25, outputTokens: 1 },
  },
  'messages/oddities.sse': {
    kind: 'anthropic',
    text: 'Grüße, 你好 👩‍👩‍👧‍👦',
    last: COMPLETE,
    usage: { outputTokens: 3 },
  },
};

/** Runs a fixture through the real SDK; only the network is replaced, by a body that comes in the given pieces. */
async function deliver(kind: NetworkKind, chunks: readonly Uint8Array[]): Promise<StreamEvent[]> {
  const fakeFetch = async (): Promise<Response> =>
    new Response(streamOf(chunks), { headers: { 'content-type': 'text/event-stream' } });
  const config = configFor(kind, 'https://fake.example', 'claude-3-5-haiku');
  return await collect(
    createNetworkProvider({ config, key: 'k-123456', fetch: fakeFetch }),
    requestFor(config.model),
  );
}

function streamOf(chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  const rest = [...chunks];
  return new ReadableStream({
    pull(controller) {
      const next = rest.shift();
      if (next) controller.enqueue(next);
      else controller.close();
    },
  });
}

function splitAt(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const edges = [0, ...[...new Set(cuts)].sort((a, b) => a - b), bytes.length];
  return edges.slice(1).map((edge, index) => bytes.slice(edges[index], edge));
}

describe.each(Object.entries(FIXTURES))('%s', (file, expected) => {
  const bytes = new TextEncoder().encode(readFixture(file));

  test('opens with its source and decodes as it should', async () => {
    expect(readFixture(file)).toMatch(/^: (source|constructed)/);
    const events = await deliver(expected.kind, [bytes]);
    const { text, reasoning, last } = summary(events);
    expect({ text, reasoning, last }).toEqual({
      text: expected.text,
      reasoning: expected.reasoning ?? '',
      last: expected.last,
    });
    const usage = Object.assign(
      {},
      ...events.map((event) => (event.type === 'usage' ? event.usage : {})),
    ) as Usage;
    expect(usage).toEqual(expected.usage ?? {});
  });

  test('gives the same events byte by byte, with CRLF or CR line ends, and for every split in two', async () => {
    const whole = await deliver(expected.kind, [bytes]);
    const oneByOne = splitAt(bytes, [...bytes.keys()].slice(1));
    expect(summary(await deliver(expected.kind, oneByOne))).toEqual(summary(whole));
    for (const lineEnd of ['\r\n', '\r']) {
      const other = new TextEncoder().encode(readFixture(file).replaceAll('\n', lineEnd));
      expect(await deliver(expected.kind, [other])).toEqual(whole);
      expect(await deliver(expected.kind, splitAt(other, [...other.keys()].slice(1)))).toEqual(whole);
    }
    for (let cut = 1; cut < bytes.length; cut++) {
      expect(await deliver(expected.kind, splitAt(bytes, [cut])), `cut at ${cut}`).toEqual(whole);
    }
  });

  test('gives the same events for random splits', async () => {
    const whole = await deliver(expected.kind, [bytes]);
    const cuts = fc.array(fc.integer({ min: 1, max: bytes.length - 1 }), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(cuts, async (places) => {
        expect(await deliver(expected.kind, splitAt(bytes, places))).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });
});
