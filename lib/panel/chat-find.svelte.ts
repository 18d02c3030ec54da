import type { Message } from '../domain/chat';
import { countHits, foldForFind } from '../domain/find-text';
import type { MessageId } from '../domain/ids';

/** Milliseconds of work before others get their turn. */
const SLICE = 8;
/** Messages whose texts are read together. */
const BATCH = 40;
/** Milliseconds between looks at a chat that changes; longer where a look takes long. */
const REST = 300;
const REST_PER_COST = 10;

/** A hit: the message, and which of its hits, from 0. */
export interface FindHit {
  readonly messageId: MessageId;
  readonly index: number;
}

interface ChatFindDependencies {
  /** The messages of the chat on view, in order. */
  readonly messages: () => readonly Message[];
  /** Reads the texts of messages. */
  readonly load: (messages: readonly Message[]) => Promise<void>;
  /** What is seen of a message whose text was read, run by run: no hit goes over the end of a run. */
  readonly runsOf: (message: Message) => readonly string[];
  /** Lets others have their turn. */
  readonly pause?: () => Promise<void>;
  /** Milliseconds from any fixed point. */
  readonly now?: () => number;
}

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Finds words in the whole chat, whether its messages are drawn or not. */
export class ChatFind {
  readonly #dependencies: ChatFindDependencies;
  readonly #pause: () => Promise<void>;
  readonly #now: () => number;
  #isOpen = $state(false);
  #query = $state('');
  #isSearching = $state(false);
  #counts = $state.raw<ReadonlyMap<MessageId, number>>(new Map());
  #current = $state.raw<FindHit | null>(null);
  /** Folded runs of finished messages, joined by line breaks; a folded query has none. */
  readonly #texts = new Map<MessageId, { readonly version: string; readonly text: string }>();
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #cost = 0;
  /** The message that the reader looks at: the search begins there. */
  lookedAt: () => MessageId | null = () => null;

