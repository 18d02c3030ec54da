import { expect, test } from 'vitest';
import type { Message } from '../../../../lib/domain/chat';
import type { SpendingEntry } from '../../../../lib/domain/spending/spending-book';
import { settleDeadRuns } from '../../../../lib/engine/settle-dead-runs';
import { createDeadRunCounter } from '../../../../lib/engine/spending/count-dead-run';
import { createMemoryChatStore } from '../../../support/memory-chat-store';
import { messageIdOf, MODEL, textParts, turnRows } from '../../../support/rows';
import { createScriptedProvider } from '../../../support/scripted-provider';

const A = messageIdOf('a');
const sent = { host: 'h', systemVersion: 1, budgetTokens: 1, continuedFrom: null, tokens: 400, fingerprint: '' };

async function settled(change: Partial<Message>, isThere = true) {
  const store = createMemoryChatStore();
  const turn = turnRows();
  await store.beginTurn({ ...turn, run: { ...turn.run, ownerId: 'dead' } });
  await store.checkpoint({ run: turn.run, parts: textParts('x'.repeat(40)) });
  store.rows.runs.clear();
  const message = store.rows.messages.get(A) ?? expect.unreachable();
  store.rows.messages.set(A, { ...message, ...change });
  const noted: SpendingEntry[] = [];
  const { provider } = createScriptedProvider();
  const count = createDeadRunCounter({
    store,
    resolveModel: async () => {
      if (!isThere) throw new Error('It is gone.');
      return { provider, assistantName: 'P', host: 'h', price: { input: 1, output: 10 } };
    },
  });
  const spending = { note: async (entry: SpendingEntry) => void noted.push(entry) };
  await settleDeadRuns(store, 'me', 7000, { count, spending });
  await settleDeadRuns(store, 'another', 7001, { count, spending });
  return { noted, answer: await store.message(A) };
}

test('a request whose background was killed is estimated once, by what was sent and what came', async () => {
  const { noted, answer } = await settled({ sent });
  const spent = {
    requests: 1,
    usage: { inputTokens: 400, outputTokens: 10 },
    cost: (400 + 100) / 1_000_000,
    estimated: true,
  };
  expect(noted).toEqual([{ modelRef: MODEL, provider: 'P', spent }]);
  expect(answer).toMatchObject({ status: 'interrupted', spent });
});

test('one that had not gone out, or may not have, or whose model is gone, is not', async () => {
  const each = [await settled({}), await settled({ sent, usage: {} }), await settled({ sent }, false)];
  expect(each.map(({ noted }) => noted)).toEqual([[], [], []]);
  expect(each.map(({ answer }) => answer?.status)).toEqual(['interrupted', 'interrupted', 'interrupted']);
});
