import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DeletionId } from '../../../lib/domain/ids';
import { FRAME_MS } from '../../../lib/engine/live-run';
import { createTreeCommands } from '../../../lib/engine/tree-commands';
import { createEngineRig, sendRequest } from '../../support/engine-rig';
import { chatIdOf, messageIdOf, MODEL, textParts } from '../../support/rows';
import { createScriptedProvider } from '../../support/scripted-provider';

const CHAT = chatIdOf('c');
const FORK = chatIdOf('f');
const D = 'd' as DeletionId;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Commands over an engine whose chat `c` holds three finished exchanges, the second with another answer, `b2`. */
async function rig() {
  const script = createScriptedProvider();
  const { engine, store } = createEngineRig({ provider: script.provider });
  const tree = createTreeCommands({ store, engine, now: () => 9000 });
  const answer = async (text: string) => {
    script.say(text);
    script.end();
    await vi.advanceTimersByTimeAsync(FRAME_MS);
  };
  const again = (messageId: string, answerId: string) =>
    engine.regenerate({
      messageId: messageIdOf(messageId),
      answerId: messageIdOf(answerId),
      modelRef: MODEL,
      page: null,
    });
  for (const number of [1, 2]) {
    await engine.send(sendRequest({}, number));
    await answer(`Answer ${number}.`);
  }
  await again('a2', 'b2');
  await answer('Other.');
  await engine.send(sendRequest({}, 3));
  await answer('Answer 3.');
  /** The branch on view. */
  const onView = async () => {
    const leafId = (await store.chat(CHAT))?.leafId ?? null;
    return leafId === null ? [] : (await store.thread(leafId)).map(({ message }) => message.id);
  };
  const remove = (messageId: string, scope: 'turn' | 'branch', deletionId = D) =>
    tree.deleteMessages({ deletionId, messageId: messageIdOf(messageId), scope });
  const undo = (leaf = 'a3', deletionId = D) => tree.undoDelete(CHAT, deletionId, messageIdOf(leaf));
  return { engine, store, tree, script, answer, again, onView, remove, undo };
}

describe('deleting a question with its answers', () => {
  test('leaves what follows it, and Undo brings it back', async () => {
    const { remove, undo, onView, store } = await rig();
    await remove('b2', 'turn');
    expect(await onView()).toEqual(['q1', 'a1', 'q3', 'a3']);
    expect((await store.message(messageIdOf('a2')))?.deletion).toEqual({ id: D, at: 9000 });
    await remove('b2', 'turn');
    await undo();
    await undo();
    expect(await onView()).toEqual(['q1', 'a1', 'q2', 'b2', 'q3', 'a3']);
  });

  test('at the end, shows what was before it', async () => {
    const { remove, undo, onView } = await rig();
    await remove('q3', 'turn');
    expect(await onView()).toEqual(['q1', 'a1', 'q2', 'b2']);
    await undo();
    expect(await onView()).toEqual(['q1', 'a1', 'q2', 'b2', 'q3', 'a3']);
  });

  test('is final when it is purged: what followed stays, below what stood above', async () => {
    const { remove, undo, onView, store } = await rig();
    await remove('q2', 'turn');
    await store.purgeDeleted(9001);
    expect([...store.rows.messages.keys()].toSorted()).toEqual(['a1', 'a3', 'q1', 'q3']);
    expect([...store.rows.bodies.keys()].toSorted()).toEqual(['a1', 'a3', 'q1', 'q3']);
    await undo();
    expect(await onView()).toEqual(['q1', 'a1', 'q3', 'a3']);
    expect((await store.message(messageIdOf('q3')))?.parentId).toBe('a1');
  });
});

