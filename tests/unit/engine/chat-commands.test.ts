import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FRAME_MS } from '../../../lib/engine/live-run';
import { createChatCommands } from '../../../lib/engine/chat-commands';
import { createEngineRig, sendRequest } from '../../support/engine-rig';
import { chatIdOf, chatRow, messageIdOf, MODEL } from '../../support/rows';
import { createScriptedProvider } from '../../support/scripted-provider';

const CHAT = chatIdOf('c');
const A1 = messageIdOf('a1');

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Commands over an engine whose chat `c` holds one finished exchange. */
async function rig() {
  const script = createScriptedProvider();
  const { engine, store } = createEngineRig({ provider: script.provider });
  const commands = createChatCommands({ store, engine, now: () => 9000 });
  const answer = async (text: string) => {
    script.say(text);
    script.end();
    await vi.advanceTimersByTimeAsync(FRAME_MS);
  };
  await engine.send(sendRequest());
  await answer('One.');
  return { engine, store, commands, answer, chat: () => store.chat(CHAT) };
}

describe('Clear chat', () => {
  test('empties the thread, and Undo brings it back', async () => {
    const { commands, chat, store } = await rig();
    await commands.clear(CHAT);
    expect(await chat()).toMatchObject({ leafId: null, clearedLeafId: 'a1' });
    await commands.clear(CHAT);
    expect(await chat()).toMatchObject({ leafId: null, clearedLeafId: 'a1' });
    await commands.undoClear(CHAT);
    await commands.undoClear(CHAT);
    expect(await chat()).toMatchObject({ leafId: 'a1', clearedLeafId: null });
    expect(await store.thread(A1)).toHaveLength(2);
  });

  test('stops what is being answered, and what was written comes back with Undo', async () => {
    const { engine, commands, store } = await rig();
    await engine.send(sendRequest({}, 2));
    await commands.clear(CHAT);
    expect(await store.message(messageIdOf('a2'))).toMatchObject({ status: 'stopped' });
    await commands.undoClear(CHAT);
    expect((await store.chat(CHAT))?.leafId).toBe('a2');
  });

  test('is final with the next question: what was cleared is gone', async () => {
    const { engine, commands, answer, store, chat } = await rig();
    await commands.rate(A1, 1, null);
    await commands.clear(CHAT);
    await engine.send(sendRequest({}, 2));
    await answer('Two.');
    await commands.undoClear(CHAT);
    expect([...store.rows.messages.keys()]).toEqual(['q2', 'a2']);
    expect([...store.rows.bodies.keys()]).toEqual(['q2', 'a2']);
    expect(store.rows.feedback.size).toBe(0);
    expect(await chat()).toMatchObject({ leafId: 'a2' });
  });

  test('is undone for good by putting a version on view', async () => {
    const { engine, commands, store } = await rig();
    await commands.clear(CHAT);
    await commands.selectVersion(A1);
    await engine.send(sendRequest({}, 2));
    expect(store.rows.messages.has(A1)).toBe(true);
  });
});

const DELETE = { kind: 'delete', on: true } as const;

describe('organising chats', () => {
  test('changes all that are named, and only what was asked', async () => {
    const { commands, chat, store } = await rig();
    const other = chatIdOf('d');
    store.rows.chats.set(other, chatRow('d', { tags: ['Work'] }));
    await commands.organise([CHAT, other, chatIdOf('none')], { kind: 'tag', tag: '# work ', on: true });
    expect((await chat())?.tags).toEqual(['work']);
    expect(store.rows.chats.get(other)?.tags).toEqual(['work']);
    await commands.organise([other], { kind: 'archive', on: true });
    expect(store.rows.chats.get(other)).toMatchObject({ archived: true, tags: ['work'], pinned: false });
    expect((await chat())?.archived).toBe(false);
    expect([...store.rows.chats.keys()]).toEqual([CHAT, other]);
  });
});

