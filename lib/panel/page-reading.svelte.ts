import type { PageSnapshot } from '../domain/page';
import { allButSelection } from '../domain/page-preview';
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
    this.#page = await this.#read();
  }

  /** Takes it off view, and leaves these blocks out; null: as before. */
  async close(omitted: readonly string[] | null): Promise<void> {
    this.#page = null;
    if (omitted !== null) await this.#context.choose(omitted);
  }

  /** Lets only what is selected go along, or everything again. */
  async selectionOnly(only: boolean): Promise<void> {
    const page = await this.#read();
    if (page !== null) await this.#context.choose(only ? allButSelection(page) : []);
  }

  async #read(): Promise<PageSnapshot | null> {
    const { current } = this.#context;
    if (current.kind !== 'ready') return null;
    return (await this.#queries.snapshots([current.page.snapshotId]))[0] ?? null;
  }
}
