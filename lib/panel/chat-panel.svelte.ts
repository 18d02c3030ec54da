import { attachedOf } from '../domain/attachments/attached';
import type { Message, QueuedQuestion, ThreadMessage } from '../domain/chat';
import { describeError } from '../domain/describe-error';
import { toChatError } from '../domain/errors';
import { textOf } from '../domain/content';
import type { ChatId, MessageId } from '../domain/ids';
import type { ProviderConfig } from '../domain/provider-config';
import { createAnswerActions, type AnswerActions } from './answer-actions';
import type { AskedWith } from './asked-with';
import { assistantOf, type Assistant } from './assistant';
import { createWritten } from './attachments/create-written';
import { createChatActions, type ChatActions } from './chat-actions';
import { createChatCommands } from './chat-commands';
import { CitedPassages } from './cited-passages.svelte';
import type { Drafts } from './drafts.svelte';
import { createChatOrganiser, type ChatOrganiser } from './history/chat-organiser';
import { tellWhetherSeen } from './history/tell-whether-seen';
import { KeyLock } from './key-lock.svelte';
import { createModelActions, type ModelActions } from './models/model-actions';
import { ModelChoices } from './models/model-choices.svelte';
import { Notices } from './notices.svelte';
import { PageReading } from './page-reading.svelte';
import type { PanelServices } from './panel-services';
import { PictureViewer } from './picture-viewer.svelte';
import { PanelSession } from './panel-session.svelte';
import type { QuestionEdit } from './question-edit.svelte';
import { RequestViewer } from './request-viewer.svelte';
import { createTreeActions, type TreeActions } from './tree/tree-actions';
import { VersionMoves } from './tree/version-moves.svelte';
import { createSiteChoices, type SiteChoices } from './site-choices';
import { WholePageAsking, type AgreedWholePage } from './whole-page/whole-page-asking.svelte';

/** What a user does in a panel, with the words that answer: the components only bind it. */
export class ChatPanel {
  readonly session: PanelSession;
  readonly notices = new Notices();
  readonly pictures = new PictureViewer(this.notices);
  readonly drafts: Drafts;
  readonly edit: QuestionEdit;
  readonly keyLock: KeyLock;
  readonly requests: RequestViewer;
  readonly wholePage: WholePageAsking;
  readonly reading: PageReading;
  readonly sites: SiteChoices;
  readonly passages: CitedPassages;
  readonly models: ModelChoices;
  readonly modelActions: ModelActions;
  readonly answers: AnswerActions;
  readonly chatActions: ChatActions;
  readonly tree: TreeActions;
  readonly versions: VersionMoves;
  readonly organiser: ChatOrganiser;
  readonly services: PanelServices;
  /** Counts the times that the composer was to have the cursor. */
  wantsComposer = $state(0);
  /** The message that is to be brought into view; null: none. */
  wantedMessage = $state<MessageId | null>(null);
  #opened = $state(false);
  #lastKnown: Promise<void> = Promise.resolve();

  constructor(services: PanelServices) {
    this.services = services;
    const kind = () => this.session.model.provider.kind;
    ({ drafts: this.drafts, edit: this.edit } = createWritten(services, this.notices, kind));
    this.keyLock = new KeyLock(services.client, services.keyLock);
    this.models = new ModelChoices({ ...services, providers: () => this.providers });
    this.session = new PanelSession({
      ...services,
      queries: services.storage,
      providers: () => this.providers,
      defaultModel: () => services.defaultModel.current,
      isOffered: (ref) => this.models.isOffered(ref),
      answerSettings: {
        ...services,
        factsOf: async (ref) => {
          await this.models.load();
          return this.models.factsOf(ref);
        },
      },
    });
    this.modelActions = createModelActions(this.session, this.models, services.providers);
    this.requests = new RequestViewer(services.client, this.session);
    this.wholePage = new WholePageAsking(services.client, this.session, (over) => this.send(over));
    this.reading = new PageReading(services.storage, this.session.pageContext);
    this.passages = new CitedPassages({
      queries: services.storage,
      notices: this.notices,
      passageOf: (blockId) => this.session.stored.passageOf(blockId),
      show: (pageId, blockId, quote) => this.session.commands.showPassage(pageId, blockId, quote),
      run: (work) => this.run(work),
    });
    this.sites = createSiteChoices({
      ...services,
      context: this.session.pageContext,
      onRefused: () =>
        this.notices.tell('Not allowed. A click on Aside’s toolbar button still lets it read that one tab.'),
    });
    this.answers = createAnswerActions({
      session: this.session,
      notices: this.notices,
      sites: this.sites,
      ...services,
      enterKey: () => services.openKeyEntry(this.session.model.provider.id),
      unlockKeys: () => this.keyLock.ask(),
      openNewChat: () => this.open(null),
    });
    this.chatActions = createChatActions({
      session: this.session,
      notices: this.notices,
      run: (work) => this.run(work),
    });
    this.tree = createTreeActions({
      client: services.client,
      thread: () => this.session.thread,
      regenerate: (messageId, once) => this.session.regenerate(messageId, once),
      notices: this.notices,
      open: (chatId) => this.open(chatId),
      want: (messageId) => (this.wantedMessage = messageId),
      write: (change) => this.write(change),
      run: (work) => this.run(work),
    });
    this.versions = new VersionMoves({
      versionsOf: (message) => this.session.versionsOf(message),
      select: this.tree.select,
    });
    this.organiser = createChatOrganiser({
      commands: createChatCommands(services.list.client),
      notices: this.notices,
      leave: (chatIds) => this.#leave(chatIds),
      run: (work) => this.run(work),
    });
    const shown = new AbortController();
    tellWhetherSeen(services.client, () => this.session.chatId, document, shown.signal);
    $effect(() => () => {
      shown.abort();
      this.drafts.close();
    });
  }