describe('deleting a chat', () => {
  test('hides it until it is purged, and Undo brings it back', async () => {
    const { commands, chat, store } = await rig();
    await commands.organise([CHAT], DELETE);
    expect((await chat())?.deletedAt).toBe(9000);
    await commands.organise([CHAT], { kind: 'delete', on: false });
    await store.purgeDeleted(10_000);
    expect((await chat())?.deletedAt).toBeNull();
    await commands.organise([CHAT], DELETE);
    await store.purgeDeleted(9001);
    expect(store.rows.messages.size).toBe(0);
  });

  test('stops its runs', async () => {
    const { engine, commands, store } = await rig();
    await engine.send(sendRequest({}, 2));
    await commands.organise([CHAT], DELETE);
    expect(store.rows.runs.size).toBe(0);
  });
});

describe('other commands', () => {
  test('renaming trims, keeps to 200 characters and refuses nothing at all', async () => {
    const { commands, chat } = await rig();
    await commands.rename(CHAT, '  New name ');
    expect((await chat())?.title).toBe('New name');
    await commands.rename(CHAT, '   ');
    expect((await chat())?.title).toBe('New name');
    await commands.rename(CHAT, 'x'.repeat(300));
    expect((await chat())?.title).toHaveLength(200);
  });

  test('a version is put on view with the newest that follows it', async () => {
    const { engine, commands, answer, chat } = await rig();
    await engine.send(sendRequest({}, 2));
    await answer('Two.');
    await engine.regenerate({ messageId: A1, answerId: messageIdOf('b1'), modelRef: MODEL, page: null });
    await answer('Other.');
    expect((await chat())?.leafId).toBe('b1');
    await commands.selectVersion(A1);
    expect((await chat())?.leafId).toBe('a2');
    await commands.selectVersion(messageIdOf('b1'));
    expect((await chat())?.leafId).toBe('b1');
  });

  test('a thumb is stored with its time, changed and withdrawn', async () => {
    const { commands, store } = await rig();
    await commands.rate(A1, 0, 'Wrong year');
    expect(store.rows.feedback.get(A1)).toEqual({ messageId: A1, rating: 0, at: 9000, comment: 'Wrong year' });
    await commands.rate(A1, 1, null);
    expect(store.rows.feedback.get(A1)).toMatchObject({ rating: 1, comment: null });
    await commands.rate(A1, null, null);
    expect(store.rows.feedback.size).toBe(0);
  });

  test('the page switch is remembered with the chat', async () => {
    const { commands, chat } = await rig();
    await commands.setReadPage(CHAT, true);
    expect((await chat())?.readPage).toBe(true);
  });

  test('for a chat or message that is not there nothing happens', async () => {
    const { commands, store } = await rig();
    const none = chatIdOf('none');
    await commands.rename(none, 'x');
    await commands.clear(none);
    await commands.undoClear(none);
    await commands.organise([none], DELETE);
    await commands.setReadPage(none, true);
    await commands.selectVersion(messageIdOf('none'));
    expect([...store.rows.chats.keys()]).toEqual(['c']);
  });
});

test('a new title that comes while a turn begins stays', async () => {
  const { engine, commands, answer, chat } = await rig();
  const asked = engine.send(sendRequest({}, 2));
  await Promise.all([asked, commands.rename(CHAT, 'Bridges'), commands.setReadPage(CHAT, true)]);
  await answer('Two.');
  expect(await chat()).toMatchObject({ title: 'Bridges', readPage: true, leafId: 'a2' });
});

test('an answer made once by another model leaves the chat with its own', async () => {
  const { engine, chat } = await rig();
  const other = { ...MODEL, model: 'other' };
  const request = { messageId: A1, modelRef: other, page: null };
  await engine.regenerate({ ...request, answerId: messageIdOf('b1'), once: true });
  expect((await chat())?.modelRef).toEqual(MODEL);
  await engine.regenerate({ ...request, answerId: messageIdOf('b2') });
  expect((await chat())?.modelRef).toEqual(other);
});
