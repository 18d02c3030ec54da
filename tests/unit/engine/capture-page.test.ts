import { describe, expect, test } from 'vitest';
import type { PageText } from '../../../lib/domain/page';
import { createPageSource } from '../../../lib/engine/capture-page';
import { createMemoryChatStore } from '../../support/memory-chat-store';
import { block, chatIdOf, numberedIds, questionRow } from '../../support/rows';

const CHAT = chatIdOf('c');

/** A page source whose tabs show the given texts. */
function rig(tabs: Record<number, readonly string[]>) {
  const store = createMemoryChatStore();
  const readTab = async (tabId: number): Promise<PageText> => ({
    title: `Tab ${tabId}`,
    url: `https://example.com/${tabId}`,
    language: null,
    blocks: (tabs[tabId] ?? []).map((text, index) => block(`b${index + 1}`, text)),
    notes: [],
  });
  let asked = 0;
  const pages = createPageSource({ store, readTab, now: () => 5000, newId: numberedIds() });
  /** Captures for the chat and lets a question carry it, as a run does. */
  async function ask(tabId: number) {
    const snapshot = await pages.capture({ tabId, snapshotId: null }, CHAT);
    const question = questionRow(`q${(asked += 1)}`, null);
    store.rows.messages.set(question.id, question);
    await store.setPage(question.id, { snapshotId: snapshot.id, title: snapshot.title, url: snapshot.url });
    return snapshot;
  }
  return { store, pages, tabs, ask };
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

  test('hands on why a tab could not be read', async () => {
    const pages = createPageSource({
      store: createMemoryChatStore(),
      readTab: () => Promise.reject(new Error('closed')),
    });
    await expect(pages.capture({ tabId: 1, snapshotId: null }, CHAT)).rejects.toThrow('closed');
  });
});
