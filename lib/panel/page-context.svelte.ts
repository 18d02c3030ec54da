import { toChatError, type ChatError } from '../domain/errors';
import type { CapturedPage } from '../messaging/protocol';

/** What the chip shows of the page that the next question carries. */
export type PageState =
  | { readonly kind: 'off' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'ready'; readonly tabId: number; readonly page: CapturedPage }
  | { readonly kind: 'failed'; readonly tabId: number | null; readonly error: ChatError };

interface PageContextDependencies {
  readonly currentTab: () => Promise<{ readonly id: number } | null>;
  readonly capture: (tabId: number) => Promise<CapturedPage>;
}

/** Follows the page in front of the user while page reading is on; what it shows is what is sent. */
export class PageContext {
  #state = $state.raw<PageState>({ kind: 'off' });
  #turn = 0;
  #reading: Promise<void> = Promise.resolve();
  readonly #dependencies: PageContextDependencies;

  constructor(dependencies: PageContextDependencies) {
    this.#dependencies = dependencies;
  }

  get current(): PageState {
    return this.#state;
  }

  /** Reads the current tab again, or lets go of it. A later call overtakes an earlier one. */
  refresh(on: boolean): Promise<void> {
    this.#reading = this.#read(on);
    return this.#reading;
  }

  async #read(on: boolean): Promise<void> {
    const turn = ++this.#turn;
    const show = (state: PageState) => {
      if (turn === this.#turn) this.#state = state;
    };
    if (!on) return show({ kind: 'off' });
    if (this.#state.kind !== 'ready') show({ kind: 'reading' });
    let tabId: number | null = null;
    try {
      tabId = (await this.#dependencies.currentTab())?.id ?? null;
      if (tabId === null) return show({ kind: 'failed', tabId, error: { kind: 'page-unreadable' } });
      show({ kind: 'ready', tabId, page: await this.#dependencies.capture(tabId) });
    } catch (reason) {
      show({ kind: 'failed', tabId, error: toChatError(reason) });
    }
  }

  /**
   * The page for a question asked now: the one on the chip, or the tab itself where its reading is not done or can be
   * allowed yet; null where reading is off or the page has nothing to read.
   */
  request(): { readonly tabId: number; readonly snapshotId: CapturedPage['snapshotId'] | null } | null {
    const state = this.#state;
    if (state.kind === 'ready') return { tabId: state.tabId, snapshotId: state.page.snapshotId };
    if (state.kind !== 'failed' || state.tabId === null || state.error.kind !== 'page-permission') return null;
    return { tabId: state.tabId, snapshotId: null };
  }

  /** Resolves when the chip shows a page, or why it does not. */
  async settled(): Promise<void> {
    while (this.#state.kind === 'reading') await this.#reading;
  }
}
