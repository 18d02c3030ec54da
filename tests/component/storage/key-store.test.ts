import { describe, expect, test } from 'vitest';
import type { ProviderId } from '../../../lib/domain/ids';
import { createQueries } from '../../../lib/storage/queries';
import type { AsideDatabase } from '../../../lib/storage/schema';
import { keyRig } from './key-rig';
import { openDatabase } from './open-database';

const P = 'p' as ProviderId;
const HOST = 'api.example.com';

/** All that the database holds of keys, as text. */
async function storedText(database: AsideDatabase): Promise<string> {
  return JSON.stringify([await database.keys.toArray(), await database.locks.toArray()]);
}

test('a key answers only for the host it was entered for', async () => {
  const { keys } = keyRig(await openDatabase());
  await keys.save(P, HOST, { key: 'secret' });
  expect(await keys.credentialsFor(P, HOST)).toEqual({ key: 'secret', headers: {}, query: {} });
  expect(await keys.status(P, HOST)).toEqual({ kept: 'stored', hasKey: true, headers: [], query: [] });
  for (const other of ['evil.example.com', `${HOST}:8443`, `${HOST}.evil.example`, '']) {
    expect(await keys.credentialsFor(P, other)).toBeNull();
    expect(await keys.status(P, other)).toMatchObject({ kept: 'none', hasKey: false });
  }
});

test('a new key takes the place of the old one, host and all', async () => {
  const { keys } = keyRig(await openDatabase());
  await keys.save(P, 'one.example', { key: 'first', headers: { 'x-team': 'a' } });
  await keys.save(P, 'two.example', { key: 'second' });
  expect(await keys.credentialsFor(P, 'one.example')).toBeNull();
  expect(await keys.credentialsFor(P, 'two.example')).toEqual({ key: 'second', headers: {}, query: {} });
  await keys.remove(P);
  expect(await keys.status(P, 'two.example')).toMatchObject({ kept: 'none' });
});

test('what goes beside a key is kept with it; what is not given stays', async () => {
  const { keys } = keyRig(await openDatabase());
  await keys.save(P, HOST, { key: 'k', headers: { 'x-a': '1', 'x-b': '2' }, query: { v: '3' } });
  await keys.save(P, HOST, { key: 'k2' });
  await keys.save(P, HOST, { headers: { 'x-b': null, 'x-c': '4' } });
  expect(await keys.credentialsFor(P, HOST)).toEqual({
    key: 'k2',
    headers: { 'x-b': '2', 'x-c': '4' },
    query: { v: '3' },
  });
  expect(await keys.status(P, HOST)).toEqual({
    kept: 'stored',
    hasKey: true,
    headers: ['x-b', 'x-c'],
    query: ['v'],
  });
});

describe('a key for this session only', () => {
  test('is used, and is in no storage as it was typed', async () => {
    const database = await openDatabase();
    const { keys, memory } = keyRig(database);
    await keys.save(P, HOST, { key: 'sk-session', headers: { 'x-a': 'secret-header' }, session: true });
    expect(await keys.credentialsFor(P, HOST)).toEqual({
      key: 'sk-session',
      headers: { 'x-a': 'secret-header' },
      query: {},
    });
    const next = keyRig(database, memory).keys;
    expect(await next.credentialsFor(P, HOST)).toMatchObject({ key: 'sk-session' });
    expect(await next.status(P, HOST)).toEqual({ kept: 'session', hasKey: true, headers: ['x-a'], query: [] });
    const everything = (await storedText(database)) + JSON.stringify(await memory.keys.getValue());
    expect(everything).not.toMatch(/sk-session|secret-header/);
  });

  test('is gone with the browser, and said to be', async () => {
    const database = await openDatabase();
    await keyRig(database).keys.save(P, HOST, { key: 'sk-session', session: true });
    const { keys } = keyRig(database);
    expect(await keys.status(P, HOST)).toEqual({ kept: 'lost', hasKey: true, headers: [], query: [] });
    await expect(keys.credentialsFor(P, HOST)).rejects.toMatchObject({
      chatError: { kind: 'key-lost', host: HOST },
    });
    expect(await keys.credentialsFor(P, 'other.example')).toBeNull();
    await keys.save(P, HOST, { key: 'again' });
    expect(await keys.credentialsFor(P, HOST)).toMatchObject({ key: 'again' });
    // As it was kept before.
    expect(await keys.status(P, HOST)).toMatchObject({ kept: 'session' });
  });

  test('becomes a stored one, and a stored one such, without being typed again', async () => {
    const database = await openDatabase();
    const { keys, memory } = keyRig(database);
    await keys.save(P, HOST, { key: 'k', session: true });
    await keys.save(P, HOST, { session: false });
    expect(await keyRig(database).keys.credentialsFor(P, HOST)).toMatchObject({ key: 'k' });
    expect(await memory.keys.getValue()).toEqual([]);
    await keys.save(P, HOST, { session: true });
    expect(await keys.credentialsFor(P, HOST)).toMatchObject({ key: 'k' });
    expect(await storedText(database)).not.toContain('"value":"k"');
  });
});

test('what panels may ask of the database never gives a key', async () => {
  const database = await openDatabase();
  await keyRig(database).keys.save(P, 'one.example', { key: 'sk-very-secret' });
  const queries = createQueries(database);
  const ids = [P, 'one.example'] as never[];
  const answers = await Promise.all([
    queries.chats(),
    queries.chat(P as never),
    queries.messages(P as never),
    queries.bodies(ids),
    queries.snapshots(ids),
    queries.pictures(ids),
    queries.feedback(ids),
    queries.rated(),
    queries.chatIdsOfMessages(),
  ]);
  expect(Object.keys(queries)).toHaveLength(answers.length);
  expect(JSON.stringify(answers)).not.toContain('secret');
});
