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
 * mark names one passage in the whole chat; a page that did not change keeps its snapshot, and its text goes once.
 */
export function createPageSource(dependencies: CapturePageDependencies): PageSource {
  const { store, readTab, now = Date.now, newId = randomId } = dependencies;
  return {
    async capture({ tabId, snapshotId }, chatId, signal) {
      const previewed = snapshotId === null ? undefined : await store.snapshot(snapshotId);
      if (previewed !== undefined) return previewed;
      const page = await readTab(tabId, signal);
      const earlier = chatId === null ? [] : await store.snapshotsOf(chatId);
      const unchanged = earlier.find((snapshot) => samePage(snapshot, page));
      if (unchanged !== undefined) return unchanged;
      const last = Math.max(0, ...earlier.flatMap(({ blocks }) => blocks.map(({ id }) => blockNumber(id))));
      const snapshot: PageSnapshot = {
        ...page,
        blocks: renumberBlocks(page.blocks, last),
        id: newId() as SnapshotId,
        takenAt: now(),
        tabId,
        fence: newId().replaceAll('-', '').slice(0, 12),
      };
      await store.putSnapshot(snapshot);
      return snapshot;
    },
  };
}
