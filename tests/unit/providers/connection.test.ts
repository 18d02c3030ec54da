import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StreamEvent } from '../../../lib/domain/stream-event';
import { createNetworkProvider } from '../../../lib/providers/create-network-provider';
import type { Clock } from '../../../lib/providers/network/clock';
import { collect, configFor, NETWORK_KINDS, requestFor, summary } from '../../support/fake-provider/provider-rig';
import {
  type FakeProvider,
  type RecordedRequest,
  startFakeProvider,
} from '../../support/fake-provider/start-fake-provider';

const KEY = 'sk-test-0123456789abcdef';
let server: FakeProvider;
let other: FakeProvider;

beforeAll(async () => {
  server = await startFakeProvider();
  other = await startFakeProvider();
});
afterAll(async () => {
  await server.close();
  await other.close();
});

/** Whether it asks the model, and not what it can do (Ollama). */
const isQuestion = ({ method, path }: RecordedRequest): boolean => method === 'POST' && path !== '/api/show';

describe.each(NETWORK_KINDS)('%s', (kind) => {
  const provide = (options: object = {}, url = server.url) =>
    createNetworkProvider({ config: configFor(kind, url), key: KEY, ...options });

  test('Stop in mid-stream closes the connection and yields nothing more', async () => {
    const stop = new AbortController();
    const before = server.requests.length;
    const events: StreamEvent[] = [];
    server.release(3);
    for await (const event of provide()(requestFor('hold'), stop.signal)) {
      events.push(event);
      if (summary(events).text === 'token-1 token-2 token-3 ') stop.abort();
    }
    expect(summary(events)).toMatchObject({ text: 'token-1 token-2 token-3 ', terminals: 0 });
    await server.until((all) => all.slice(before).some((request) => request.aborted));
  });

  test('Stop before the headers closes the connection', async () => {
    const stop = new AbortController();
    const before = server.requests.length;
    const events = collect(provide(), requestFor('stall-headers'), stop.signal);
    await server.until((all) => all.slice(before).some(isQuestion));
    stop.abort();
    expect((await events).filter(({ type }) => type !== 'phase')).toEqual([]);
    await server.until((all) => all.slice(before).some((request) => isQuestion(request) && request.aborted));
  });

  test('a reader that leaves closes the connection', async () => {
    const before = server.requests.length;
    server.release(2);
    for await (const event of provide()(requestFor('hold'), new AbortController().signal)) {
      if (event.type === 'text-delta') break;
    }
    await server.until((all) => all.slice(before).some((request) => request.aborted));
  });

  test('a signal that is already aborted makes no request', async () => {
    const before = server.requests.length;
    expect(await collect(provide(), requestFor('plain'), AbortSignal.abort())).toEqual([]);
    expect(server.requests).toHaveLength(before);
  });

  test.each([301, 302, 303, 307, 308])(
    'a redirect %i to another host is refused, and the key stays',
    async (status) => {
      server.setRedirect(`${other.url}/v1/chat/completions`, status);
      const { last } = summary(await collect(provide(), requestFor('redirect')));
      expect(last).toEqual({ type: 'error', error: { kind: 'redirected', host: new URL(server.url).host } });
      expect(other.requests).toHaveLength(0);
    },
  );

  test('no server, no such name and no TLS are all "unreachable"', async () => {
    const gone = await startFakeProvider();
    await gone.close();
    for (const url of [gone.url, 'https://no-such-host.invalid', server.url.replace('http:', 'https:')]) {
      const { last } = summary(await collect(provide({}, url), requestFor('plain')));
      expect(last).toEqual({ type: 'error', error: { kind: 'unreachable', host: new URL(url).host } });
    }
  });

  test('plain http goes to this machine, to a private host only once confirmed, and nowhere else', async () => {
    const asked: string[] = [];
    const fakeFetch = async (input: unknown): Promise<Response> => {
      asked.push(String(input));
      throw new TypeError('no network');
    };
    const kindFor = async (url: string, allowInsecure: boolean) => {
      const config = { ...configFor(kind, url), allowInsecure };
      const provider = createNetworkProvider({ config, key: KEY, fetch: fakeFetch });
      const last = (await collect(provider, requestFor('claude-3-5-haiku'))).at(-1);
      return last?.type === 'error' ? last.error.kind : 'none';
    };
    expect(await kindFor('http://192.168.1.5:8080', false)).toBe('insecure-host');
    expect(await kindFor('http://example.com', true)).toBe('insecure-host');
    expect(asked).toEqual([]);
    expect(await kindFor('http://192.168.1.5:8080', true)).toBe('unreachable');
    expect(await kindFor('http://localhost:8080', false)).toBe('unreachable');
    expect(await kindFor('https://example.com', false)).toBe('unreachable');
    expect(asked).toHaveLength(3);
  });

  test('a key that no header can carry is told without a request and without the key', async () => {
    const before = server.requests.length;
    const events = await collect(provide({ key: `${KEY}\n${KEY}` }), requestFor('plain'));
    expect(events).toEqual([expect.objectContaining({ type: 'error' })]);
    expect(summary(events).last).toMatchObject({ error: { kind: 'unauthorized' } });
    expect(JSON.stringify(events)).not.toContain(KEY);
    expect(server.requests).toHaveLength(before);
  });

  test('without a key no Authorization header is sent', async () => {
    const before = server.requests.length;
    const { last } = summary(await collect(provide({ key: null }), requestFor('plain')));
    expect(last).toMatchObject({ type: 'end', reason: 'complete' });
    for (const { headers } of server.requests.slice(before)) {
      expect(headers).not.toHaveProperty('authorization');
      expect(headers).not.toHaveProperty('x-api-key');
    }
  });

  test('the SDKs’ telemetry headers are not sent', async () => {
    await collect(provide(), requestFor('plain'));
    const names = Object.keys(server.requests.at(-1)?.headers ?? {});
    expect(names.filter((name) => name.startsWith('x-stainless'))).toEqual([]);
    expect(names).toContain('authorization');
  });

  test.each([
    ['https://api.example.com', 120_000],
    ['http://127.0.0.1:9', 300_000],
  ])('a silent %s is given up after %i ms by default', async (url, expected) => {
    const waits: number[] = [];
    const clock: Clock = {
      now: () => 0,
      after: (ms, callback) => {
        waits.push(ms);
        queueMicrotask(callback);
        return () => undefined;
      },
    };
    const silent = async (_input: unknown, init?: RequestInit): Promise<Response> =>
      await new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
        if (init?.signal?.aborted) reject(init.signal.reason as Error);
      });
    const options = { config: configFor(kind, url), key: KEY, fetch: silent, clock };
    const { last } = summary(await collect(createNetworkProvider(options), requestFor('claude-3-5-haiku')));
    expect(last).toMatchObject({ type: 'error', error: { kind: 'timeout' } });
    expect(waits).toContain(expected);
  });
});

