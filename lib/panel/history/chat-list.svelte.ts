import { untrack } from 'svelte';
import type { Chat } from '../../domain/chat';
import { foldText } from '../../domain/fold-text';
import { allTags, isSameTag, tagsOf } from '../../domain/history/chat-change';
import type { ChatId } from '../../domain/ids';
import type { MessageFilters } from '../../domain/search/search-query';
import { LiveQuery, LiveWatch } from '../live-query.svelte';
import type { QuerySource } from '../query-source';
import { ChatSelection } from './chat-selection.svelte';
import { layFound, layRows } from './list-rows';
import { MessageSearch } from './message-search.svelte';

/** What the list reads. */
export type ListSource = Pick<QuerySource, 'watch' | 'watchChats' | 'search' | 'textChanges'>;

/** The list of chats as one place shows it: what is looked for, what is found, what is selected. */
export class ChatList {
  readonly selection = new ChatSelection();
  readonly messages: MessageSearch;
  readonly #chats: LiveWatch<readonly Chat[] | null>;
  readonly #texts: LiveQuery<unknown>;
  #wanted = $state('');
  #tag = $state<string | null>(null);
  #archived = $state(false);
  #filters = $state.raw<MessageFilters>({});
  #areAllTitles = $state(false);
  readonly #now: () => Date;

  constructor(source: ListSource, now: () => Date = () => new Date()) {
    this.#chats = new LiveWatch<readonly Chat[] | null>(source.watchChats, null);
    this.#texts = new LiveQuery<unknown>(source.watch, () => source.textChanges(), null);
    this.messages = new MessageSearch(source.search);
    this.#now = now;
  }

  /** Whether the chats were read. */
  get isRead(): boolean {
    return this.#chats.current !== null;
  }

  /** Every chat, found or not. */
  get all(): readonly Chat[] {
    return this.#chats.current ?? [];
  }

  /** Looks again for messages when something was written or deleted. Call it in an effect. */
  follow(): void {
    void this.#chats.current;
    void this.#texts.current;
    untrack(() => this.messages.refresh());
  }

  /** What titles and tags must contain. */
  get wanted(): string {
    return this.#wanted;
  }

  set wanted(words: string) {
    this.#wanted = words;
    this.#changed();
  }

  /** What messages must be besides. With any of it chats are not found by their titles. */
  get filters(): MessageFilters {
    return this.#filters;
  }

  set filters(filters: MessageFilters) {
    this.#filters = filters;
    this.#changed();
  }

  get isFiltered(): boolean {
    return Object.keys(this.#filters).length > 0;
  }

  /** The tag that is shown alone; null: all. */
  get tag(): string | null {
    return this.#tag;
  }

  set tag(tag: string | null) {
    this.#tag = tag;
    this.#changed();
  }

  /** Whether archived chats are shown, and those alone. */
  get archived(): boolean {
    return this.#archived;
  }

  set archived(on: boolean) {
    this.#archived = on;
    this.#changed();
  }

  /** Shows every chat whose title fits. */
  showAllTitles(): void {
    this.#areAllTitles = true;
  }

  #changed(): void {
    this.selection.clear();
    this.#areAllTitles = false;
    const isSearch = this.#wanted.trim() !== '' || this.isFiltered;
    const filters = { ...this.#filters, ...(this.#tag === null ? {} : { tag: this.#tag }) };
    this.messages.look(this.#wanted, isSearch ? filters : {});
  }

  /** Every tag there is. */
  readonly tags = $derived.by(() => allTags(this.all));

  /** How many chats are archived. */
  readonly archivedCount = $derived.by(() => this.all.reduce((sum, { archived }) => sum + Number(archived), 0));

  /** The chats that fit what is looked for, the one last used first. */
  readonly found = $derived.by(() => {
    const [words, tag, archived] = [foldText(this.#wanted.trim()), this.#tag, this.#archived];
    return this.all.filter(
      (chat) =>
        // A search goes over the archive, too.
        (chat.archived === archived || (words !== '' && !archived)) &&
        (tag === null || tagsOf(chat).some((each) => isSameTag(each, tag))) &&
        (words === '' || [chat.title, ...tagsOf(chat)].some((text) => foldText(text).includes(words))),
    );
  });

  readonly laid = $derived.by(() => {
    if (!this.messages.isOn) return layRows(this.found, this.#now());
    const titles = this.isFiltered ? [] : this.found;
    return layFound(titles, this.messages.found, { areAllShown: this.#areAllTitles });
  });

  /** The chats in the order of the list. */
  readonly order = $derived.by(() => this.laid.rows.flatMap((row) => (row.kind === 'chat' ? [row.key] : [])));

  /** The selected chats that are found. */
  readonly selected = $derived.by(() => {
    const { ids } = this.selection;
    return ids.size === 0 ? [] : this.found.filter(({ id }) => ids.has(id));
  });

  /** What an action on a chat is about: all that is selected where it is among them, else that chat. */
  aboutOf(chat: Chat): readonly Chat[] {
    return this.selection.has(chat.id) ? this.selected : [chat];
  }

  /** The chat a number of lines further down, or up; none beyond the ends. */
  neighbourOf(id: ChatId, step: number): ChatId | undefined {
    const at = this.order.indexOf(id);
    return at < 0 ? undefined : this.order[Math.min(this.order.length - 1, Math.max(0, at + step))];
  }
}
