import { describe, expect, test } from 'vitest';
import type { ProviderId } from '../../../../lib/domain/ids';
import type { AsideDatabase, KeyRow } from '../../../../lib/storage/schema';
import { freshMemory, keyRig } from '../key-rig';
import { openDatabase } from '../open-database';

const [P, Q] = ['p', 'q'] as ProviderId[] as [ProviderId, ProviderId];
const HOST = 'api.example.com';
const PASSPHRASE = 'correct horse battery';
const LOCKED = { chatError: { kind: 'keys-locked' } };

/** A database with two keys, one with a header, and a passphrase over both. */
async function lockedRig() {
  const database = await openDatabase();
  const rig = keyRig(database);
  await rig.keys.save(P, HOST, { key: 'sk-first', headers: { 'x-a': 'secret-header' } });
  await rig.keys.save(Q, 'other.example', { key: 'sk-second' });
  expect(await rig.keys.lock.set(PASSPHRASE, null)).toBe(true);
  return { database, ...rig };
}

const textOf = async (database: AsideDatabase) =>
  JSON.stringify([await database.keys.toArray(), await database.locks.toArray()]);

describe('a passphrase', () => {
  test('seals every key in the database, each with a salt and a vector of its own', async () => {
    const { database } = await lockedRig();
    expect(await textOf(database)).not.toMatch(/sk-|secret-header|correct horse/);
    const rows = await database.keys.toArray();
    expect(rows.map(({ value }) => value)).toEqual(['', '']);
    for (const part of ['salt', 'iv', 'data'] as const) {
      expect(new Set(rows.map(({ sealed }) => sealed?.[part])).size).toBe(2);
    }
    const lock = await database.locks.get('passphrase');
    expect(lock).toMatchObject({ wrapped: { iterations: 600_000 }, autoLockMinutes: 60 });
  });

  test('leaves keys in use for the session in which it was given, and seals new ones', async () => {
    const { database, keys, memory } = await lockedRig();
    expect(await keys.lock.view()).toEqual({ state: 'open', autoLockMinutes: 60 });
    await keys.save(P, HOST, { key: 'sk-third' });
    expect(await textOf(database)).not.toContain('sk-');
    const next = keyRig(database, memory).keys;
    expect(await next.credentialsFor(P, HOST)).toEqual({
      key: 'sk-third',
      headers: { 'x-a': 'secret-header' },
      query: {},
    });
    const held = JSON.stringify([await memory.keys.getValue(), await memory.open.getValue()]);
    expect(held).not.toMatch(/sk-|secret-header|correct horse/);
  });

  test('is asked for after the browser was closed; a wrong one opens nothing', async () => {
    const { database } = await lockedRig();
    const { keys, views } = keyRig(database);
    await expect(keys.credentialsFor(P, HOST)).rejects.toMatchObject(LOCKED);
    await expect(keys.save(P, HOST, { key: 'x' })).rejects.toMatchObject(LOCKED);
    expect(await keys.status(P, HOST)).toEqual({
      kept: 'stored',
      hasKey: true,
      headers: ['x-a'],
      query: [],
    });
    for (const wrong of ['', 'Correct horse battery', `${PASSPHRASE} `]) {
      expect(await keys.lock.unlock(wrong)).toBe(false);
    }
    await expect(keys.credentialsFor(P, HOST)).rejects.toMatchObject(LOCKED);
    expect(views.at(-1)?.state).toBe('locked');
    expect(await keys.lock.unlock(PASSPHRASE)).toBe(true);
    expect(views.at(-1)?.state).toBe('open');
    expect(await keys.credentialsFor(P, HOST)).toMatchObject({ key: 'sk-first' });
  });

  test('may be typed in another form of the same letters', async () => {
    const { keys } = keyRig(await openDatabase());
    await keys.lock.set('pass\u00e9-phrase', null);
    expect(await keys.lock.unlock('passe\u0301-phrase')).toBe(true);
  });

  test('locks at once, keys for the session too', async () => {
    const { keys, memory } = await lockedRig();
    await keys.save(Q, 'other.example', { session: true });
    await keys.lock.lock();
    await expect(keys.credentialsFor(P, HOST)).rejects.toMatchObject(LOCKED);
    await expect(keys.credentialsFor(Q, 'other.example')).rejects.toMatchObject(LOCKED);
    expect(await memory.open.getValue()).toBeNull();
    await keys.lock.unlock(PASSPHRASE);
    expect(await keys.credentialsFor(Q, 'other.example')).toMatchObject({ key: 'sk-second' });
  });

  test('locks after the chosen time without a use, which a sleeping background finds when it wakes', async () => {
    const { database, memory } = await lockedRig();
    let time = Date.now();
    const rig = keyRig(database, memory, () => time);
    await rig.keys.lock.setAutoLock(15);
    time += 14 * 60_000;
    expect(await rig.keys.credentialsFor(P, HOST)).toMatchObject({ key: 'sk-first' });
    time += 14 * 60_000;
    const next = keyRig(database, memory, () => time);
    expect(await next.keys.credentialsFor(P, HOST)).toMatchObject({ key: 'sk-first' });
    time += 15 * 60_000;
    const later = keyRig(database, memory, () => time);
    expect(await later.keys.lock.view()).toEqual({ state: 'locked', autoLockMinutes: 15 });
    expect(await memory.open.getValue()).toBeNull();
    await expect(later.keys.credentialsFor(P, HOST)).rejects.toMatchObject(LOCKED);
  });

  test('stays open as long as the browser does where that was chosen', async () => {
    const { database, memory, keys } = await lockedRig();
    await keys.lock.setAutoLock(null);
    const later = keyRig(database, memory, () => Date.now() + 1e12);
    expect(await later.keys.lock.view()).toEqual({ state: 'open', autoLockMinutes: null });
  });

  test('is changed only by whoever knows it; the old one then opens nothing', async () => {
    const { database, keys } = await lockedRig();
    const before = await textOf(database);
    expect(await keys.lock.set('another one', 'wrong')).toBe(false);
    expect(await keys.lock.set('another one', null)).toBe(false);
    expect(await textOf(database)).toBe(before);
    expect(await keys.lock.set('another one', PASSPHRASE)).toBe(true);
    // Asked twice, as after a broken port.
    expect(await keys.lock.set('another one', PASSPHRASE)).toBe(true);
    const next = keyRig(database).keys;
    expect(await next.lock.unlock(PASSPHRASE)).toBe(false);
    expect(await next.lock.unlock('another one')).toBe(true);
    expect(await next.credentialsFor(P, HOST)).toMatchObject({ key: 'sk-first' });
  });

  test('is taken away by whoever knows it, and the keys are as before', async () => {
    const { database, keys } = await lockedRig();
    expect(await keys.lock.remove('wrong')).toBe(false);
    expect(await keys.lock.remove(PASSPHRASE)).toBe(true);
    expect(await keys.lock.view()).toMatchObject({ state: 'off' });
    const next = keyRig(database).keys;
    expect(await next.credentialsFor(P, HOST)).toEqual({
      key: 'sk-first',
      headers: { 'x-a': 'secret-header' },
      query: {},
    });
    expect(await next.credentialsFor(Q, 'other.example')).toMatchObject({ key: 'sk-second' });
  });

  test('that is forgotten takes the keys with it', async () => {
    const { database } = await lockedRig();
    const { keys } = keyRig(database);
    await keys.lock.forget();
    expect(await keys.lock.view()).toMatchObject({ state: 'off' });
    expect(await keys.credentialsFor(P, HOST)).toBeNull();
    expect(await keys.status(Q, 'other.example')).toMatchObject({ kept: 'none' });
    await keys.save(P, HOST, { key: 'new' });
    expect(await keys.credentialsFor(P, HOST)).toMatchObject({ key: 'new' });
  });
});

