import { untrack } from 'svelte';
import type { Answer } from '../domain/apply-event';
import type { Message, ModelRef, ThreadMessage } from '../domain/chat';
import { randomId, type ChatId, type MakeId, type MessageId } from '../domain/ids';
import type { PageRequest } from '../domain/page';
import type { ProviderConfig } from '../domain/provider-config';
import type { WholePagePlan } from '../domain/whole-page/plan';
import type { EngineClient } from '../messaging/engine-client';
import { createChatCommands, type ChatCommands } from './chat-commands';
import { ChatThread } from './chat-thread.svelte';
import type { LiveAnswers } from './live-answers.svelte';
import { modelInUse, type ModelInUse } from './models/model-in-use';
import { PageContext, type TabInFront } from './page-context.svelte';
import type { QuerySource } from './query-source';
import { AnswerSetup, type AnswerSettings } from './parameters/answer-setup.svelte';
import { RunWatch } from './run-watch.svelte';
import { shownAnswer } from './shown-answer';
import { writtenElsewhere } from './tree/written-elsewhere';
import { EMPTY_THREAD, type ThreadView } from './thread-query';
import type { ResumeWays } from './resume-ways';
import { fieldsOf, type AskedWith } from './asked-with';

interface PanelSessionDependencies {
  readonly client: EngineClient;
  readonly queries: QuerySource;
  readonly currentTab: () => Promise<TabInFront | null>;
  /** Every provider that can be asked, the built-in one first. Read reactively. */
  readonly providers: () => readonly ProviderConfig[];
  /** The model of new chats; null: the built-in reader. Read reactively. */
  readonly defaultModel: () => ModelRef | null;
  /** Whether a provider has a model beside the one it is set up with. Read reactively. */
  readonly isOffered?: (ref: ModelRef) => boolean;
  /** Personas and parameters of all chats. */
  readonly answerSettings: AnswerSettings;
  readonly newId?: MakeId;
}

