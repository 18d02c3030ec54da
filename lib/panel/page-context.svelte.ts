import { toChatError, type ChatError } from '../domain/errors';
import type { SnapshotId } from '../domain/ids';
import type { PageRequest } from '../domain/page';
import type { PagePreview } from '../domain/page-preview';

/** What the chip shows of the page that the next question carries. */
export type PageState =
  | { readonly kind: 'off' }
  | { readonly kind: 'reading'; readonly tabId: number | null }
  | { readonly kind: 'ready'; readonly tabId: number; readonly page: PagePreview }
  | { readonly kind: 'failed'; readonly tabId: number | null; readonly error: ChatError };

interface PageContextDependencies {
  readonly currentTab: () => Promise<{ readonly id: number } | null>;
  /** Reads a tab; `previous` is the page shown before, which stays if it is still the same. */
  readonly capture: (tabId: number, previous: SnapshotId | null) => Promise<PagePreview>;
  /** The same page with other blocks left out. */
  readonly choose: (snapshotId: SnapshotId, omitted: readonly string[]) => Promise<PagePreview>;
}

/** Follows the page in front of the user while page reading is on; what it shows is what is sent. */
export class PageContext {
  #state = $state.raw<PageState>({ kind: 'off' });
  #turn = 0;
  #locating: Promise<unknown> = Promise.resolve();
  readonly #dependencies: PageContextDependencies;

  constructor(dependencies: PageContextDependencies) {
    this.#dependencies = dependencies;
  }

  get current(): PageState {
    return this.#state;
  }

  /** Reads the current tab again, or lets go of it. A later call overtakes an earlier one. */
  async refresh(on: boolean): Promise<void> {
    const turn = ++this.#turn;
    const show = (state: PageState) => {
      if (turn === this.#turn) this.#state = state;
    };
    if (!on) return show({ kind: 'off' });
    const shown = this.#state.kind === 'ready' ? this.#state : null;
    const isShown = shown !== null;
    if (!isShown) show({ kind: 'reading', tabId: null });
    let tabId: number | null = null;
    try {
      const locating = this.#dependencies.currentTab();
      this.#locating = locating.catch(() => null);
      tabId = (await locating)?.id ?? null;
      if (tabId === null) return show({ kind: 'failed', tabId, error: { kind: 'page-unreadable' } });
      if (!isShown) show({ kind: 'reading', tabId });
      const previous = shown?.tabId === tabId ? shown.page.snapshotId : null;
      show({ kind: 'ready', tabId, page: await this.#dependencies.capture(tabId, previous) });
    } catch (reason) {
      show({ kind: 'failed', tabId, error: toChatError(reason) });
    }
  }

  /** Leaves these blocks of the page on the chip out, by their ids in its snapshot, and no others. */
  async choose(omitted: readonly string[]): Promise<void> {
    const state = this.#state;
    if (state.kind !== 'ready') return;
    const turn = ++this.#turn;
    const page = await this.#dependencies.choose(state.page.snapshotId, omitted);
    if (turn === this.#turn) this.#state = { ...state, page };
  }

  /**
   * The page for a question asked now: the one on the chip, or the tab itself where it is being read or can be allowed
   * yet; null where reading is off or the page has nothing to read.
   */
  async request(): Promise<PageRequest | null> {
    while (this.#state.kind === 'reading' && this.#state.tabId === null) await this.#locating;
    const state = this.#state;
    if (state.kind === 'ready') return { tabId: state.tabId, snapshotId: state.page.snapshotId };
    const worthTrying =
      state.kind === 'reading' || (state.kind === 'failed' && state.error.kind === 'page-permission');
    return worthTrying && state.tabId !== null ? { tabId: state.tabId, snapshotId: null } : null;
  }
}
