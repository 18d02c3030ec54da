import { expect, test } from 'vitest';
import { BackupOffer } from '../../../lib/panel/backup-offer.svelte';
import { createTestClient } from '../../support/test-client';

const summary = { chats: 2, bytes: 1_000_000, writtenAt: 5 };

test('knows what the backup holds once it has looked, and offers it', async () => {
  const offer = new BackupOffer(createTestClient(() => summary));
  expect(offer.words).toBeNull();
  await offer.look();
  expect(offer.summary).toEqual(summary);
  expect(offer.words).toContain('holds 2 chats.');
});

test('brings it back and says what came, or why nothing did', async () => {
  let answer: () => unknown = () => ({ chats: 1, messages: 2, unread: 0, inMemory: false });
  const offer = new BackupOffer(createTestClient(({ type }) => (type === 'backup-summary' ? summary : answer())));
  const restored = offer.restore();
  expect(offer.restoring).toBe(true);
  expect(await restored).toBe('One chat is back, or whole again, from the backup.');
  expect(offer.restoring).toBe(false);
  answer = () => {
    throw new Error('No room.');
  };
  expect(await offer.restore()).toBe('Nothing came back from the backup. No room.');
});
