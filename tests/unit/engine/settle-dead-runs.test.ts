import { expect, test } from 'vitest';
import type { RunId } from '../../../lib/domain/ids';
import { settleDeadRuns } from '../../../lib/engine/settle-dead-runs';
import { createMemoryChatStore } from '../../support/memory-chat-store';
import { answerRow, messageIdOf, textParts, turnRows } from '../../support/rows';

test('what another background left streaming is interrupted, its text kept', async () => {
  const store = createMemoryChatStore();
  const turn = turnRows();
  await store.beginTurn({ ...turn, run: { ...turn.run, ownerId: 'dead' } });
  await store.checkpoint({ run: { ...turn.run, ownerId: 'dead' }, parts: textParts('Half') });
  await settleDeadRuns(store, 'me', 7000);
  expect(await store.message(messageIdOf('a'))).toMatchObject({
    status: 'interrupted',
    error: { kind: 'background-stopped' },
    finishedAt: 7000,
  });
  expect((await store.thread(messageIdOf('a'))).at(-1)?.parts).toEqual(textParts('Half'));
  expect(store.rows.runs.size).toBe(0);
});

test('own runs and finished answers stay as they are', async () => {
  const store = createMemoryChatStore();
  await store.beginTurn(turnRows());
  const done = answerRow('b', 'q');
  await store.finishRun({ ...turnRows().run, id: 'r2' as RunId, messageId: done.id }, done, []);
  await settleDeadRuns(store, 'me', 7000);
  expect((await store.message(messageIdOf('a')))?.status).toBe('streaming');
  expect((await store.message(messageIdOf('b')))?.status).toBe('complete');
  expect(store.rows.runs.size).toBe(1);
});

test('a streaming row whose run is missing is settled too', async () => {
  const store = createMemoryChatStore();
  await store.beginTurn(turnRows());
  store.rows.runs.clear();
  await settleDeadRuns(store, 'me', 7000);
  expect((await store.message(messageIdOf('a')))?.status).toBe('interrupted');
});
