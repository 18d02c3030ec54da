import type { PageSnapshot } from '../domain/page';
import { leaveOut, swapBlocks } from '../domain/map/swap-blocks';
import { allButSelection, type PagePreview } from '../domain/page-preview';
import type { Queries } from '../storage/queries';
import type { PageContext } from './page-context.svelte';

/** What was read of the page on the chip, to look at and to choose from. */
export class PageReading {
  #page = $state.raw<PageSnapshot | null>(null);
  readonly #queries: Pick<Queries, 'snapshots'>;
  readonly #context: Pick<PageContext, 'current' | 'choose'>;

  constructor(queries: Pick<Queries, 'snapshots'>, context: Pick<PageContext, 'current' | 'choose'>) {
    this.#queries = queries;
    this.#context = context;
  }

  /** The page on view; null while none is. */
  get page(): PageSnapshot | null {
    return this.#page;
  }

  /** Puts the page of the chip on view; nothing where there is none. */
  async open(): Promise<void> {
    const { current } = this.#context;
    this.#page = current.kind === 'ready' ? await this.#read(current.page) : null;
  }

  /**
   * Takes it off view, and leaves these blocks out; null: as before. What was looked at is what goes, also where the page
   * was read again meanwhile; where the chip is on another page by now nothing is chosen.
   */
  async close(omitted: readonly string[] | null): Promise<void> {
    const page = this.#page;
    this.#page = null;
    if (omitted === null || page === null) return;
    await this.#context.choose(async ({ url }) => (url === page.url ? leaveOut(page, omitted) : null));
  }

  /** Lets only what is selected go along, or everything again. */
  async selectionOnly(only: boolean): Promise<void> {
    await this.#context.choose(async (shown) => {
      const page = await this.#read(shown);
      return page && { snapshotId: page.id, omitted: only ? allButSelection(page) : [] };
    });
  }

  /** Swaps blocks of the page on the chip: those that go along stay out, and the other way round. */
  async swap(ids: readonly string[], goes: boolean): Promise<void> {
    await this.#context.choose(async (shown) => {
      const page = await this.#read(shown);
      return page && { snapshotId: page.id, ...swapBlocks(page, ids, goes) };
    });
  }

  async #read({ snapshotId }: PagePreview): Promise<PageSnapshot | null> {
    return (await this.#queries.snapshots([snapshotId]))[0] ?? null;
  }
}
