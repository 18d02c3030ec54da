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

interface CaptureOptions {
  /** The page shown before, which stays if it is still the same. */
  readonly previous: SnapshotId | null;
  /** Hosts whose private pages the user has said yes to. */
  readonly confirmed: string[];
}

/** Which pages go along with a question of a chat that is about another page: the one in front, the earlier, or both. */
export type PageChoice = 'both' | 'earlier' | 'this';

/** Which blocks of a page that was read do not go, and which go first, by their ids in its snapshot. */
interface BlockChoice {
  readonly snapshotId: SnapshotId;
  readonly omitted: readonly string[];
  readonly kept?: readonly string[];
}

/** The tab in front; its title and address where the browser tells them, which takes a permission. */
export interface TabInFront {
  readonly id: number;
  readonly title?: string | null;
  readonly url?: string | null;
}

interface PageContextDependencies {
  readonly currentTab: () => Promise<TabInFront | null>;
  /** Reads a tab. */
  readonly capture: (tabId: number, options: CaptureOptions) => Promise<PagePreview>;
  /** The same page with other blocks left out, and others that go first. */
  readonly choose: (
    snapshotId: SnapshotId,
    omitted: readonly string[],
    kept: readonly string[],
  ) => Promise<PagePreview>;
}

/** Follows the page in front of the user while page reading is on; what it shows is what is sent. */
export class PageContext {
  #state = $state.raw<PageState>({ kind: 'off' });
  #choice = $state.raw<PageChoice>('both');
  #tab = $state.raw<TabInFront | null>(null);
  #turn = 0;
  readonly #confirmed = new Set<string>();
  #locating: Promise<unknown> = Promise.resolve();
  /** Choices made so far, and the end of the last one. */
  #choices = 0;
  #choosing: Promise<unknown> = Promise.resolve();
  readonly #dependencies: PageContextDependencies;

  constructor(dependencies: PageContextDependencies) {
    this.#dependencies = dependencies;
  }

  get current(): PageState {
    return this.#state;
  }

  /** The tab that was in front when it was last looked at; null where there was none. */
  get tab(): TabInFront | null {
    return this.#tab;
  }

  /** What the user chose for the page in front; `both` until they did, and again for another page. */
  get choice(): PageChoice {
    return this.#choice;
  }

  pick(choice: PageChoice): void {
    this.#choice = choice;
  }

  /** Reads a page that may be private after all: its user said yes, for this site and as long as this panel is open. */
  async confirm(): Promise<void> {
    const state = this.#state;
    if (state.kind !== 'failed' || state.error.host === undefined) return;
    this.#confirmed.add(state.error.host);
    await this.refresh(true);
  }

  /** Reads the current tab again, or lets go of it. A later call overtakes an earlier one. */
  async refresh(on: boolean): Promise<void> {
    const turn = ++this.#turn;
    const show = (state: PageState) => {
      if (turn === this.#turn) this.#state = state;
    };
    if (!on) return show({ kind: 'off' });
    if (this.#state.kind !== 'ready') show({ kind: 'reading', tabId: null });
    await this.#chosen();
    if (turn !== this.#turn) return;
    const choices = this.#choices;
    const shown = this.#state.kind === 'ready' ? this.#state : null;
    const isShown = shown !== null;
    let tabId: number | null = null;
    try {
      const locating = this.#dependencies.currentTab();
      this.#locating = locating.catch(() => null);
      const tab = await locating;
      if (turn === this.#turn) this.#tab = tab;
      tabId = tab?.id ?? null;
      if (tabId === null) return show({ kind: 'failed', tabId, error: { kind: 'page-unreadable' } });
      if (!isShown) show({ kind: 'reading', tabId });
      const previous = shown?.tabId === tabId ? shown.page.snapshotId : null;
      const page = await this.#dependencies.capture(tabId, { previous, confirmed: [...this.#confirmed] });
      // What was chosen meanwhile holds: the page is compared again with what is shown now.
      if (turn === this.#turn && choices !== this.#choices) return await this.refresh(true);
      if (turn === this.#turn && page.url !== shown?.page.url) this.#choice = 'both';
      show({ kind: 'ready', tabId, page });
    } catch (reason) {
      show({ kind: 'failed', tabId, error: toChatError(reason) });
    }
  }

  /**
   * Leaves blocks of the page on the chip out, those that `pick` names for what is shown when its turn comes; null: as
   * it is. A reading under way and a question asked meanwhile wait for it: what was left out never goes.
   */
  async choose(pick: (shown: PagePreview) => Promise<BlockChoice | null>): Promise<void> {
    this.#choices++;
    const choosing = this.#choosing.then(() => this.#choose(pick));
    this.#choosing = choosing.catch(() => null);
    await choosing;
  }

  async #choose(pick: (shown: PagePreview) => Promise<BlockChoice | null>): Promise<void> {
    const state = this.#state;
    if (state.kind !== 'ready') return;
    const choice = await pick(state.page);
    if (choice === null) return;
    const page = await this.#dependencies.choose(choice.snapshotId, choice.omitted, choice.kept ?? []);
    if (this.#state === state) this.#state = { ...state, page };
  }

  async #chosen(): Promise<void> {
    let last: unknown;
    while (last !== this.#choosing) {
      last = this.#choosing;
      await this.#choosing;
    }
  }

  /**
   * The page for a question asked now: the one on the chip, or the tab itself where it is being read or can be allowed
   * yet; null where reading is off or the page has nothing to read.
   */
  async request(): Promise<PageRequest | null> {
    await this.#chosen();
    while (this.#state.kind === 'reading' && this.#state.tabId === null) await this.#locating;
    const state = this.#state;
    if (this.#choice === 'earlier') return null;
    const alone = this.#choice === 'this' ? { alone: true } : {};
    if (state.kind === 'ready') return { tabId: state.tabId, snapshotId: state.page.snapshotId, ...alone };
    const worthTrying =
      state.kind === 'reading' || (state.kind === 'failed' && state.error.kind === 'page-permission');
    return worthTrying && state.tabId !== null ? { tabId: state.tabId, snapshotId: null, ...alone } : null;
  }
}
