import { untrack } from 'svelte';
import type { ChatId, MessageId } from '../../domain/ids';
import type { BranchSummary } from '../../domain/memory/chat-summary';
import type { SummaryState, SummaryView } from '../../domain/memory/summary-view';
import type { EngineClient } from '../../messaging/engine-client';
import type { MemoryQuestion } from './chat-memory.svelte';
import type { Notices } from '../notices.svelte';

interface Agreed extends MemoryQuestion {
  readonly upTo: MessageId;
}

interface ChatSummariesDependencies {
  readonly client: Pick<EngineClient, 'request' | 'onPush' | 'onDisconnect'>;
  /** The chat on view; null: a new one. Read reactively. */
  readonly chatId: () => ChatId | null;
  /** What would be asked now; null where nothing can be. */
  readonly question: () => MemoryQuestion | null;
  readonly notices: Notices;
  readonly run: (work: Promise<unknown>) => void;
}

/**
 * Summaries of what of the chat on view does not go any more: shows what making one takes, has it made once its user agrees, and
 * follows that. Made while a component is set up.
 */
export class ChatSummaries {
  #shown = $state.raw<SummaryView | null>(null);
  #state = $state.raw<SummaryState | null>(null);
  #asked: MemoryQuestion | null = null;
  #agreed: Agreed | null = null;
  readonly #dependencies: ChatSummariesDependencies;

  constructor(dependencies: ChatSummariesDependencies) {
    this.#dependencies = dependencies;
    const { client, chatId, run } = dependencies;
    $effect(() => {
      const id = chatId();
      untrack(() => {
        this.#shown = null;
        this.#state = null;
        if (id !== null) run(this.#look(id));
      });
    });
    $effect(() =>
      client.onPush((message) => {
        if (message.type === 'summary-state' && message.chatId === chatId()) this.#state = message.state;
      }),
    );
    $effect(() =>
      client.onDisconnect(() => {
        // What was made in the background is lost with it.
        if (this.#state?.kind === 'making')
          this.#state = { kind: 'failed', error: { kind: 'background-stopped' } };
      }),
    );
  }

  /** What making one would send, to be agreed to; null: nothing is looked at. */
  get shown(): SummaryView | null {
    return this.#shown;
  }

  /** How far one has come that is being made; null: none is. */
  get state(): SummaryState | null {
    return this.#state;
  }

  async #look(chatId: ChatId): Promise<void> {
    const state = await this.#dependencies.client.request({ type: 'summary-state', chatId });
    if (chatId === this.#dependencies.chatId()) this.#state = state;
  }

  /** Shows what making a summary of what came before would send. */
  async plan(): Promise<void> {
    const question = this.#dependencies.question();
    if (question === null) return;
    this.#asked = question;
    this.#shown = await this.#dependencies.client.request({ type: 'plan-summary', ...question });
  }

  /** Has the one made that is shown. */
  async agree(): Promise<void> {
    const [question, view] = [this.#asked, this.#shown];
    this.close();
    if (question === null || view === null) return;
    this.#agreed = { ...question, upTo: view.upTo };
    await this.#dependencies.client.request({ type: 'make-summary', ...this.#agreed });
  }

  /** Has the one made that a spent budget held back; where that is not known any more, shows it once more. */
  async goOnOnce(): Promise<void> {
    const agreed = this.#agreed;
    if (agreed === null || agreed.chatId !== this.#dependencies.chatId()) return this.plan();
    await this.#dependencies.client.request({ type: 'make-summary', ...agreed, overBudget: true });
  }

  close(): void {
    this.#shown = null;
  }

  /** Stops the making of one, or puts away that it failed. */
  async stop(): Promise<void> {
    const chatId = this.#dependencies.chatId();
    this.#state = null;
    if (chatId !== null) await this.#dependencies.client.request({ type: 'stop-summary', chatId });
  }

  /** Stores what its user made of a summary. */
  async edit({ id, upTo }: BranchSummary, text: string): Promise<void> {
    const { client } = this.#dependencies;
    await client.request({ type: 'edit-summary', messageId: upTo, summaryId: id, text: text.trim() });
  }

  /** Lets a summary not go along any more; it can be taken back. */
  async drop({ id, upTo }: BranchSummary): Promise<void> {
    const { client, notices, run } = this.#dependencies;
    const summary = { messageId: upTo, summaryId: id };
    await client.request({ type: 'drop-summary', ...summary, dropped: true });
    notices.tell('The summary does not go along any more.', {
      label: 'Undo',
      run: () => run(client.request({ type: 'drop-summary', ...summary, dropped: false })),
    });
  }
}
