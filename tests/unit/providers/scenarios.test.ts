import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChatError } from '../../../lib/domain/errors';
import type { EndReason, StreamEvent } from '../../../lib/domain/stream-event';
import { createNetworkProvider } from '../../../lib/providers/create-network-provider';
import { TOOL_NOTE, WINDOW_NOTE } from '../../../lib/providers/network/wire-decoder';
import {
  collect,
  configFor,
  NETWORK_KINDS,
  type NetworkKind,
  requestFor,
  summary,
} from '../../support/fake-provider/provider-rig';
import { type FakeProvider, startFakeProvider } from '../../support/fake-provider/start-fake-provider';
import { CHART, LONG, MARKDOWN, PLAIN, UNICODE } from '../../support/fake-provider/texts';

const KEY = 'sk-test-0123456789abcdef';
const HALF = 'The lighthouse was built in';
let server: FakeProvider;

beforeAll(async () => void (server = await startFakeProvider()));
afterAll(async () => await server.close());

async function run(kind: NetworkKind, model: string, stallMs = 10_000): Promise<StreamEvent[]> {
  const provider = createNetworkProvider({ config: configFor(kind, server.url), key: KEY, stallMs });
  return await collect(provider, requestFor(model, 'Grüße, 你好 👩‍👩‍👧‍👦?'));
}

interface Expected {
  readonly text?: string;
  readonly reasoning?: string;
  readonly end?: EndReason;
  readonly note?: string;
  readonly error?: Partial<ChatError>;
}

const SAME: Readonly<Record<string, Expected>> = {
  plain: { text: PLAIN, end: 'complete' },
  long: { text: LONG, end: 'complete' },
  markdown: { text: MARKDOWN, end: 'complete' },
  chart: { text: CHART, end: 'complete' },
  unicode: { text: UNICODE, end: 'complete' },
  echo: { text: 'Grüße, 你好 👩‍👩‍👧‍👦?', end: 'complete' },
  think: { text: PLAIN, reasoning: 'The page names a year.', end: 'complete' },
  comments: { text: PLAIN, end: 'complete' },
  'byte-order-mark': { text: PLAIN, end: 'complete' },
  'no-type': { text: PLAIN, end: 'complete' },
  length: { text: 'The lighthouse was built', end: 'length' },
  'tool-call': { text: 'Let me look that up.', end: 'complete', note: TOOL_NOTE },
  'tool-only': { text: '', end: 'complete', note: TOOL_NOTE },
  empty: { error: { kind: 'empty-answer' } },
  cut: { text: HALF, error: { kind: 'stream-broken' } },
  'cut-early': { error: { kind: 'stream-broken' } },
  'nothing-200': { error: { kind: 'stream-broken' } },
  'no-content': { error: { kind: 'not-a-stream', status: 204 } },
  reset: { text: HALF, error: { kind: 'stream-broken' } },
  'malformed-json': { text: 'The lighthouse', error: { kind: 'stream-broken' } },
  'error-in-stream': { text: 'The lighthouse was ', error: { kind: 'overloaded', detail: 'Overloaded' } },
  'html-200': { error: { kind: 'not-a-stream', status: 200, detail: 'Welcome' } },
  'json-200': { error: { kind: 'not-a-stream', status: 200 } },
  'no-type-html': { error: { kind: 'not-a-stream' } },
  'error-400': { error: { kind: 'bad-request', status: 400, detail: 'The fake provider answers 400.' } },
  'error-401': { error: { kind: 'unauthorized', status: 401 } },
  'error-402': { error: { kind: 'payment-required', status: 402 } },
  'error-403': { error: { kind: 'forbidden', status: 403 } },
  'error-404': { error: { kind: 'not-found', status: 404 } },
  'error-408': { error: { kind: 'timeout', status: 408 } },
  'error-409': { error: { kind: 'server-error', status: 409 } },
  'error-413': { error: { kind: 'context-length', status: 413 } },
  'error-422': { error: { kind: 'bad-request', status: 422 } },
  'error-429': { error: { kind: 'rate-limited', status: 429 } },
  'error-429-seconds': { error: { kind: 'rate-limited', retryAfter: 7 } },
  'error-429-absurd': { error: { kind: 'rate-limited', retryAfter: 604_800 } },
  'error-500': { error: { kind: 'server-error', status: 500 } },
  'error-500-html': { error: { kind: 'server-error', status: 500, detail: '500 Internal Server Error' } },
  'error-502': { error: { kind: 'server-error', status: 502 } },
  'error-503': { error: { kind: 'overloaded', status: 503 } },
  'error-504': { error: { kind: 'server-error', status: 504 } },
  'error-529': { error: { kind: 'overloaded', status: 529 } },
  'too-long': { error: { kind: 'context-length', status: 400 } },
  'no-such-model': {
    error: { kind: 'not-found', status: 404, detail: 'The model no-such-model does not exist.' },
  },
};

