import { randomId, type MakeId, type SnapshotId } from '../domain/ids';
import { blockNumber, renumberBlocks, samePage, type PageSnapshot, type PageText } from '../domain/page';
import type { ChatStore } from './chat-store';
import type { PageSource } from './page-source';

interface CapturePageDependencies {
  readonly store: Pick<ChatStore, 'snapshot' | 'snapshotsOf' | 'putSnapshot'>;
  /** Reads a tab; rejects with a ChatFailure whose kind starts with `page-`. */
  readonly readTab: (tabId: number, signal?: AbortSignal) => Promise<PageText>;
  readonly now?: () => number;
  readonly newId?: MakeId;
}

/**
 * Makes the engine's page source over a reader of tabs. Blocks are numbered on from the chat's earlier pages, so a
 * mark names one passage in the whole chat; a page that did not change keeps its snapshot, and its text goes once. A
 * preview goes as it was shown, numbered again if another page of the chat has taken its numbers meanwhile.
 */
export function createPageSource(dependencies: CapturePageDependencies): PageSource {
  const { store, readTab, now = Date.now, newId = randomId } = dependencies;
  return {
    async capture({ tabId, snapshotId }, chatId, signal) {
      const earlier = chatId === null ? [] : await store.snapshotsOf(chatId);
      const last = Math.max(0, ...earlier.flatMap(numbersOf));
      const previewed = snapshotId === null ? undefined : await store.snapshot(snapshotId);
      const isFree = previewed && numbersOf(previewed).every((number) => number > last);
      if (previewed && (isFree || earlier.some(({ id }) => id === snapshotId))) return previewed;
      const page = previewed ?? (await readTab(tabId, signal));
      const unchanged = earlier.find((snapshot) => samePage(snapshot, page));
      if (unchanged !== undefined) return unchanged;
      const snapshot: PageSnapshot = {
        ...page,
        blocks: renumberBlocks(page.blocks, last),
        id: newId() as SnapshotId,
        takenAt: previewed?.takenAt ?? now(),
        tabId,
        fence: newId().replaceAll('-', '').slice(0, 12),
      };
      await store.putSnapshot(snapshot);
      return snapshot;
    },
  };
}

function numbersOf({ blocks }: PageText): readonly number[] {
  return blocks.map(({ id }) => blockNumber(id));
}
