import type { SearchMessages } from '../domain/search/message-hit';
import type { StorageState } from '../domain/storage-state';
import type { EngineClient } from '../messaging/engine-client';
import type { Queries } from '../storage/queries';
import { createChannelSource } from './channel-source';
import type { QueryObserver, QuerySource, WatchQuery } from './query-source';

interface PanelStorageDependencies {
  readonly client: EngineClient;
  /** Opens the database for reading; rows that can't be read are told of by table and key. */
  readonly openDatabase: (onUnreadable: (table: string, key: string) => void) => QuerySource;
  /** Tells when chats in the background's memory have changed. Returns the way out. */
  readonly onMemoryChange: (listener: () => void) => () => void;
  /** What is known before the background has spoken. */
  readonly initial: StorageState;
}

/** A query that goes on over whatever source there is. */
interface Watched {
  start(): void;
  stop(): void;
}

/**
 * What a panel reads, wherever it is kept: the database itself while that works, else through the background. Queries
 * that are watched go over with it when this changes.
 */
export class PanelStorage implements QuerySource {
  #state = $state.raw<StorageState>({ kind: 'database', missing: 0 });
  #unreadable = $state.raw<ReadonlySet<string>>(new Set());
  #source: QuerySource;
  #failures = 0;
  readonly #watched = new Set<Watched>();
  readonly #dependencies: PanelStorageDependencies;

  constructor(dependencies: PanelStorageDependencies) {
    this.#dependencies = dependencies;
    this.#state = dependencies.initial;
    this.#source = this.#open();
    dependencies.client.onPush((message) => {
      if (message.type === 'storage-state') this.#take(message.state);
    });
  }

  /** Where chats are kept, as the background last said. */
  get state(): StorageState {
    return this.#state;
  }

  /** How many stored rows could not be read so far. */
  get unread(): number {
    return this.#unreadable.size;
  }

  /** Whether there is something to tell of it. */
  get troubled(): boolean {
    const state = this.#state;
    return state.kind === 'memory' || (state.kind === 'database' && state.missing > 0) || this.unread > 0;
  }

  chats: Queries['chats'] = () => this.#source.chats();
  chat: Queries['chat'] = (id) => this.#source.chat(id);
  messages: Queries['messages'] = (chatId) => this.#source.messages(chatId);
  bodies: Queries['bodies'] = (ids) => this.#source.bodies(ids);
  snapshots: Queries['snapshots'] = (ids) => this.#source.snapshots(ids);
  pictures: Queries['pictures'] = (ids) => this.#source.pictures(ids);
  feedback: Queries['feedback'] = (ids) => this.#source.feedback(ids);
  rated: Queries['rated'] = () => this.#source.rated();
  chatIdsOfMessages: Queries['chatIdsOfMessages'] = () => this.#source.chatIdsOfMessages();

  search: SearchMessages = (...asked) => this.#source.search(...asked);
  textChanges: QuerySource['textChanges'] = () => this.#source.textChanges();

  watch: WatchQuery = (query, observer) =>
    this.#follow(
      (source, error) => source.watch(query, { next: (result) => observer.next(result), error }),
      observer,
    );

  watchChats: QuerySource['watchChats'] = (observer) =>
    this.#follow((source, error) => source.watchChats({ next: (chats) => observer.next(chats), error }), observer);

  #follow(
    begin: (source: QuerySource, error: (reason: unknown) => void) => () => void,
    observer: QueryObserver<never>,
  ): () => void {
    let stop = (): void => undefined;
    const start = (): void => {
      const source = this.#source;
      stop = begin(source, (reason) => this.#failed(reason, source, observer));
    };
    const watched: Watched = { start, stop: () => stop() };
    this.#watched.add(watched);
    start();
    return () => {
      this.#watched.delete(watched);
      stop();
    };
  }

  /** Begins to count anew what can't be read, e.g. because it was put back, and reads what is watched again. */
  forgetUnreadable(): void {
    this.#unreadable = new Set();
    this.#change();
  }

  /** Tries the database again. Resolves to whether it is used. */
  async retry(): Promise<boolean> {
    const state = await this.#dependencies.client.request({ type: 'retry-storage' });
    this.#take(state);
    return state.kind === 'database';
  }

  #open(): QuerySource {
    const { client, openDatabase, onMemoryChange } = this.#dependencies;
    if (this.#state.kind !== 'database') return createChannelSource(client, onMemoryChange);
    return openDatabase((table, key) => {
      const row = `${table} ${key}`;
      if (!this.#unreadable.has(row)) this.#unreadable = new Set([...this.#unreadable, row]);
    });
  }

  #take(state: StorageState): void {
    const reads = (of: StorageState) => of.kind === 'database';
    const changes = reads(state) !== reads(this.#state);
    this.#state = state;
    if (changes) this.#change();
  }

  /** Opens what is to be read now and takes every watched query there. */
  #change(): void {
    this.#source = this.#open();
    for (const watched of this.#watched) {
      watched.stop();
      watched.start();
    }
  }

  #failed(reason: unknown, source: QuerySource, observer: QueryObserver<never>): void {
    observer.error(reason);
    const isMistake = reason instanceof TypeError || reason instanceof RangeError;
    if (isMistake || this.#state.kind !== 'database' || source !== this.#source) return;
    this.#failures += 1;
    // It may have been this page's connection alone.
    if (this.#failures === 1) return this.#change();
    // The background answers with a new state, and the query goes over to it.
    this.#dependencies.client
      .request({ type: 'give-up-database' })
      .catch((failure: unknown) => console.warn('Aside: neither the database nor the background.', failure));
  }
}
