import { expect, test } from 'vitest';
import type { ProviderId } from '../../../lib/domain/ids';
import { createKeyStore } from '../../../lib/storage/key-store';
import { createQueries } from '../../../lib/storage/queries';
import { openDatabase } from './open-database';

const P = 'p' as ProviderId;

test('a key answers only for the host it was entered for', async () => {
  const keys = createKeyStore(await openDatabase());
  await keys.save(P, 'api.example.com', 'secret');
  expect(await keys.keyFor(P, 'api.example.com')).toBe('secret');
  expect(await keys.has(P, 'api.example.com')).toBe(true);
  for (const host of ['example.com', 'api.example.com:8080', 'evil.com', '']) {
    expect(await keys.keyFor(P, host)).toBeNull();
    expect(await keys.has(P, host)).toBe(false);
  }
  expect(await keys.keyFor('q' as ProviderId, 'api.example.com')).toBeNull();
});

test('a new key takes the place of the old one, host and all', async () => {
  const keys = createKeyStore(await openDatabase());
  await keys.save(P, 'one.example', 'first');
  await keys.save(P, 'two.example', 'second');
  expect(await keys.keyFor(P, 'one.example')).toBeNull();
  expect(await keys.keyFor(P, 'two.example')).toBe('second');
  await keys.remove(P);
  expect(await keys.has(P, 'two.example')).toBe(false);
});

test('what panels may ask of the database never gives a key', async () => {
  const database = await openDatabase();
  await createKeyStore(database).save(P, 'one.example', 'sk-very-secret');
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
    queries.chatIdsOfMessages(),
  ]);
  expect(Object.keys(queries)).toHaveLength(answers.length);
  expect(JSON.stringify(answers)).not.toContain('secret');
});