test('the official hosts ask for a key before any request', async () => {
  for (const [kind, url] of [
    ['openai', 'https://api.openai.com'],
    ['anthropic', 'https://api.anthropic.com'],
  ] as const) {
    const fakeFetch = async (): Promise<Response> => {
      throw new Error('a request was made');
    };
    const provider = createNetworkProvider({ config: configFor(kind, url), key: '  ', fetch: fakeFetch });
    expect(await collect(provider, requestFor('m'))).toEqual([
      { type: 'error', error: { kind: 'no-key', host: new URL(url).host } },
    ]);
  }
});

test('each API gets the request it documents', async () => {
  const bodies = async (kind: (typeof NETWORK_KINDS)[number]) => {
    await collect(
      createNetworkProvider({ config: configFor(kind, server.url), key: KEY }),
      requestFor('plain', 'Hi'),
    );
    return server.requests.at(-1);
  };
  expect(await bodies('openai')).toMatchObject({
    path: '/v1/responses',
    headers: { authorization: `Bearer ${KEY}` },
    body: {
      model: 'plain',
      instructions: 'Be brief.',
      input: [{ role: 'user', content: 'Hi' }],
      store: false,
      stream: true,
    },
  });
  expect(await bodies('openai-compatible')).toMatchObject({
    path: '/v1/chat/completions',
    body: {
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Hi' },
      ],
      stream: true,
      stream_options: { include_usage: true },
    },
  });
  expect(await bodies('ollama')).toMatchObject({
    path: '/api/chat',
    headers: { authorization: `Bearer ${KEY}` },
    body: {
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Hi' },
      ],
      stream: true,
      think: true,
      truncate: false,
      shift: false,
      options: { num_ctx: 8_192 },
    },
  });
  expect(await bodies('anthropic')).toMatchObject({
    path: '/v1/messages',
    headers: {
      'anthropic-dangerous-direct-browser-access': 'true',
      'anthropic-version': expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
    },
    body: { system: 'Be brief.', messages: [{ role: 'user', content: 'Hi' }], stream: true },
  });
});

describe('the connection of a whole answer', () => {
  /** Asks over a connection that the server does not end by itself. */
  async function ask() {
    let connection: AbortSignal | undefined;
    let end = (): void => undefined;
    const timers = new Map<number, () => void>();
    const clock: Clock = {
      now: () => 0,
      after: (ms, callback) => {
        timers.set(ms, callback);
        return () => undefined;
      },
    };
    const fetch = async (_input: unknown, init?: RequestInit): Promise<Response> => {
      connection = init?.signal ?? undefined;
      const events = [{ type: 'response.output_text.delta', delta: 'Yes.' }, { type: 'response.completed' }];
      const wire = events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join('');
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(new TextEncoder().encode(wire));
          end = () => controller.close();
        },
      });
      return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
    };
    const config = configFor('openai', 'https://api.example.com');
    const { last } = summary(
      await collect(createNetworkProvider({ config, key: KEY, fetch, clock }), requestFor('m')),
    );
    expect(last).toEqual({ type: 'end', reason: 'complete' });
    return { isCut: () => connection?.aborted, end: () => end(), pass: (ms: number) => timers.get(ms)?.() };
  }

  test('is left to the server to end, so that the next question can have it', async () => {
    const { isCut, end } = await ask();
    expect(isCut()).toBe(false);
    end();
    await expect.poll(isCut).toBe(true);
  });

  test('is cut where the server goes on for two seconds', async () => {
    const { isCut, pass } = await ask();
    expect(isCut()).toBe(false);
    pass(2_000);
    await expect.poll(isCut).toBe(true);
  });
});