  constructor(dependencies: ChatFindDependencies) {
    this.#dependencies = dependencies;
    this.#pause = dependencies.pause ?? nextTask;
    this.#now = dependencies.now ?? (() => performance.now());
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get query(): string {
    return this.#query;
  }

  /** The query as texts are compared with it; empty for none. */
  readonly folded = $derived.by(() => {
    const folded = foldForFind(this.#query);
    return folded === ' ' ? '' : folded;
  });

  /** Whether not all was looked at yet. */
  get isSearching(): boolean {
    return this.#isSearching;
  }

  /** The hit that is shown. A new object each time that it is to be shown. */
  get current(): FindHit | null {
    return this.#current;
  }

  /** How many hits were found so far. */
  readonly total = $derived.by(() => [...this.#counts.values()].reduce((sum, count) => sum + count, 0));

  /** Which of them is shown, from 1; 0: none. */
  readonly position = $derived.by(() => {
    const hit = this.#current;
    if (hit === null) return 0;
    let before = 0;
    for (const { id } of this.#dependencies.messages()) {
      if (id === hit.messageId) return before + hit.index + 1;
      before += this.#counts.get(id) ?? 0;
    }
    return 0;
  });

  /** Opens it, with the words that are selected, if any. */
  open(selected = ''): void {
    this.#isOpen = true;
    const words = selected.trim();
    void this.search(words === '' || words.includes('\n') || words.length > 200 ? this.#query : words);
  }

  /** Opens it with a query at a message, which is shown even where nothing in it is marked. */
  async openAt(query: string, messageId: MessageId): Promise<void> {
    this.#isOpen = true;
    this.#query = query;
    this.#current = null;
    this.#isSearching = this.folded !== '';
    await this.#look(messageId, 0, true);
    if ((this.#counts.get(messageId) ?? 0) === 0) this.#current = { messageId, index: 0 };
  }

  close(): void {
    this.#isOpen = false;
    this.#stop();
    this.#counts = new Map();
    this.#current = null;
  }

  /** Closes it and forgets the texts, for another chat. */
  reset(): void {
    this.close();
    this.#query = '';
    this.#texts.clear();
  }

  /** Looks for a query. Resolves when all was looked at or something else is asked. */
  async search(query: string): Promise<void> {
    this.#query = query;
    const from = this.#current;
    this.#current = null;
    this.#isSearching = this.folded !== '';
    await this.#look(from?.messageId ?? this.lookedAt(), from?.index ?? 0, true);
  }

  /** Looks again soon: the chat has changed. The hit that is shown stays. */
  refresh(): void {
    if (!this.#isOpen || this.#timer !== null) return;
    this.#timer = setTimeout(
      () => {
        this.#timer = null;
        if (this.#isSearching) this.refresh();
        else void this.#look(null, 0, false);
      },
      Math.max(REST, this.#cost * REST_PER_COST),
    );
  }

  next(): void {
    this.#step(1);
  }

  previous(): void {
    this.#step(-1);
  }

  /** The folded runs of a message that was looked at. */
  runsOf(messageId: MessageId): readonly string[] {
    return this.#texts.get(messageId)?.text.split('\n') ?? [];
  }

  #stop(): void {
    this.#turn += 1;
    this.#isSearching = false;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** Goes through the chat from a message on and round to it. `tells`: hits count as soon as they are found. */
  async #look(from: MessageId | null, index: number, tells: boolean): Promise<void> {
    const turn = ++this.#turn;
    const { messages, load } = this.#dependencies;
    const query = this.folded;
    const counts = new Map<MessageId, number>();
    const all = messages();
    const start = Math.max(
      0,
      all.findIndex(({ id }) => id === from),
    );
    const order = [...all.slice(start), ...all.slice(0, start)];
    let began = this.#now();
    this.#cost = 0;
    if (tells) this.#counts = counts;
    for (const [place, message] of order.entries()) {
      if (place % BATCH === 0) {
        await load(order.slice(place, place + BATCH));
        if (turn !== this.#turn) return;
      }
      const count = countHits(this.#textOf(message), query);
      if (count > 0) counts.set(message.id, count);
      if (count > 0 && tells && this.#current === null) {
        const wanted = message.id === from ? Math.min(index, count - 1) : 0;
        this.#current = { messageId: message.id, index: wanted };
      }
      if (this.#now() - began < SLICE) continue;
      this.#cost += this.#now() - began;
      if (tells) this.#counts = new Map(counts);
      await this.#pause();
      if (turn !== this.#turn) return;
      began = this.#now();
    }
    // Another one than was told of at the beginning: that was still empty then.
    this.#counts = new Map(counts);
    this.#isSearching = false;
    this.#keepCurrent(counts);
  }

  /** The hit on view stays what it is, as far as it is still there. */
  #keepCurrent(counts: ReadonlyMap<MessageId, number>): void {
    const hit = this.#current;
    if (hit === null) {
      // What was looked for in vain may have come since.
      if (this.folded !== '') this.#step(1);
      return;
    }
    const count = counts.get(hit.messageId) ?? 0;
    if (count === 0) this.#step(1);
    else if (hit.index >= count) this.#current = { ...hit, index: count - 1 };
  }

  #textOf(message: Message): string {
    const version = `${message.status} ${message.finishedAt ?? ''}`;
    const known = this.#texts.get(message.id);
    if (known?.version === version && message.status !== 'streaming') return known.text;
    const text = this.#dependencies.runsOf(message).map(foldForFind).join('\n');
    this.#texts.set(message.id, { version, text });
    return text;
  }

  #step(by: 1 | -1): void {
    const hits = this.#dependencies.messages().map(({ id }) => ({ id, count: this.#counts.get(id) ?? 0 }));
    const at = hits.findIndex(({ id }) => id === this.#current?.messageId);
    const index = (this.#current?.index ?? -1) + by;
    const here = hits[at];
    if (here !== undefined && index >= 0 && index < here.count) {
      this.#current = { messageId: here.id, index };
      return;
    }
    const round =
      by === 1
        ? [...hits.slice(at + 1), ...hits.slice(0, at + 1)]
        : [...hits.slice(0, Math.max(0, at)).reverse(), ...hits.slice(Math.max(0, at)).reverse()];
    const next = round.find(({ count }) => count > 0);
    this.#current =
      next === undefined ? null : { messageId: next.id, index: by === 1 ? 0 : Math.max(0, next.count - 1) };
  }
}