/** One panel's view of one chat, and what its user can do there. Made while a component is set up. */
export class PanelSession {
  readonly pageContext: PageContext;
  readonly commands: ChatCommands;
  /** Who answers in the chat on view, and how. */
  readonly setup: AnswerSetup;
  readonly #dependencies: PanelSessionDependencies;
  readonly #client: EngineClient;
  readonly #newId: MakeId;
  readonly #watch: RunWatch;
  #chatId = $state<ChatId | null>(null);
  /** False while the first question of a chat is being stored: reading would only hold that up. */
  #isThere = $state(true);
  #pickedModel = $state.raw<ModelRef | null>(null);
  #pickedReadPage = $state<boolean | null>(null);
  /** What is stored of the chat on view. */
  readonly stored = $derived.by(
    () => new ChatThread(this.#dependencies.queries, this.#isThere ? this.#chatId : null),
  );

  constructor(dependencies: PanelSessionDependencies) {
    this.#dependencies = dependencies;
    this.#newId = dependencies.newId ?? randomId;
    const { client } = dependencies;
    this.#client = client;
    this.commands = createChatCommands(client);
    this.setup = new AnswerSetup({
      client,
      settings: dependencies.answerSettings,
      chat: () => ({ id: this.#chatId, row: this.thread?.chat ?? null }),
      model: () => this.model,
    });
    this.pageContext = new PageContext({
      currentTab: dependencies.currentTab,
      capture: (tabId, options) =>
        client.request({ type: 'capture-page', tabId, chatId: this.#chatId, ...options }),
      choose: (snapshotId, omitted, kept) =>
        client.request({
          type: 'choose-blocks',
          snapshotId,
          omitted: [...omitted],
          kept: [...kept],
          chatId: this.#chatId,
        }),
    });
    this.#watch = new RunWatch(client, () => this.#chatId);
    // Another panel's question may have woken a background that this one is not connected to.
    $effect(() => {
      const id = this.streamingId;
      if (id !== null && this.live.get(id) === undefined) untrack(() => this.#watch.again());
    });
  }

  /** The answers that grow right now. */
  get live(): LiveAnswers {
    return this.#watch.live;
  }

  get chatId(): ChatId | null {
    return this.#chatId;
  }

  /** The chat on view; null while it is being read. */
  get thread(): ThreadView | null {
    return this.#chatId === null || !this.#isThere ? EMPTY_THREAD : this.stored.view;
  }

  get databaseError(): unknown {
    return this.stored.error;
  }

  /** The provider and model that the next question goes to. */
  get model(): ModelInUse {
    const { providers, defaultModel, isOffered } = this.#dependencies;
    const chat = this.thread?.chat?.modelRef ?? null;
    const wanted = [this.#pickedModel, chat, this.setup.persona?.modelRef ?? null, defaultModel()];
    return modelInUse(wanted, providers(), isOffered);
  }

  /** Whether the next question carries the page: as chosen for this chat, else only for the built-in reader. */
  get readPage(): boolean {
    return this.#pickedReadPage ?? this.thread?.chat?.readPage ?? this.model.provider.kind === 'built-in';
  }

  /** Whether a question of this branch carried a page. */
  get hasPages(): boolean {
    return this.thread?.branch.some(({ page }) => page !== null) ?? false;
  }

  /** The answer of this branch that is being written, if any. */
  get streamingId(): MessageId | null {
    const last = this.thread?.branch.at(-1);
    if (last === undefined || last.role !== 'assistant') return null;
    const streaming = (this.live.get(last.id)?.status ?? last.status) === 'streaming';
    return streaming ? last.id : null;
  }

  /** An answer as it stands. */
  answerOf(entry: ThreadMessage): Answer {
    return shownAnswer(entry, this.live);
  }

  /** What is being written beside the branch on view. */
  readonly elsewhere = $derived.by(() => writtenElsewhere(this.thread?.messages ?? [], this.thread?.branch ?? []));

  versionsOf(message: Message): readonly Message[] {
    return this.thread?.versionsOf(message) ?? [];
  }

  /** Puts a chat on view; null: a new one. */
  async open(chatId: ChatId | null): Promise<void> {
    if (this.#chatId === chatId && chatId !== null) return;
    [this.#chatId, this.#isThere] = [chatId, true];
    this.#pickedModel = null;
    this.#pickedReadPage = null;
    this.setup.reset();
    this.live.clear();
    await this.#watch.start();
  }

  /** Null: whichever is usual. */
  pickModel(ref: ModelRef | null): void {
    this.#pickedModel = ref;
  }

  async setReadPage(on: boolean): Promise<void> {
    this.#pickedReadPage = on;
    if (this.#chatId === null) return;
    await this.#client.request({ type: 'set-read-page', chatId: this.#chatId, readPage: on });
  }

  /** Asks a question. Resolves when it is stored. */
  async send(text: string, asked: AskedWith = {}): Promise<void> {
    const begins = this.#chatId === null;
    const chatId = this.#chatId ?? (this.#newId() as ChatId);
    const [modelRef, readPage] = [this.model.ref, this.#pickedReadPage];
    const [page, wishes] = await Promise.all([asked.over?.page ?? this.#page(), this.setup.wishes()]);
    if (begins) [this.#chatId, this.#isThere] = [chatId, false];
    const sending = this.#client.request({
      type: 'send',
      ...(begins && { begins }),
      chatId,
      messageId: this.#newId() as MessageId,
      answerId: this.#newId() as MessageId,
      text,
      modelRef,
      readPage,
      page,
      ...wishes,
      ...fieldsOf(asked),
    });
    await Promise.all([sending, begins ? this.#watch.start() : null]).finally(() => (this.#isThere = true));
  }

  /** The page that a question asked now carries. */
  async #page(): Promise<PageRequest | null> {
    return this.readPage ? this.pageContext.request() : null;
  }

  /** Answers the same question again, the former answer a version; `once` is a model for this alone, `wholePage` over all parts. */
  async regenerate(messageId: MessageId, once?: ModelRef, wholePage?: WholePagePlan): Promise<void> {
    const [page, { parameters }] = await Promise.all([this.#page(), this.setup.wishes()]);
    await this.#client.request({
      type: 'regenerate',
      messageId,
      answerId: this.#newId() as MessageId,
      modelRef: once ?? this.model.ref,
      ...(once === undefined ? {} : { once: true }),
      page,
      ...(parameters && { parameters }),
      ...(wholePage === undefined ? {} : { wholePage }),
    });
  }

  /** Goes on in the same answer: from its text, or from the question where it has none. */
  async resume(messageId: MessageId, { withoutPage = false, ...how }: ResumeWays = {}): Promise<void> {
    const page = withoutPage ? null : this.#page();
    const [asked, { parameters }] = await Promise.all([page, this.setup.wishes()]);
    const modelRef = this.model.ref;
    await this.#client.request({
      type: 'resume',
      messageId,
      modelRef,
      page: asked,
      ...(parameters && { parameters }),
      dropPage: withoutPage,
      ...how,
    });
  }

  async stop(): Promise<void> {
    if (this.streamingId !== null) await this.#client.request({ type: 'stop', messageId: this.streamingId });
  }

  /** Takes a waiting question out of the queue. */
  async unqueue(messageId: MessageId): Promise<void> {
    if (this.#chatId !== null) await this.#client.request({ type: 'unqueue', chatId: this.#chatId, messageId });
  }

  /** Sends the first waiting question now. */
  async sendQueued(): Promise<void> {
    if (this.#chatId !== null) await this.#client.request({ type: 'send-queued', chatId: this.#chatId });
  }

  async clear(): Promise<void> {
    if (this.#chatId !== null) await this.#client.request({ type: 'clear-chat', chatId: this.#chatId });
  }

  async undoClear(): Promise<void> {
    if (this.#chatId !== null) await this.#client.request({ type: 'undo-clear', chatId: this.#chatId });
  }
}
