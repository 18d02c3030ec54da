import { afterAll, beforeAll, expect, test } from 'vitest';
import { allowedMaxTokens } from '../../../../lib/providers/anthropic/max-tokens';
import { createNetworkProvider } from '../../../../lib/providers/create-network-provider';
import { collect, configFor, requestFor, summary } from '../../../support/fake-provider/provider-rig';
import { type FakeProvider, startFakeProvider } from '../../../support/fake-provider/start-fake-provider';

let server: FakeProvider;
beforeAll(async () => void (server = await startFakeProvider()));
afterAll(async () => await server.close());

/** Asks once and gives the requests that made, by path, and the max_tokens of each question. */
async function ask(model: string): Promise<{ paths: string[]; maxTokens: unknown[] }> {
  const before = server.requests.length;
  await collect(
    createNetworkProvider({ config: configFor('anthropic', server.url), key: 'k-1234' }),
    requestFor(model),
  );
  const made = server.requests.slice(before);
  const questions = made.filter(({ method }) => method === 'POST');
  return {
    paths: made.map(({ path }) => path),
    maxTokens: questions.map(({ body }) => (body as { max_tokens: unknown }).max_tokens),
  };
}

test.each([
  ['claude-3-haiku-20240307', 4_096],
  ['claude-3-5-sonnet-latest', 8_192],
  ['claude-3-7-sonnet-20250219', 64_000],
  ['claude-opus-4-20250514', 32_000],
  ['claude-opus-4-1-20250805', 32_000],
  ['claude-opus-4-1', 32_000],
  ['claude-sonnet-4-20250514', 64_000],
  ['claude-sonnet-4-5-20250929', 64_000],
  ['claude-haiku-4-5', 64_000],
  ['claude-opus-4-5', 64_000],
  ['claude-opus-4-8', 128_000],
  ['claude-sonnet-5-5', 128_000],
  ['claude-haiku-5-5', 128_000],
])('%s is asked for its documented maximum of %i, without a look-up', async (model, expected) => {
  expect(await ask(model)).toEqual({ paths: ['/v1/messages'], maxTokens: [expected] });
});

test('an unknown model is looked up once and its maximum kept', async () => {
  const lookUp = '/v1/models/claude-knows-its-maximum';
  expect(await ask('claude-knows-its-maximum')).toEqual({ paths: [lookUp, '/v1/messages'], maxTokens: [12_345] });
  expect(await ask('claude-knows-its-maximum')).toEqual({ paths: ['/v1/messages'], maxTokens: [12_345] });
});

test('a model that nobody knows is asked for what is safe everywhere', async () => {
  expect(await ask('unheard-of')).toEqual({
    paths: ['/v1/models/unheard-of', '/v1/messages'],
    maxTokens: [8_192],
  });
});

test('a maximum that the API names in its refusal is used at once and kept', async () => {
  const asked: number[] = [];
  const fakeFetch = async (_input: unknown, init?: RequestInit): Promise<Response> => {
    const { max_tokens } = JSON.parse(String(init?.body)) as { max_tokens: number };
    asked.push(max_tokens);
    if (max_tokens > 2048) {
      const message = `max_tokens: ${max_tokens} > 2048, which is the maximum allowed number of output tokens for m`;
      return Response.json({ type: 'error', error: { type: 'invalid_request_error', message } }, { status: 400 });
    }
    const events = [
      { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'ok' } },
      { type: 'message_stop' },
    ];
    const body = events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join('');
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  };
  const config = configFor('anthropic', 'https://fake.example');
  const provider = createNetworkProvider({ config, key: 'k-1234', fetch: fakeFetch });
  for (let round = 0; round < 2; round++) {
    const events = await collect(provider, requestFor('claude-3-opus-20240229'));
    expect(summary(events)).toMatchObject({ text: 'ok', last: { type: 'end', reason: 'complete' } });
  }
  expect(asked).toEqual([4096, 2048, 2048]);
});

test.each([
  ['max_tokens: 10000 > 4096, which is the maximum allowed number of output tokens for claude-3-5-sonnet', 4096],
  ['input length and `max_tokens` exceed context limit: 190000 + 32000 > 200000, decrease input length', 10_000],
  ['input length and `max_tokens` exceed context limit: 210000 + 32000 > 200000, decrease input length', null],
  ['prompt is too long: 210000 tokens > 200000 maximum', null],
  ['messages: at least one message is required', null],
])('reads the allowed maximum out of "%s"', (sentence, expected) => {
  expect(allowedMaxTokens(sentence)).toBe(expected);
});
