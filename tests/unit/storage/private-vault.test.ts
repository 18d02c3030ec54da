import { describe, expect, test } from 'vitest';
import type { MemoryRows } from '../../../lib/storage/memory-rows';
import { createPrivateVault, createTemporaryVault } from '../../../lib/storage/private-vault';
import { describeChatStore } from '../../support/chat-store-contract';
import {
  answerRow,
  block,
  chatIdOf,
  messageIdOf,
  snapshotIdOf,
  snapshotRow,
  textParts,
  turnRows,
} from '../../support/rows';

const keepNothing = async () => undefined;

describeChatStore('a private vault', async () => createPrivateVault(keepNothing));

test('a private vault ends with its windows', async () => {
  const rows: MemoryRows[] = [];
  const vault = createPrivateVault(async (made) => void rows.push(made));
  await vault.store.beginTurn(turnRows());
  expect(await vault.queries.chats()).toHaveLength(1);
  expect(vault.health.state).toEqual({ kind: 'private' });
  await vault.clear();
  expect(await vault.queries.chats()).toEqual([]);
  expect(rows[0]?.bodies.size).toBe(0);
});

describe('a vault of temporary chats', () => {
  test('marks what begins in it, and gives it whole as a chat to be stored', async () => {
    const vault = createTemporaryVault(keepNothing);
    await vault.store.putSnapshot(snapshotRow('s', [block('b1', 'text')]));
    await vault.store.beginTurn(turnRows());
    await vault.store.setPage(messageIdOf('q'), { snapshotId: snapshotIdOf('s') } as never);
    await vault.store.finishRun(turnRows().run, answerRow('a', 'q'), textParts('Because.'));
    await vault.store.rate(messageIdOf('a'), { messageId: messageIdOf('a'), rating: 1, at: 1, comment: null });
    expect(await vault.store.chat(chatIdOf('c'))).toMatchObject({ temporary: true });
    expect(await vault.take(chatIdOf('c'))).toMatchObject({
      whole: {
        chat: { id: 'c', temporary: false },
        messages: [{ id: 'q' }, { id: 'a', status: 'complete' }],
        bodies: [{ messageId: 'q' }, { messageId: 'a', parts: textParts('Because.') }],
        snapshots: [{ id: 's' }],
      },
      feedback: [{ messageId: 'a', rating: 1 }],
    });
    expect(await vault.take(chatIdOf('none'))).toBeNull();
  });

  test('says how many are left when one is forgotten', async () => {
    const vault = createTemporaryVault(keepNothing);
    await vault.store.beginTurn(turnRows());
    await vault.store.beginTurn({ ...turnRows(), chat: { ...turnRows().chat, id: chatIdOf('d') } });
    expect(await vault.forget(chatIdOf('c'))).toBe(1);
    expect(await vault.forget(chatIdOf('d'))).toBe(0);
    expect(await vault.queries.chats()).toEqual([]);
  });
});
