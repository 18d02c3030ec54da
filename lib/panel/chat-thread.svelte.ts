import type { Message, ThreadMessage } from '../domain/chat';
import type { ContentPart } from '../domain/content';
import type { ChatId, MessageId, SnapshotId } from '../domain/ids';
import type { Block, PageSnapshot } from '../domain/page';
import { LiveQuery } from './live-query.svelte';
import type { QuerySource } from './query-source';
import { ReadOnce } from './read-once.svelte';
import { createThreadQuery, type ThreadView } from './thread-query';

/** Messages at a branch's end whose texts come with it: more than fit a view, for a chat of short ones. */
const END = 12;
/** Pages that are looked through together for a passage. */
const PAGES_AT_ONCE = 4;

/** A finished text never changes; one that is continued ends another time. */
type BodyKey = `${MessageId} ${number | ''}`;

const bodyKey = ({ id, finishedAt }: Message): BodyKey => `${id} ${finishedAt ?? ''}`;
const idOf = (key: BodyKey) => key.slice(0, key.indexOf(' ')) as MessageId;
const isFinal = ({ status }: Message) => status !== 'streaming';
const NONE: readonly ContentPart[] = [];

/** A block and the page it is on. */
export interface StoredPassage {
  readonly block: Block;
  readonly pageId: SnapshotId;
  readonly page: PageSnapshot;
}

/** A stored chat: its rows, watched, and of its texts and pages those that were wanted, each read once. */
export class ChatThread {
  readonly #query: LiveQuery<ThreadView | null>;
  readonly #bodies: ReadOnce<BodyKey, readonly ContentPart[]>;
  readonly #pages: ReadOnce<SnapshotId, PageSnapshot>;
  /** Pages of the branch, the newest first. */
  readonly #pageIds = $derived.by(() => pageIdsOf(this.view?.branch ?? []).toReversed());
  readonly #passages = $derived.by(() => passagesOf(this.#pages.values(this.#pageIds)));
  #isLooking = false;

  constructor(source: QuerySource, chatId: ChatId | null) {
    this.#bodies = new ReadOnce(source, async (queries, keys) => {
      const bodies = await queries.bodies(keys.map(idOf));
      const parts = new Map(bodies.map((body) => [body.messageId, body.parts]));
      return keys.flatMap((key) => {
        const found = parts.get(idOf(key));
        return found === undefined ? [] : [[key, found] as const];
      });
    });
    this.#pages = new ReadOnce(source, async (queries, ids) =>
      (await queries.snapshots(ids)).map((page) => [page.id, page] as const),
    );
    const query = createThreadQuery(source, chatId, async (branch) => {
      const end = branch.slice(-END);
      await this.#bodies.load(source, end.filter(isFinal).map(bodyKey));
      await this.#pages.load(source, pageIdsOf(end));
    });
    this.#query = new LiveQuery<ThreadView | null>(source.watch, query, null);
  }

  /** Null while it is being read. */
  get view(): ThreadView | null {
    return this.#query.current;
  }

  /** Why it could not be read; null while it can. */
  get error(): unknown {
    return this.#query.error;
  }

  /** A message with its text, or null while that was not read. The text of a growing answer comes from its run. */
  entryOf(message: Message): ThreadMessage | null {
    if (!isFinal(message)) return { message, parts: NONE };
    const parts = this.#bodies.get(bodyKey(message));
    return parts === undefined ? null : { message, parts: parts ?? NONE };
  }

  /** A page that a message carries; undefined until it is read. */
  pageOf({ page }: Message): PageSnapshot | undefined {
    return page === null ? undefined : (this.#pages.get(page.snapshotId) ?? undefined);
  }

  /** Reads the texts and pages of these messages, as far as they were not read yet. */
  async want(messages: readonly Message[]): Promise<void> {
    await Promise.all([
      this.#bodies.want(messages.filter(isFinal).map(bodyKey)),
      this.#pages.want(pageIdsOf(messages)),
    ]);
  }

  /** The whole branch with its texts. */
  async entries(): Promise<readonly ThreadMessage[]> {
    const branch = this.view?.branch ?? [];
    await this.#bodies.want(branch.filter(isFinal).map(bodyKey));
    return branch.flatMap((message) => this.entryOf(message) ?? []);
  }

  /**
   * The passage that a citation names and the page it is on. Where no page that was read has it, more are read, the
   * newest first, and a reader of this is told.
   */
  passageOf(blockId: string): StoredPassage | undefined {
    const passage = this.#passages.get(blockId);
    if (passage === undefined) this.#lookFurther();
    return passage;
  }

  #lookFurther(): void {
    const unread = this.#pageIds.filter((id) => this.#pages.get(id) === undefined);
    if (unread.length === 0 || this.#isLooking) return;
    this.#isLooking = true;
    // Not at once: whoever asks may be drawing.
    queueMicrotask(() => {
      void this.#pages.want(unread.slice(0, PAGES_AT_ONCE)).finally(() => (this.#isLooking = false));
    });
  }
}

function pageIdsOf(messages: readonly Message[]): readonly SnapshotId[] {
  return [...new Set(messages.flatMap(({ page }) => (page === null ? [] : [page.snapshotId])))];
}

function passagesOf(pages: readonly PageSnapshot[]): ReadonlyMap<string, StoredPassage> {
  return new Map(
    pages.flatMap((page) => page.blocks.map((block) => [block.id, { block, pageId: page.id, page }])),
  );
}
