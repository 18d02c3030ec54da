import { ChatFailure } from '../domain/errors';
import { randomId, type ChatId, type MakeId, type SnapshotId } from '../domain/ids';
import {
  blockNumber,
  renumberPage,
  samePage,
  sameText,
  withSelection,
  type PageSnapshot,
  type PageText,
} from '../domain/page';
import type { ChatStore } from './chat-store';
import type { CaptureOptions, PageSource } from './page-source';

interface CapturePageDependencies {
  readonly store: Pick<ChatStore, 'snapshot' | 'snapshotsOf' | 'putSnapshot'>;
  /** Reads a tab; rejects with a ChatFailure whose kind starts with `page-`. */
  readonly readTab: (tabId: number, options: ReadOptions) => Promise<PageText>;
  /** Reads what is selected in a tab; empty where nothing is. Without it nothing is ever selected. */
  readonly readSelection?: (tabId: number, signal?: AbortSignal) => Promise<string>;
  readonly now?: () => number;
  readonly newId?: MakeId;
}

type ReadOptions = Pick<CaptureOptions, 'signal' | 'confirmed'>;

/**
 * Makes the engine's page source over a reader of tabs. Blocks are numbered on from the chat's earlier pages, so a
 * mark names one passage in the whole chat; a page that did not change keeps its snapshot, and its text goes once. A
 * preview goes as it was shown, numbered again if another page of the chat has taken its numbers meanwhile.
 */
export function createPageSource(dependencies: CapturePageDependencies): PageSource {
  const { store, readTab, readSelection = async () => '', now = Date.now, newId = randomId } = dependencies;

  const earlierOf = (chatId: ChatId | null) => (chatId === null ? [] : store.snapshotsOf(chatId));
  const stored = async (id: SnapshotId | null | undefined) => (id == null ? undefined : store.snapshot(id));

  async function read(tabId: number, options: ReadOptions): Promise<PageText> {
    // A selection that can't be read is no reason to go without the page.
    const [page, selection] = await Promise.all([
      readTab(tabId, options),
      readSelection(tabId, options.signal).catch(() => ''),
    ]);
    return withSelection(page, selection);
  }

  /** Stores a page under a name and a fence of its own, numbered on from the chat's others, unless it is one of them. */
  async function keep(
    page: Omit<PageSnapshot, 'id' | 'fence'>,
    earlier: readonly PageSnapshot[],
  ): Promise<PageSnapshot> {
    const unchanged = earlier.find((snapshot) => samePage(snapshot, page));
    if (unchanged !== undefined) return unchanged;
    const snapshot: PageSnapshot = {
      ...renumberPage(page, lastNumber(earlier)),
      id: newId() as SnapshotId,
      fence: newId().replaceAll('-', '').slice(0, 12),
    };
    await store.putSnapshot(snapshot);
    return snapshot;
  }

  return {
    async capture({ tabId, snapshotId }, chatId, { previous, ...options } = {}) {
      const earlier = await earlierOf(chatId);
      const previewed = await stored(snapshotId);
      if (previewed !== undefined) return isUsable(previewed, earlier) ? previewed : keep(previewed, earlier);
      const page = await read(tabId, options);
      const shown = await stored(previous);
      const same = shown !== undefined && sameText(page, shown);
      if (same && isUsable(shown, earlier)) return shown;
      const alike = earlier.filter((snapshot) => sameText(unselected(snapshot), unselected(page)));
      const selection = hasSelection(page);
      // What its user chose last of a page holds, and what the model has read does not go again for another selection.
      const chosen = alike
        .filter((snapshot) => wentWhole(snapshot) || !hasSelection(snapshot))
        .toSorted(latestFirst)[0];
      if (chosen !== undefined && !selection) return chosen;
      const known = alike.find(wentWhole);
      const omitted = known === undefined ? [] : unselected(page).blocks.map(({ id }) => id);
      return keep({ ...page, ...(omitted.length > 0 ? { omitted } : {}), takenAt: now(), tabId }, earlier);
    },
    async choose(snapshotId, omitted, chatId, kept = []) {
      const snapshot = await store.snapshot(snapshotId);
      if (snapshot === undefined)
        throw new ChatFailure({ kind: 'unknown', detail: 'That page is no longer stored.' });
      return keep({ ...snapshot, omitted, kept, chosenAt: now() }, await earlierOf(chatId));
    },
  };
}

function hasSelection({ blocks }: PageText): boolean {
  return blocks.some(({ selected }) => selected === true);
}

function latestFirst(one: PageSnapshot, other: PageSnapshot): number {
  return (other.chosenAt ?? other.takenAt) - (one.chosenAt ?? one.takenAt);
}

function wentWhole({ omitted = [] }: PageSnapshot): boolean {
  return omitted.length === 0;
}

/** A page as it is without its selection, and with nothing left out. */
function unselected({ url, blocks }: PageText): Pick<PageText, 'url' | 'blocks'> {
  return { url, blocks: blocks.filter(({ selected }) => selected !== true) };
}

/** Whether a chat can carry a stored page as it is: it does already, or none of its pages has the same numbers. */
function isUsable(page: PageSnapshot, earlier: readonly PageSnapshot[]): boolean {
  const last = lastNumber(earlier);
  return earlier.some(({ id }) => id === page.id) || page.blocks.every(({ id }) => blockNumber(id) > last);
}

function lastNumber(pages: readonly PageText[]): number {
  return Math.max(0, ...pages.flatMap(({ blocks }) => blocks.map(({ id }) => blockNumber(id))));
}
