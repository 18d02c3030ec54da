import { describe, expect, test } from 'vitest';
import { chosenBlocks, type PageText } from '../../../lib/domain/page';
import { createPageSource } from '../../../lib/engine/capture-page';
import { createMemoryChatStore } from '../../support/memory-chat-store';
import { block, chatIdOf, numberedIds, questionRow, snapshotIdOf } from '../../support/rows';

const CHAT = chatIdOf('c');

/** A page source whose tabs show the given texts. */
function rig(tabs: Record<number, readonly string[]>, selections: Record<number, string> = {}) {
  const store = createMemoryChatStore();
  const readTab = async (tabId: number): Promise<PageText> => ({
    title: `Tab ${tabId}`,
    url: `https://example.com/${tabId}`,
    language: null,
    blocks: (tabs[tabId] ?? []).map((text, index) => block(`b${index + 1}`, text)),
    notes: [],
  });
  const readSelection = async (tabId: number): Promise<string> => selections[tabId] ?? '';
  let asked = 0;
  const clock = { now: 5000 };
  const pages = createPageSource({ store, readTab, readSelection, now: () => clock.now, newId: numberedIds() });
  /** Captures for the chat and lets a question carry it, as a run does. */
  async function ask(tabId: number) {
    const snapshot = await pages.capture({ tabId, snapshotId: null }, CHAT);
    const question = questionRow(`q${(asked += 1)}`, null);
    store.rows.messages.set(question.id, question);
    await store.setPage(question.id, { snapshotId: snapshot.id, title: snapshot.title, url: snapshot.url });
    return snapshot;
  }
  return { store, pages, tabs, selections, ask, clock };
}

const idsOf = ({ blocks }: { blocks: readonly { id: string }[] }) => blocks.map(({ id }) => id);

describe('capturing a page', () => {
  test('stores what was read, with its time, its tab and a fence of its own', async () => {
    const { pages, store } = rig({ 1: ['one'] });
    const snapshot = await pages.capture({ tabId: 1, snapshotId: null }, CHAT);
    expect(snapshot).toMatchObject({ title: 'Tab 1', takenAt: 5000, tabId: 1 });
    expect(snapshot.fence).not.toBe('');
    expect(await store.snapshot(snapshot.id)).toEqual(snapshot);
  });

  test('numbers blocks on from the earlier pages of the chat', async () => {
    const { ask } = rig({ 1: ['one', 'two'], 2: ['three'], 3: ['four', 'five'] });
    expect(idsOf(await ask(1))).toEqual(['b1', 'b2']);
    expect(idsOf(await ask(2))).toEqual(['b3']);
    expect(idsOf(await ask(3))).toEqual(['b4', 'b5']);
  });

  test('gives back the earlier snapshot of a page that did not change', async () => {
    const { ask, tabs } = rig({ 1: ['one'], 2: ['two'] });
    const first = await ask(1);
    await ask(2);
    expect((await ask(1)).id).toBe(first.id);
    tabs[1] = ['one', 'more'];
    const changed = await ask(1);
    expect(changed.id).not.toBe(first.id);
    expect(idsOf(changed)).toEqual(['b3', 'b4']);
  });

  test('gives back what was previewed, though the tab shows something else by now', async () => {
    const { pages, tabs } = rig({ 1: ['one'] });
    const preview = await pages.capture({ tabId: 1, snapshotId: null }, null);
    tabs[1] = ['changed'];
    expect(await pages.capture({ tabId: 1, snapshotId: preview.id }, CHAT)).toEqual(preview);
  });

  test('reads anew where the preview is gone', async () => {
    const { pages, store } = rig({ 1: ['one'] });
    const preview = await pages.capture({ tabId: 1, snapshotId: null }, null);
    await store.purgeDeleted(6000);
    const snapshot = await pages.capture({ tabId: 1, snapshotId: preview.id }, CHAT);
    expect(snapshot.id).not.toBe(preview.id);
    expect(snapshot.blocks).toEqual(preview.blocks);
  });

  test('numbers a preview again where another page of the chat has taken its numbers meanwhile', async () => {
    const { pages, store, ask } = rig({ 1: ['one', 'two'], 2: ['three'] });
    const preview = await pages.capture({ tabId: 2, snapshotId: null }, CHAT);
    await ask(1);
    const sent = await pages.capture({ tabId: 2, snapshotId: preview.id }, CHAT);
    expect(idsOf(sent)).toEqual(['b3']);
    expect(sent.blocks.map(({ text }) => text)).toEqual(['three']);
    expect(await store.snapshot(sent.id)).toEqual(sent);
  });

  test('keeps a preview that is still the page, with what was left out of it', async () => {
    const { pages, tabs } = rig({ 1: ['one', 'two'] });
    const first = await pages.capture({ tabId: 1, snapshotId: null }, CHAT);
    const chosen = await pages.choose(first.id, ['b2'], CHAT);
    expect(chosen).toMatchObject({ blocks: first.blocks, omitted: ['b2'] });
    expect([chosen.id, chosen.fence]).not.toEqual([first.id, first.fence]);
    const again = await pages.capture({ tabId: 1, snapshotId: null }, CHAT, { previous: chosen.id });
    expect(again).toEqual(chosen);
    tabs[1] = ['one', 'changed'];
    const changed = await pages.capture({ tabId: 1, snapshotId: null }, CHAT, { previous: chosen.id });
    expect(changed.omitted).toBeUndefined();
    await expect(pages.choose(snapshotIdOf('gone'), [], CHAT)).rejects.toThrow('no longer stored');
  });

  test('takes a choice of blocks for another page, numbered on where the chat has the first', async () => {
    const { pages, ask } = rig({ 1: ['one', 'two'] });
    const whole = await ask(1);
    const part = await pages.choose(whole.id, ['b1'], CHAT);
    expect(part.omitted).toEqual(['b3']);
    expect(idsOf(part)).toEqual(['b3', 'b4']);
    expect((await pages.choose(part.id, [], CHAT)).id).toBe(whole.id);
  });

  test('lets hold what its user chose last of a page, also where nothing tells any more what was on view', async () => {
    const { pages, store, ask, clock } = rig({ 1: ['one', 'two'] });
    await ask(1);
    clock.now = 5001;
    const whole = (await store.snapshotsOf(CHAT))[0];
    if (whole === undefined) throw new Error('The page is stored.');
    const chosen = await pages.choose(whole.id, [], CHAT, ['b2']);
    expect(chosen.kept).toEqual(['b4']);
    const question = questionRow('q9', null);
    store.rows.messages.set(question.id, question);
    await store.setPage(question.id, { snapshotId: chosen.id, title: chosen.title, url: chosen.url });
    expect((await pages.capture({ tabId: 1, snapshotId: null }, CHAT)).id).toBe(chosen.id);
  });

  test('reads what is selected first; a page that went already does not go again with another selection', async () => {
    const { ask, selections } = rig({ 1: ['one', 'two'] }, { 1: 'wo' });
    const first = await ask(1);
    expect(first.blocks.map(({ text }) => text)).toEqual(['wo', 'one', 'two']);
    selections[1] = 'ne';
    const second = await ask(1);
    expect(chosenBlocks(second).map(({ id, text }) => [id, text])).toEqual([['b4', 'ne']]);
    selections[1] = '';
    expect((await ask(1)).id).toBe(first.id);
  });

  test('hands on why a tab could not be read', async () => {
    const pages = createPageSource({
      store: createMemoryChatStore(),
      readTab: () => Promise.reject(new Error('closed')),
    });
    await expect(pages.capture({ tabId: 1, snapshotId: null }, CHAT)).rejects.toThrow('closed');
  });
});
