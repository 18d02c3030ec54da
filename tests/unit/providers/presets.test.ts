import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProviderConfig } from '../../../lib/domain/provider-config';
import { needsKey } from '../../../lib/domain/provider-address';
import { PROVIDER_PRESETS, type ProviderPreset } from '../../../lib/domain/provider-presets';
import type { StreamEvent } from '../../../lib/domain/stream-event';
import { createNetworkProvider } from '../../../lib/providers/create-network-provider';
import { byteByByte, deliver } from '../../support/fake-provider/deliver';
import {
  collect,
  configFor,
  PICTURES,
  requestFor,
  requestWithPictures,
  summary,
} from '../../support/fake-provider/provider-rig';
import { readFixture } from '../../support/fake-provider/read-fixture';
import { type FakeProvider, startFakeProvider } from '../../support/fake-provider/start-fake-provider';
import { PLAIN, UNICODE } from '../../support/fake-provider/texts';

const KEY = 'test-0123456789abcdef';
const HALF = 'The lighthouse was built';
let server: FakeProvider;

beforeAll(async () => void (server = await startFakeProvider()));
afterAll(async () => await server.close());

/** The preset's server, on this machine: the same path, the same dialect. */
function configOf({ id, baseUrl }: ProviderPreset): ProviderConfig {
  const path = new URL(baseUrl).pathname.replace(/\/$/, '');
  return { ...configFor('openai-compatible', server.url), preset: id, baseUrl: server.url + path };
}

async function run(preset: ProviderPreset, model: string): Promise<StreamEvent[]> {
  const provider = createNetworkProvider({ config: configOf(preset), key: KEY, stallMs: 10_000 });
  return await collect(provider, requestFor(model));
}

const usageOf = (events: readonly StreamEvent[]): unknown =>
  Object.assign({}, ...events.map((event) => (event.type === 'usage' ? event.usage : {})));

/** What every preset answers the same; the fake server's scenarios, by name. */
const SHARED: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  plain: { text: PLAIN, last: { type: 'end', reason: 'complete' } },
  unicode: { text: UNICODE, last: { type: 'end', reason: 'complete' } },
  think: { text: PLAIN, reasoning: 'The page names a year.', last: { type: 'end', reason: 'complete' } },
  'think-tags': { text: PLAIN, reasoning: 'The page names a year.', last: { type: 'end', reason: 'complete' } },
  length: { text: HALF, last: { type: 'end', reason: 'length' } },
  empty: { text: '', last: { type: 'error', error: { kind: 'empty-answer' } } },
  'error-in-stream': { text: 'The lighthouse was ', last: { type: 'error', error: { kind: 'overloaded' } } },
  'too-long': { text: '', last: { type: 'error', error: { kind: 'context-length' } } },
  'error-401': { text: '', last: { type: 'error', error: { kind: 'unauthorized' } } },
};

describe.each(PROVIDER_PRESETS)('$name', (preset) => {
  test('answers in its own wire', async () => {
    const name = `presets/${preset.id}.sse`;
    expect(readFixture(name)).toMatch(/^: (source|constructed)/);
    const events = await run(preset, `fixture:${name}`);
    const thinks = readFixture(name).includes('The page names ');
    expect(summary(events)).toEqual({
      text: PLAIN,
      reasoning: thinks ? 'The page names a year.' : '',
      last: { type: 'end', reason: 'complete' },
      terminals: 1,
    });
    expect(usageOf(events)).toMatchObject({ inputTokens: 12, outputTokens: 34 });
    const bytes = byteByByte(new TextEncoder().encode(readFixture(name)));
    expect(summary(await deliver('openai-compatible', bytes, preset.id))).toEqual(summary(events));
  });

  test.each(Object.entries(SHARED))('%s', async (model, expected) => {
    const events = await run(preset, model);
    expect(summary(events)).toMatchObject({ ...expected, terminals: 1 });
    expect(JSON.stringify(events)).not.toContain(KEY);
  });

  test('reports usage, and asks for it only where the server takes the field', async () => {
    const before = server.requests.length;
    expect(usageOf(await run(preset, 'plain'))).toMatchObject({ inputTokens: 12, outputTokens: 34 });
    const body = server.requests[before]?.body as Record<string, unknown>;
    expect('stream_options' in body).toBe(preset.dialect?.asksUsage !== false);
  });

  test('image in: pictures stand before the words of their question, all else stays text', async () => {
    const before = server.requests.length;
    const provider = createNetworkProvider({ config: configOf(preset), key: KEY });
    expect(summary(await collect(provider, requestWithPictures('plain')))).toMatchObject({
      text: PLAIN,
      last: { type: 'end', reason: 'complete' },
      terminals: 1,
    });
    const shown = PICTURES.map(({ mime, data }) => ({
      type: 'image_url',
      image_url: { url: `data:${mime};base64,${data}` },
    }));
    expect(server.requests.slice(before).map(({ body }) => body)).toEqual([
      {
        model: 'plain',
        messages: [
          { role: 'system', content: 'Be brief.' },
          { role: 'user', content: [...shown, { type: 'text', text: 'What is this?' }] },
          { role: 'assistant', content: 'A pixel.' },
          { role: 'user', content: 'Which one?' },
        ],
        stream: true,
        ...(preset.dialect?.asksUsage === false ? {} : { stream_options: { include_usage: true } }),
      },
    ]);
  });

  test('image in: a model that is known not to see is not asked', async () => {
    const before = server.requests.length;
    const provider = createNetworkProvider({ config: configOf(preset), key: KEY, seesImages: false });
    const host = new URL(server.url).host;
    expect(await collect(provider, requestWithPictures('plain'))).toEqual([
      { type: 'error', error: { kind: 'cannot-see', host } },
    ]);
    expect(server.requests.length).toBe(before);
    expect(summary(await collect(provider, requestFor('plain')))).toMatchObject({ text: PLAIN });
  });

  test('lets the connection go when the answer is stopped', async () => {
    const stop = new AbortController();
    const before = server.requests.length;
    const events: StreamEvent[] = [];
    const provider = createNetworkProvider({ config: configOf(preset), key: KEY });
    server.release(1);
    for await (const event of provider(requestFor('hold'), stop.signal)) {
      events.push(event);
      stop.abort();
    }
    expect(summary(events)).toMatchObject({ text: 'token-1 ', terminals: 0 });
    await server.until((all) => all.slice(before).some(({ aborted }) => aborted));
  });

  test('sends the key in its own header alone, to its own path', async () => {
    const before = server.requests.length;
    await run(preset, 'plain');
    const [request] = server.requests.slice(before);
    const carriers = Object.entries(request?.headers ?? {}).filter(([, value]) => String(value).includes(KEY));
    expect(carriers).toEqual([
      preset.dialect?.auth === 'api-key' ? ['api-key', KEY] : ['authorization', `Bearer ${KEY}`],
    ]);
    expect(request?.path).toBe(`${new URL(preset.baseUrl).pathname.replace(/\/$/, '')}/chat/completions`);
  });

  test('says whether it wants a key', () => {
    const baseUrl = preset.baseUrl.replace('your-resource', 'lighthouse');
    expect(needsKey({ kind: 'openai-compatible', preset: preset.id, baseUrl })).toBe(preset.needsKey);
  });
});