/** Where the APIs themselves differ. */
const OWN: Readonly<Record<NetworkKind, Readonly<Record<string, Expected>>>> = {
  openai: {
    filter: { text: 'The lighthouse', end: 'filtered' },
    refusal: { text: 'I can’t help with that.', end: 'refused' },
    'error-429-quota': { error: { kind: 'payment-required', status: 429 } },
    'json-error-200': { error: { kind: 'payment-required', detail: 'Insufficient credits.' } },
  },
  'openai-compatible': {
    filter: { text: 'The lighthouse', end: 'filtered' },
    refusal: { text: 'I can’t help with that.', end: 'refused' },
    'think-tags': { text: PLAIN, reasoning: 'The page names a year.', end: 'complete' },
    'error-429-quota': { error: { kind: 'payment-required', status: 429 } },
    'json-error-200': { error: { kind: 'payment-required', detail: 'Insufficient credits.' } },
  },
  anthropic: {
    refusal: { text: '', end: 'refused' },
    pause: { text: 'The lighthouse was', end: 'interrupted' },
    window: { text: 'The lighthouse was built', end: 'length', note: WINDOW_NOTE },
    'json-error-200': { error: { kind: 'payment-required', detail: 'Insufficient credits.' } },
  },
  ollama: {
    'think-tags': { text: PLAIN, reasoning: 'The page names a year.', end: 'complete' },
    // Its errors have no names.
    'error-in-stream': { text: 'The lighthouse was ', error: { kind: 'server-error', detail: 'Overloaded' } },
    'json-error-200': { error: { kind: 'server-error', detail: 'Insufficient credits.' } },
  },
};

describe.each(NETWORK_KINDS)('%s', (kind) => {
  test.each(Object.entries({ ...SAME, ...OWN[kind] }))('%s', async (model, expected) => {
    const events = await run(kind, model);
    const { text, reasoning, last, terminals } = summary(events);
    expect(terminals).toBe(1);
    expect(text).toBe(expected.text ?? '');
    expect(reasoning).toBe(expected.reasoning ?? '');
    if (expected.error) {
      const host = new URL(server.url).host;
      expect(last).toEqual({
        type: 'error',
        error: expect.objectContaining({ host, ...expected.error }) as ChatError,
      });
    } else {
      expect(last).toEqual({
        type: 'end',
        reason: expected.end,
        ...(expected.note === undefined ? {} : { note: expected.note }),
      });
    }
    expect(JSON.stringify(events)).not.toContain(KEY);
  });

  test.each(['stall', 'stall-early', 'stall-headers'])('%s is a timeout that keeps what came', async (model) => {
    const { text, last } = summary(await run(kind, model, 150));
    expect(text).toBe(model === 'stall' ? HALF : '');
    expect(last).toMatchObject({ type: 'error', error: { kind: 'timeout' } });
  });

  test('an error page without end is cut, not swallowed whole', async () => {
    const before = server.requests.length;
    const { last } = summary(await run(kind, 'error-500-endless'));
    await server.until((all) => all.slice(before).some((request) => request.aborted));
    expect(last).toMatchObject({ type: 'error', error: { kind: 'server-error', status: 500 } });
    if (last?.type !== 'error') throw new Error('no error');
    expect(last.error.detail).toHaveLength(500);
  });

  test('Retry-After as a date becomes seconds', async () => {
    const { last } = summary(await run(kind, 'error-429-date'));
    if (last?.type !== 'error') throw new Error('no error');
    expect(last.error.retryAfter).toBeGreaterThan(0);
    expect(last.error.retryAfter).toBeLessThanOrEqual(60);
  });

  test('usage is reported before the end', async () => {
    const events = await run(kind, 'plain');
    const usage = Object.assign(
      {},
      ...events.map((event) => (event.type === 'usage' ? event.usage : {})),
    ) as object;
    expect(usage).toMatchObject({ inputTokens: 12, outputTokens: 34 });
  });
});
