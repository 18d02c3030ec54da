import { tick } from 'svelte';
import type { Message } from '../../lib/domain/chat';
import type { MessageId } from '../../lib/domain/ids';

interface AskedQuestionDependencies {
  readonly toEnd: () => Promise<void>;
  readonly toTop: (turn: Element) => void;
}

/** Which question was asked while its chat was on view: it goes to the top, and the answer grows below it. */
export class AskedQuestion {
  readonly #dependencies: AskedQuestionDependencies;
  readonly #known = new Set<MessageId>();
  #asked = $state<MessageId | null>(null);
  #isOpened = false;

  constructor(dependencies: AskedQuestionDependencies) {
    this.#dependencies = dependencies;
  }

  get current(): MessageId | null {
    return this.#asked;
  }

  /**
   * Takes the chat as it is by now; `streaming` says whether its answer is being written. A question that was there
   * before, on whichever branch, was not asked now.
   */
  look(messages: readonly Message[], branch: readonly Message[], streaming: boolean): void {
    const newest = branch.findLast(({ role }) => role === 'user')?.id ?? null;
    const isNew = newest !== null && !this.#known.has(newest);
    for (const { id } of messages) this.#known.add(id);
    const wasOpened = this.#isOpened;
    this.#isOpened = true;
    if (!isNew) return;
    if (!wasOpened && !streaming) {
      void this.#dependencies.toEnd();
      return;
    }
    this.#asked = newest;
    void tick().then(() => {
      const element = document.getElementById(`turn-${newest}`);
      if (element) this.#dependencies.toTop(element);
    });
  }
}
