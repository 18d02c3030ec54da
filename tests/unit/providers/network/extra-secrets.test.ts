import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createNetworkProvider } from '../../../../lib/providers/create-network-provider';
import { addExtras } from '../../../../lib/providers/network/extra-secrets';
import { askForModels } from '../../../../lib/providers/test-connection';
import { collect, configFor, NETWORK_KINDS, requestFor } from '../../../support/fake-provider/provider-rig';
import { type FakeProvider, startFakeProvider } from '../../../support/fake-provider/start-fake-provider';

const EXTRAS = { headers: { 'X-Team': 'team-secret-0001' }, query: { 'api-version': 'version secret & 2' } };
let server: FakeProvider;

beforeAll(async () => void (server = await startFakeProvider()));
afterAll(async () => await server.close());

describe('extra headers and query parameters', () => {
  test.each(NETWORK_KINDS)('go with every request of %s: answers and lists', async (kind) => {
    const before = server.requests.length;
    const config = configFor(kind, server.url);
    await collect(createNetworkProvider({ ...EXTRAS, config, key: 'k-123456' }), requestFor('plain'));
    await askForModels({ ...EXTRAS, config, key: 'k-123456' }, AbortSignal.timeout(5_000));
    const requests = server.requests.slice(before);
    expect(new Set(requests.map(({ method }) => method)).size).toBe(2);
    for (const { headers, path } of requests) {
      expect(headers['x-team']).toBe('team-secret-0001');
      expect(new URL(path, server.url).searchParams.get('api-version')).toBe('version secret & 2');
    }
  });

  test('are told to nobody, though the server repeats them', async () => {
    const config = configFor('openai-compatible', server.url);
    const sentence = 'Unknown team team-secret-0001 in version version secret & 2.';
    const fetch = async () => Response.json({ error: { message: sentence } }, { status: 400 });
    const events = await collect(
      createNetworkProvider({ ...EXTRAS, config, key: 'k-123456', fetch }),
      requestFor('m'),
    );
    expect(events).toMatchObject([{ type: 'error', error: { kind: 'bad-request' } }]);
    expect(JSON.stringify(events)).not.toMatch(/secret/);
  });

  test('go to no other host', () => {
    const [url, headers] = [new URL('https://other.example/v1'), new Headers()];
    addExtras(url, headers, 'model.example', EXTRAS);
    expect([url.search, [...headers]]).toEqual(['', []]);
  });

  test('two accounts of one kind keep theirs apart', async () => {
    const before = server.requests.length;
    const config = configFor('openai', server.url);
    const accounts = [
      { config: { ...config, name: 'Work' }, key: 'k-work-1', headers: { 'OpenAI-Organization': 'work' } },
      { config: { ...config, name: 'Home' }, key: 'k-home-1' },
    ];
    for (const account of accounts) await collect(createNetworkProvider(account), requestFor('plain'));
    const seen = server.requests
      .slice(before)
      .map(({ headers }) => [headers.authorization, headers['openai-organization']]);
    expect(seen).toEqual([
      ['Bearer k-work-1', 'work'],
      ['Bearer k-home-1', undefined],
    ]);
  });
});