describe('switching a passphrase', () => {
  /** A database that breaks when a lock is written or taken away. */
  function failingAt(database: AsideDatabase, operation: 'put' | 'delete') {
    const hook = operation === 'put' ? 'creating' : 'deleting';
    database.locks.hook(hook as 'creating', () => {
      throw new Error('The disk is gone.');
    });
  }

  test('on seals no key where the lock itself cannot be written', async () => {
    const database = await openDatabase();
    const { keys, memory } = keyRig(database);
    await keys.save(P, HOST, { key: 'sk-first' });
    const before = await database.keys.toArray();
    failingAt(database, 'put');
    await expect(keys.lock.set(PASSPHRASE, null)).rejects.toThrow();
    expect(await database.keys.toArray()).toEqual(before);
    expect(await database.locks.get('passphrase')).toBeUndefined();
    expect(await memory.open.getValue()).toBeNull();
    expect(await keyRig(database).keys.credentialsFor(P, HOST)).toMatchObject({ key: 'sk-first' });
  });

  test('off opens no key where the lock cannot be taken away', async () => {
    const { database, keys } = await lockedRig();
    const before = await textOf(database);
    failingAt(database, 'delete');
    await expect(keys.lock.remove(PASSPHRASE)).rejects.toThrow();
    expect(await textOf(database)).toBe(before);
    expect(await keys.lock.view()).toMatchObject({ state: 'open' });
  });

  test('off opens no key where one of them is damaged', async () => {
    const { database, keys } = await lockedRig();
    const row = (await database.keys.get(Q)) as KeyRow & { sealed: { data: string } };
    await database.keys.put({ ...row, sealed: { ...row.sealed, data: row.sealed.data.replace(/^./, 'A$&') } });
    const before = await textOf(database);
    await expect(keys.lock.remove(PASSPHRASE)).rejects.toThrow();
    expect(await textOf(database)).toBe(before);
  });
});

test('a sealed key that somebody put to another host in the database answers nobody', async () => {
  const { database, keys } = await lockedRig();
  const row = (await database.keys.get(P)) as KeyRow;
  await database.keys.put({ ...row, host: 'evil.example' });
  await expect(keys.credentialsFor(P, 'evil.example')).rejects.toMatchObject({ chatError: { kind: 'key-lost' } });
});

test('without a passphrase nothing is locked, and unlocking is no mistake', async () => {
  const { keys } = keyRig(await openDatabase(), freshMemory());
  expect(await keys.lock.view()).toEqual({ state: 'off', autoLockMinutes: null });
  expect(await keys.lock.unlock('anything')).toBe(true);
  expect(await keys.lock.remove('anything')).toBe(true);
});
