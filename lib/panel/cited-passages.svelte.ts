import type { SnapshotId } from '../domain/ids';
import type { PageSnapshot } from '../domain/page';
import type { PassageOutcome } from '../domain/passage';
import type { Queries } from '../storage/queries';
import type { Notices } from './notices.svelte';

/** A page as it was read, on view at one of its blocks. */
export interface StoredPageView {
  readonly page: PageSnapshot;
  readonly blockId: string;
  /** Why it is this that is shown rather than the page itself; null where its user wanted it. */
  readonly reason: string | null;
}

interface CitedPassagesDependencies {
  readonly queries: Pick<Queries, 'snapshots'>;
  readonly notices: Notices;
  /** Where a block stands; undefined where no page of the chat has it. */
  readonly passageOf: (blockId: string) => { readonly pageId: SnapshotId } | undefined;
  readonly show: (pageId: SnapshotId, blockId: string, quote: string) => Promise<PassageOutcome>;
  readonly run: (work: Promise<unknown>) => void;
}

const GONE = 'This passage is no longer on the page. Here is the page as Aside read it.';

/** Leads from a citation to its passage: in the page, else in what was stored of it. */
export class CitedPassages {
  #stored = $state.raw<StoredPageView | null>(null);
  readonly #dependencies: CitedPassagesDependencies;

  constructor(dependencies: CitedPassagesDependencies) {
    this.#dependencies = dependencies;
  }

  /** The stored page on view; null while none is. */
  get stored(): StoredPageView | null {
    return this.#stored;
  }

  /** Scrolls the page to a cited passage, and says where it was not as quoted. */
  async show(blockId: string, quote: string): Promise<void> {
    const { notices, passageOf, show, run } = this.#dependencies;
    const passage = passageOf(blockId);
    if (passage === undefined) return;
    const outcome = await show(passage.pageId, blockId, quote);
    const asRead = { label: 'As it was read', run: () => run(this.open(blockId)) };
    switch (outcome) {
      case 'shown':
        return;
      case 'closed':
        return notices.tell('This passage is in a closed part of the page. What is marked opens it.', asRead);
      case 'similar':
        return notices.tell('The page has changed since: this is the passage most like it.', asRead);
      case 'reopened':
        return notices.tell(
          'The page was not open any more, so it was opened again; the browser looks for the passage in it.',
          asRead,
        );
      case 'reopened-shown':
        return notices.tellBriefly('The page was not open any more, so it was opened again.');
      case 'reopened-closed':
        return notices.tell(
          'The page was opened again. This passage is in a closed part of it; what is marked opens it.',
          asRead,
        );
      case 'reopened-similar':
        return notices.tell(
          'The page was opened again and has changed since: this is the passage most like it.',
          asRead,
        );
      case 'missing':
      case 'reopened-missing':
        return this.open(blockId, GONE);
    }
  }

  /** Puts the stored page of a block on view. */
  async open(blockId: string, reason: string | null = null): Promise<void> {
    const { queries, passageOf } = this.#dependencies;
    const passage = passageOf(blockId);
    const [page] = passage === undefined ? [] : await queries.snapshots([passage.pageId]);
    if (page !== undefined) this.#stored = { page, blockId, reason };
  }

  close(): void {
    this.#stored = null;
  }
}
