import { storage } from 'wxt/utils/storage';
import type { Erasure } from '../domain/erasure';
import { lastChatItem, pendingQuestionsItem, storedChatsItem } from './settings';

/** Session storage of windows whose chats are in memory alone, and end with them, and of what is open. */
const NOT_OURS = /^(memory\/(private|temporary)|temporary-|last-private-chat|open-panels|granted-tabs)/;

/** Removes stored items: those that name chats, or every setting. What the memory of other windows holds stays theirs. */
export async function eraseItems(what: Erasure): Promise<void> {
  if (what === 'chats') {
    await Promise.all([lastChatItem, storedChatsItem, pendingQuestionsItem].map((item) => item.removeValue()));
    return;
  }
  await storage.clear('local');
  const kept = Object.keys(await storage.snapshot('session')).filter((key) => !NOT_OURS.test(key));
  await storage.removeItems(kept.map((key) => `session:${key}` as const));
}