describe('deleting a branch', () => {
  test('takes a version with all that follows it, and shows the version beside it', async () => {
    const { remove, undo, onView } = await rig();
    await remove('b2', 'branch');
    expect(await onView()).toEqual(['q1', 'a1', 'q2', 'a2']);
    await undo();
    expect(await onView()).toEqual(['q1', 'a1', 'q2', 'b2', 'q3', 'a3']);
  });

  test('from the first question on leaves an empty chat, in which one can ask', async () => {
    const { engine, remove, undo, answer, onView } = await rig();
    await remove('q1', 'branch');
    expect(await onView()).toEqual([]);
    await engine.send(sendRequest({}, 4));
    await answer('Anew.');
    expect(await onView()).toEqual(['q4', 'a4']);
    await undo();
    expect(await onView()).toEqual(['q1', 'a1', 'q2', 'b2', 'q3', 'a3']);
  });

  test('stops the answer that is written in it; what waited for that does not go, and is there again with Undo', async () => {
    const { engine, script, store, remove, undo } = await rig();
    await engine.send(sendRequest({}, 4));
    await engine.send(sendRequest({}, 5));
    const asked = script.requests.length;
    await remove('q4', 'branch');
    await vi.advanceTimersByTimeAsync(FRAME_MS);
    expect(script.requests).toHaveLength(asked);
    expect(await store.message(messageIdOf('a4'))).toMatchObject({ status: 'stopped', deletion: { id: D } });
    await undo('a4');
    expect(await store.chat(CHAT)).toMatchObject({ leafId: 'a4', queue: [{ messageId: 'q5' }] });
    await engine.sendQueued(CHAT);
    await vi.advanceTimersByTimeAsync(FRAME_MS);
    expect(script.requests).toHaveLength(asked + 1);
  });

  test('an answer does not come back without its question', async () => {
    const { remove, undo, onView } = await rig();
    await remove('b2', 'branch');
    await remove('q2', 'turn', 'e' as DeletionId);
    await undo();
    expect(await onView()).toEqual(['q1', 'a1', 'q2', 'b2', 'q3', 'a3']);
  });

  test('of a message that is gone says so', async () => {
    const { remove } = await rig();
    await expect(remove('nobody', 'turn')).rejects.toMatchObject({ chatError: { kind: 'unknown' } });
  });

  test('an answer that was deleted is not made again', async () => {
    const { remove, again } = await rig();
    await remove('b2', 'branch');
    await expect(again('b2', 'x')).rejects.toMatchObject({ chatError: { kind: 'unknown' } });
  });
});

describe('a fork', () => {
  test('holds the branch up to the message, and its source stays as it was', async () => {
    const { tree, store, onView } = await rig();
    const before = structuredClone(new Map(store.rows.messages));
    await tree.fork(messageIdOf('b2'), FORK);
    await tree.fork(messageIdOf('b2'), FORK);
    const fork = await store.chat(FORK);
    expect(fork?.title).toBe('Question 1? (fork)');
    const copied = await store.thread(fork?.leafId ?? messageIdOf(''));
    expect(copied.map(({ parts }) => parts)).toEqual(
      ['Question 1?', 'Answer 1.', 'Question 2?', 'Other.'].map(textParts),
    );
    expect(await onView()).toEqual(['q1', 'a1', 'q2', 'b2', 'q3', 'a3']);
    for (const [id, message] of before) expect(store.rows.messages.get(id)).toEqual(message);
  });

  test('is a chat like any other: one goes on in it', async () => {
    const { engine, tree, store, answer, onView } = await rig();
    await tree.fork(messageIdOf('a1'), FORK);
    await engine.send(sendRequest({ chatId: FORK }, 7));
    await answer('Further.');
    expect(await store.thread(messageIdOf('a7'))).toHaveLength(4);
    expect(await onView()).not.toContain('a7');
  });

  test('of a message that was deleted says so', async () => {
    const { tree, remove } = await rig();
    await remove('b2', 'branch');
    await expect(tree.fork(messageIdOf('b2'), FORK)).rejects.toMatchObject({ chatError: { kind: 'unknown' } });
  });
});
