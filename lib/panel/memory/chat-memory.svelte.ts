import { untrack } from 'svelte';
import type { MessageId } from '../../domain/ids';
import { SEES_ALL, type MemoryStart } from '../../domain/memory/memory-start';
import type { PageRequest } from '../../domain/page';
import type { EngineClient } from '../../messaging/engine-client';
import type { PanelRequest } from '../../messaging/protocol';
import type { PanelSession } from '../panel-session.svelte';

/** Milliseconds that a view rests before it is asked: an opening chat and a first token come first. */
const AT_REST = 400;

type Session = Pick<PanelSession, 'chatId' | 'thread' | 'streamingId' | 'model' | 'pageContext' | 'readPage'>;
type Question = Extract<PanelRequest, { type: 'memory-start' }>;

/**
 * Follows where the model's memory of the chat on view begins. It is asked for when the view is at rest; until then, as while
 * an answer is written, it stays where it was. Made while a component is set up.
 */
export class ChatMemory {
  #start = $state.raw<MemoryStart>(SEES_ALL);
  #asked = 0;
  readonly #client: Pick<EngineClient, 'request'>;
  readonly #session: Session;

  constructor(client: Pick<EngineClient, 'request'>, session: Session) {
    this.#client = client;
    this.#session = session;
    $effect(() => {
      const question = this.#question();
      // The built-in reader is asked about pages, never about what was said.
      const isReader = session.model.provider.kind === 'built-in';
      if (question === null) return;
      const timer = setTimeout(() => void untrack(() => this.#ask(isReader ? null : question)), AT_REST);
      return () => clearTimeout(timer);
    });
  }

  /** Where it begins, as far as it is known. */
  get start(): MemoryStart {
    return this.#start;
  }

  /** Whether it begins within these messages, which are not the chat's first. */
  isIn(messages: readonly { readonly id: MessageId }[]): boolean {
    const { firstSeen } = this.#start;
    return firstSeen !== null && messages.some(({ id }) => id === firstSeen);
  }

  /** What to ask; null while it stays as it was. Reads all that it depends on. */
  #question(): Question | null {
    const { chatId, thread, streamingId, model } = this.#session;
    const page = this.#page();
    if (chatId === null || streamingId !== null || (thread?.branch.length ?? 0) === 0) return null;
    return { type: 'memory-start', chatId, modelRef: model.ref, page };
  }

  /** The page on the chip, once it is read: what a question asked now would carry. */
  #page(): PageRequest | null {
    const { readPage, pageContext } = this.#session;
    const { current, choice } = pageContext;
    if (!readPage || current.kind !== 'ready' || choice === 'earlier') return null;
    const { tabId, page } = current;
    return { tabId, snapshotId: page.snapshotId, ...(choice === 'this' ? { alone: true } : {}) };
  }

  async #ask(question: Question | null): Promise<void> {
    const turn = (this.#asked += 1);
    try {
      const start = question === null ? SEES_ALL : await this.#client.request(question);
      if (turn === this.#asked) this.#start = start;
    } catch (reason) {
      // The model is gone or its key locked away, as the next question will say.
      console.warn('Aside: where memory begins could not be told.', reason);
    }
  }
}