  /** Every provider that can be asked, the built-in one first. */
  get providers(): readonly ProviderConfig[] {
    const { builtIn, appearance, providers } = this.services;
    return [{ ...builtIn, avatar: appearance.current.readerAvatar }, ...providers.current];
  }

  /** Whether a chat, or a new one, is on view yet. */
  get opened(): boolean {
    return this.#opened;
  }

  /** Who wrote an answer, as it is set up now. */
  assistantOf(message: Message): Assistant {
    const kept = this.session.thread?.chat?.persona ?? null;
    const { current } = this.services.personas;
    return assistantOf(message, this.providers, kept === null ? current : [...current, kept]);
  }

  /** Carries work out; a failure becomes a notice. */
  run(work: Promise<unknown>): void {
    work.catch((reason: unknown) => this.report(reason));
  }

  report(reason: unknown): void {
    const { title, detail } = describeError(toChatError(reason));
    this.notices.warn(`${title} ${detail}`);
  }

  /** Opens the chat that was last on view. A question that is asked meanwhile waits for it. */
  async openLast(): Promise<void> {
    let opening: Promise<void> | undefined;
    const known = this.services.lastChat.load().then((chatId) => {
      opening = this.open(chatId);
    });
    this.#lastKnown = known.catch(() => undefined);
    await known;
    await opening;
  }

  async open(chatId: ChatId | null): Promise<void> {
    this.notices.dismiss();
    this.edit.end();
    this.drafts.open(chatId);
    void this.services.lastChat.set(chatId);
    this.#opened = true;
    await this.session.open(chatId);
  }

  /** Goes to a new chat where the one on view is among these, and leaves nothing of it there. */
  async #leave(chatIds: readonly ChatId[]): Promise<void> {
    const { chatId } = this.session;
    if (chatId === null || !chatIds.includes(chatId)) return;
    this.drafts.open(null);
    void this.services.lastChat.set(null);
    await this.session.open(null);
  }

  async ask(question: string, asked?: AskedWith): Promise<void> {
    await this.#lastKnown;
    this.notices.dismiss();
    await this.session.send(question, asked);
    const { chatId } = this.session;
    if (chatId === null) return;
    this.drafts.begun(chatId);
    void this.services.lastChat.set(chatId);
  }

  /** Takes a sent question into the composer, to be asked again as another version; none: the last one on view. */
  editQuestion(entry?: ThreadMessage): void {
    const last = this.session.thread?.branch.findLast(({ role }) => role === 'user');
    const found = entry ?? (last && this.session.stored.entryOf(last));
    if (found) this.edit.begin(found.message, textOf(found.parts), attachedOf(found.parts));
  }

  /** Asks what stands in the composer, over a whole page where that was agreed to. */
  async send(over?: AgreedWholePage): Promise<void> {
    const { question, text } = this.edit;
    if (question !== null) {
      await this.ask(text.trim(), { replaces: question.id, over, attached: this.edit.attached.parts });
      return this.edit.end();
    }
    const draft = this.drafts.take();
    await this.ask(draft.text.trim(), { over, attached: draft.attached }).catch((reason: unknown) => {
      this.drafts.giveBack(draft);
      throw reason;
    });
  }

  /** Changes what stands in the composer: the question that is edited, or else the draft. */
  write(change: (text: string) => string): void {
    const written = this.edit.question === null ? this.drafts : this.edit;
    written.text = change(written.text);
    this.wantsComposer += 1;
  }

  /** Takes a waiting question back into the composer. */
  async editQueued({ messageId, text, attached = [] }: QueuedQuestion): Promise<void> {
    await this.session.unqueue(messageId);
    this.drafts.add({ text, attached });
  }

  /** Switches page reading; must run inside a click. */
  async switchReadPage(on: boolean): Promise<void> {
    const network = this.session.model.provider.kind !== 'built-in';
    // In Firefox a page that goes to a provider is website content, which it wants to be asked about in this click.
    if (on && network) void this.services.requestDataCollection();
    await this.session.setReadPage(on);
  }
}
