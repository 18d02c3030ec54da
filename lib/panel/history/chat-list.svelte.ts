import type { Chat } from '../../domain/chat';
import { foldText } from '../../domain/fold-text';
import { allTags, isSameTag, tagsOf } from '../../domain/history/chat-change';
import type { ChatId } from '../../domain/ids';
import { LiveQuery } from '../live-query.svelte';
import type { QuerySource } from '../query-source';
import { ChatSelection } from './chat-selection.svelte';
import { layRows } from './list-rows';

/** The list of chats as one place shows it: what is looked for, what is found, what is selected. */
export class ChatList {
  readonly selection = new ChatSelection();
  readonly #chats: LiveQuery<readonly Chat[] | null>;
  #wanted = $state('');
  #tag = $state<string | null>(null);
  #archived = $state(false);
  readonly #now: () => Date;

  constructor(source: Pick<QuerySource, 'watch' | 'chats'>, now: () => Date = () => new Date()) {
    this.#chats = new LiveQuery<readonly Chat[] | null>(source.watch, () => source.chats(), null);
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

  /** What titles and tags must contain. */
  get wanted(): string {
    return this.#wanted;
  }

  set wanted(words: string) {
    this.#wanted = words;
    this.selection.clear();
  }

  /** The tag that is shown alone; null: all. */
  get tag(): string | null {
    return this.#tag;
  }

  set tag(tag: string | null) {
    this.#tag = tag;
    this.selection.clear();
  }

  /** Whether archived chats are shown, and those alone. */
  get archived(): boolean {
    return this.#archived;
  }

  set archived(on: boolean) {
    this.#archived = on;
    this.selection.clear();
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
        chat.archived === archived &&
        (tag === null || tagsOf(chat).some((each) => isSameTag(each, tag))) &&
        (words === '' || [chat.title, ...tagsOf(chat)].some((text) => foldText(text).includes(words))),
    );
  });

  readonly laid = $derived.by(() => layRows(this.found, this.#now()));

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
