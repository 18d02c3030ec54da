import { untrack } from 'svelte';
import type { MessageId } from '../../domain/ids';
import { summaryOf, type BranchSummary } from '../../domain/memory/chat-summary';
import { SEES_ALL, type MemoryStart } from '../../domain/memory/memory-start';
import type { PageRequest } from '../../domain/page';
import type { EngineClient } from '../../messaging/engine-client';
import type { PanelRequest } from '../../messaging/protocol';
import type { Notices } from '../notices.svelte';
import type { PanelSession } from '../panel-session.svelte';
import { ChatSummaries } from './chat-summaries.svelte';

/** Milliseconds that a view rests before it is asked: an opening chat and a first token come first. */
const AT_REST = 400;

type Session = Pick<PanelSession, 'chatId' | 'thread' | 'streamingId' | 'model' | 'pageContext' | 'readPage'>;
/** A question about a chat's memory: of which chat, for which model, with which page. */
export type MemoryQuestion = Omit<Extract<PanelRequest, { type: 'memory-start' }>, 'type'>;

interface ChatMemoryDependencies {
  readonly client: Pick<EngineClient, 'request' | 'onPush' | 'onDisconnect'>;
  readonly session: Session;
  readonly notices: Notices;
  readonly run: (work: Promise<unknown>) => void;
}

/**
 * Follows where the model's memory of the chat on view begins. It is asked for when the view is at rest; until then, as while
 * an answer is written, it stays where it was. Made while a component is set up.
 */
export class ChatMemory {
  #start = $state.raw<MemoryStart>(SEES_ALL);
  readonly #startIndex: number = $derived.by(() => {
    const { firstSeen } = this.#start;
    return this.#session.thread?.branch.findIndex(({ id }) => id === firstSeen) ?? -1;
  });
  #asked = 0;
  /** Summaries of what it does not hold. */
  readonly summaries: ChatSummaries;
  readonly #client: Pick<EngineClient, 'request'>;
  readonly #session: Session;

  constructor({ client, session, notices, run }: ChatMemoryDependencies) {
    this.#client = client;
    this.#session = session;
    this.summaries = new ChatSummaries({
      client,
      notices,
      run,
      chatId: () => session.chatId,
      question: () => this.question,
    });
    $effect(() => {
      const question = this.question;
      // The built-in reader is asked about pages, never about what was said.
      const isReader = session.model.provider.kind === 'built-in';
      if (question === null) return;
      const timer = setTimeout(() => void untrack(() => this.#ask(isReader ? null : question)), AT_REST);
      return () => clearTimeout(timer);
    });
  }

  /** The summary that the model has of what came before; null: none, or it sees all of the chat. */
  readonly summary: BranchSummary | null = $derived.by(() =>
    this.#startIndex > 0 ? summaryOf(this.#session.thread?.branch ?? []) : null,
  );

  /** How many messages before its beginning the model knows nothing of. */
  readonly forgotten: number = $derived.by(() => Math.max(0, this.#startIndex - (this.summary?.messages ?? 0)));

  /** What is asked of it now; null where it stays as it was. Reads all that it depends on. */
  get question(): MemoryQuestion | null {
    const { chatId, thread, streamingId, model } = this.#session;
    const page = this.#page();
    if (chatId === null || streamingId !== null || (thread?.branch.length ?? 0) === 0) return null;
    return { chatId, modelRef: model.ref, page };
  }

  /** Whether it begins within these messages, which are not the chat's first. */
  isIn(messages: readonly { readonly id: MessageId }[]): boolean {
    const { firstSeen } = this.#start;
    return firstSeen !== null && messages.some(({ id }) => id === firstSeen);
  }

  /** The page on the chip, once it is read: what a question asked now would carry. */
  #page(): PageRequest | null {
    const { readPage, pageContext } = this.#session;
    const { current, choice } = pageContext;
    if (!readPage || current.kind !== 'ready' || choice === 'earlier') return null;
    const { tabId, page } = current;
    return { tabId, snapshotId: page.snapshotId, ...(choice === 'this' ? { alone: true } : {}) };
  }

  async #ask(question: MemoryQuestion | null): Promise<void> {
    const turn = (this.#asked += 1);
    try {
      const start =
        question === null ? SEES_ALL : await this.#client.request({ type: 'memory-start', ...question });
      if (turn === this.#asked) this.#start = start;
    } catch (reason) {
      // The model is gone or its key locked away, as the next question will say.
      console.warn('Aside: where memory begins could not be told.', reason);
    }
  }
}
