import { expect, test } from 'vitest';
import type { KeyLockView } from '../../../lib/domain/key-lock';
import { KeyLock } from '../../../lib/panel/key-lock.svelte';
import { StoredItem } from '../../../lib/panel/stored-item.svelte';
import { memoryItem } from '../../support/memory-item';
import { createTestClient } from '../../support/test-client';

test('a lock is shown as the background tells it, and passes on what is typed once', async () => {
  const view: KeyLockView = { state: 'locked', autoLockMinutes: 15 };
  const client = createTestClient(({ type }) =>
    type === 'key-lock' ? view : type === 'unlock-keys' ? false : null,
  );
  const lock = new KeyLock(client, new StoredItem(memoryItem<KeyLockView | null>(null)));
  expect(lock.state).toBeNull();
  await lock.look();
  const stop = $effect.root(() => {
    $effect(() => void lock.state);
  });
  await expect.poll(() => [lock.state, lock.autoLockMinutes]).toEqual(['locked', 15]);
  stop();
  expect(await lock.unlock('wrong')).toBe(false);
  await lock.setAutoLock(null);
  expect(client.asked).toEqual([
    { type: 'key-lock' },
    { type: 'unlock-keys', passphrase: 'wrong' },
    { type: 'set-auto-lock', minutes: null },
  ]);
  expect(lock.asked).toBe(0);
  lock.ask();
  expect(lock.asked).toBe(1);
});
