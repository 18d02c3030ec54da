import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StreamEvent } from '../../../lib/domain/stream-event';
import { askForModels, testConnection } from '../../../lib/providers/test-connection';
import { configFor, NETWORK_KINDS } from '../../support/fake-provider/provider-rig';
import { type FakeProvider, startFakeProvider } from '../../support/fake-provider/start-fake-provider';

const KEY = 'sk-test-0123456789abcdef';
const never = new AbortController().signal;
let server: FakeProvider;

beforeEach(async () => void (server = await startFakeProvider()));
afterEach(async () => await server.close());

/** What came, but for Ollama's question what a model can do. */
const asked = () => server.requests.filter(({ path }) => path !== '/api/show');

describe.each(NETWORK_KINDS)('%s', (kind) => {
  test('lists the models without asking any of them', async () => {
    const result = await testConnection({ config: configFor(kind, server.url), key: KEY }, never);
    expect(result).toEqual({
      ok: true,
      models: expect.arrayContaining([
        expect.objectContaining({ id: 'plain' }),
        expect.objectContaining({ id: 'hold' }),
      ]) as object[],
    });
    expect(asked().map(({ method }) => method)).toEqual(['GET']);
  });

  test('says so when the model typed is not among them', async () => {
    const result = await testConnection({ config: configFor(kind, server.url, 'gpt-99'), key: KEY }, never);
    const { host } = new URL(server.url);
    expect(result).toMatchObject({
      ok: true,
      note: expect.stringMatching(`^“gpt-99” is not among the \\d+ models that ${host} lists\\.$`) as string,
    });
  });

  test.each(['no-models', 'html-200'])('asks one short question where the list is %s', async (scenario) => {
    server.setScenario(scenario);
    let metered = 0;
    const meter = (ask: () => AsyncIterable<StreamEvent>) => {
      metered += 1;
      return ask();
    };
    const result = testConnection({ config: configFor(kind, server.url), key: KEY, meter }, never);
    await server.until((all) => all.length > 0);
    server.setScenario(scenario === 'no-models' ? null : scenario);
    if (scenario === 'no-models') {
      const { host } = new URL(server.url);
      expect(await result).toEqual({
        ok: true,
        models: [],
        note: `${host} answers, but does not list its models.`,
      });
    } else {
      expect(await result).toMatchObject({ ok: false, error: { kind: 'not-a-stream' } });
    }
    expect(asked().filter(({ method }) => method === 'POST')).toHaveLength(1);
    expect(metered).toBe(1);
  });

  test('gives a refused key as its error, without the key', async () => {
    server.setScenario('error-401');
    const result = await testConnection({ config: configFor(kind, server.url), key: KEY }, never);
    expect(result).toMatchObject({ ok: false, error: { kind: 'unauthorized', status: 401 } });
    expect(JSON.stringify(result)).not.toContain(KEY);
  });

  test('says that nothing is there', async () => {
    const { url } = server;
    await server.close();
    const result = await testConnection({ config: configFor(kind, url), key: KEY }, never);
    expect(result).toEqual({ ok: false, error: { kind: 'unreachable', host: new URL(url).host } });
    server = await startFakeProvider();
  });
});

test('a list that is open to anybody proves no key, so a model is asked too', async () => {
  const config = { ...configFor('openai-compatible', server.url), preset: 'openrouter' };
  expect(await testConnection({ config, key: KEY }, never)).toMatchObject({ ok: true });
  expect(server.requests.map(({ method }) => method)).toEqual(['GET', 'POST']);
});

test('an official host without a key is told so without a request', async () => {
  const config = configFor('openai', 'https://api.openai.com');
  const error = { kind: 'no-key', host: 'api.openai.com' };
  expect(await testConnection({ config, key: null }, never)).toEqual({ ok: false, error });
});

test.each([
  ['together', 'https://api.together.xyz/v1', '[{"id":"a/b","type":"chat"},{"id":"c/d"}]', '/v1/models'],
  ['vllm', 'http://localhost:8000/v1', '{"object":"list","data":[{"id":"a/b"},{"id":"c/d"}]}', '/v1/models'],
  ['github-models', 'https://models.github.ai/inference', '[{"id":"a/b"},{"id":"c/d"}]', '/catalog/models'],
  ['github-models', 'https://gateway.example/inference', '[{"id":"a/b"},{"id":"c/d"}]', '/inference/models'],
])('reads the list of %s at %s', async (preset, baseUrl, list, path) => {
  const asked: string[] = [];
  const fetch = async (input: string | URL | Request): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : input);
    asked.push(url.origin === new URL(baseUrl).origin ? url.pathname : url.href);
    if (url.pathname.endsWith('/chat/completions')) {
      return new Response('data: {"choices":[{"delta":{"content":"ok"},"finish_reason":"stop"}]}\n\n', {
        headers: { 'content-type': 'text/event-stream' },
      });
    }
    return new Response(list, { headers: { 'content-type': 'application/json' } });
  };
  const config = { ...configFor('openai-compatible', 'https://fake.example', 'a/b'), preset, baseUrl };
  expect(await testConnection({ config, key: KEY, fetch }, never)).toEqual({
    ok: true,
    models: [{ id: 'a/b' }, { id: 'c/d' }],
  });
  expect(asked[0]).toBe(path);
});

test.each(NETWORK_KINDS)('%s is asked for its models alone, even where it has none', async (kind) => {
  const ask = () => askForModels({ config: configFor(kind, server.url), key: KEY }, never);
  expect(await ask()).toMatchObject({
    ok: true,
    models: expect.arrayContaining([expect.objectContaining({ id: 'plain' })]) as object[],
  });
  server.setScenario('no-models');
  expect(await ask()).toEqual({ ok: true, models: [] });
  server.setScenario('error-401');
  expect(await ask()).toMatchObject({ ok: false, error: { kind: 'unauthorized' } });
  expect(new Set(asked().map(({ method }) => method))).toEqual(new Set(['GET']));
});
