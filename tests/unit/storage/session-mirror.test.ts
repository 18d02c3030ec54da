import { expect, test, vi } from 'vitest';
import { createMemoryChatStore } from '../../../lib/storage/memory-chat-store';
import { createMemoryRows } from '../../../lib/storage/memory-rows';
import { mirrorToSession, type SessionArea } from '../../../lib/storage/session-mirror';
import { answerRow, chatIdOf, messageIdOf, textParts, turnRows } from '../../support/rows';

/** A session storage in memory that can refuse rows. */
function createSession() {
  const stored = new Map<string, unknown>();
  let full = false;
  let announced = 0;
  const area: SessionArea = {
    load: async () => Object.fromEntries(stored),
    async save(rows) {
      if (full) throw new Error('QUOTA_BYTES quota exceeded');
      for (const { key, value } of rows) stored.set(key, structuredClone(value));
    },
    async remove(keys) {
      for (const key of keys) stored.delete(key);
    },
    announce: async () => void (announced += 1),
  };
  return { area, stored, announced: () => announced, fill: () => void (full = true) };
}

test('what was in memory is there for the next background, under its own name', async () => {
  const session = createSession();
  const rows = createMemoryRows();
  await mirrorToSession(rows, 'private', session.area);
  const store = createMemoryChatStore(rows);
  await store.beginTurn(turnRows());
  await store.checkpoint({ run: turnRows().run, parts: textParts('Half') });
  await vi.waitFor(() => expect(JSON.stringify([...session.stored])).toContain('Half'));

  const later = createMemoryRows();
  await mirrorToSession(later, 'private', session.area);
  const thread = await createMemoryChatStore(later).thread(messageIdOf('a'));
  expect(thread.map(({ parts }) => parts)).toEqual([textParts('Why?'), textParts('Half')]);
  expect(await createMemoryChatStore(later).deadRuns('another')).toHaveLength(1);

  const other = createMemoryRows();
  await mirrorToSession(other, 'shared', session.area);
  expect(other.chats.size).toBe(0);
});

test('nothing is left of what was cleared', async () => {
  const session = createSession();
  const rows = createMemoryRows();
  await mirrorToSession(rows, 'private', session.area);
  await createMemoryChatStore(rows).beginTurn(turnRows());
  await vi.waitFor(() => expect(session.stored.size).toBe(6));
  rows.clear();
  await vi.waitFor(() => expect(session.stored.size).toBe(0));
});

test('panels hear of turns and ends, not of checkpoints', async () => {
  const session = createSession();
  const rows = createMemoryRows();
  await mirrorToSession(rows, 'shared', session.area);
  const store = createMemoryChatStore(rows);
  await store.beginTurn(turnRows());
  await vi.waitFor(() => expect(session.announced()).toBe(1));
  await store.checkpoint({ run: turnRows().run, parts: textParts('Half') });
  await vi.waitFor(() => expect(JSON.stringify([...session.stored])).toContain('Half'));
  await store.finishRun(turnRows().run, answerRow('a', 'q'), textParts('Whole'));
  await vi.waitFor(() => expect(JSON.stringify([...session.stored])).toContain('Whole'));
  await vi.waitFor(() => expect(session.announced()).toBe(2));
});

test('a session that is full still tells panels, and the rows go on', async () => {
  const session = createSession();
  const rows = createMemoryRows();
  await mirrorToSession(rows, 'shared', session.area);
  session.fill();
  await createMemoryChatStore(rows).beginTurn(turnRows());
  await vi.waitFor(() => expect(session.announced()).toBe(1));
  expect(rows.chats.has(chatIdOf('c'))).toBe(true);
});

test('without a name nothing is kept, and panels are told all the same', async () => {
  const session = createSession();
  const rows = createMemoryRows();
  await mirrorToSession(rows, null, session.area);
  await createMemoryChatStore(rows).beginTurn(turnRows());
  await vi.waitFor(() => expect(session.announced()).toBe(1));
  expect(session.stored.size).toBe(0);
});
