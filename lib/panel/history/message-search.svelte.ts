import { NOTHING_FOUND, type FoundMessages, type SearchMessages } from '../../domain/search/message-hit';
import {
  looksForMessages,
  readTerms,
  type MessageFilters,
  type SearchQuery,
} from '../../domain/search/search-query';

/** Messages that are shown at first, and how many more each time. */
const AT_FIRST = 20;
const MORE = 40;

/** A search over all messages, as it is typed. */
export class MessageSearch {
  readonly #search: SearchMessages;
  #found = $state.raw<FoundMessages>(NOTHING_FOUND);
  #query = $state.raw<SearchQuery>({ terms: [], filters: {} });
  #failed = $state(false);
  #limit = AT_FIRST;
  #running: AbortController | null = null;
  /** Whether something has changed since the search that runs was begun. */
  #isStale = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  readonly #pause: number;

  /** `pause`: milliseconds between a change and the next look, as an answer that grows changes all the time. */
  constructor(search: SearchMessages, pause = 300) {
    this.#search = search;
    this.#pause = pause;
  }

  /** What was found so far; of what was typed before until there is something. */
  get found(): FoundMessages {
    return this.#found;
  }

  /** What is looked for. */
  get query(): SearchQuery {
    return this.#query;
  }

  get isOn(): boolean {
    return looksForMessages(this.#query);
  }

  /** Whether the texts could not be read. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Looks for something else. */
  look(typed: string, filters: MessageFilters): void {
    this.#query = { terms: readTerms(typed), filters };
    this.#limit = AT_FIRST;
    this.again();
  }

  more(): void {
    this.#limit += MORE;
    this.again();
  }

  /** Looks for the same once more. */
  again(): void {
    this.stop();
    this.#failed = false;
    if (!this.isOn) {
      this.#found = NOTHING_FOUND;
      return;
    }
    // What was found before stays in sight, but it is not the answer.
    this.#found = { ...this.#found, isComplete: false };
    this.#run((found) => (this.#found = found));
  }

  /** Something was written or deleted: looks for the same once more, soon, and shows the outcome when it is there. */
  refresh(): void {
    if (!this.isOn) return;
    this.#isStale = true;
    if (this.#running !== null || this.#waiting !== undefined) return;
    this.#waiting = setTimeout(() => {
      this.#waiting = undefined;
      this.#run((found) => {
        if (found.isComplete) this.#found = found;
      });
    }, this.#pause);
  }

  #run(take: (found: FoundMessages) => void): void {
    const running = new AbortController();
    this.#running = running;
    this.#isStale = false;
    const tell = (found: FoundMessages) => {
      if (this.#running === running) take(found);
    };
    this.#search(this.#query, this.#limit, tell, running.signal)
      .catch((reason: unknown) => {
        if (running.signal.aborted) return;
        console.warn('Aside: the messages could not be searched.', reason);
        this.#failed = true;
        this.#found = NOTHING_FOUND;
      })
      .finally(() => {
        if (this.#running !== running) return;
        this.#running = null;
        if (this.#isStale) this.refresh();
      });
  }

  stop(): void {
    this.#running?.abort();
    this.#running = null;
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
  }
}
