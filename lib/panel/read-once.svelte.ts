import { SvelteMap } from 'svelte/reactivity';
import type { Queries } from '../storage/queries';
import type { QuerySource } from './query-source';

/** Reads the rows of some keys; those that it does not give are not there. */
type ReadRows<Key, Row> = (queries: Queries, keys: readonly Key[]) => Promise<Iterable<readonly [Key, Row]>>;

/** Rows that never change, each read when it is first wanted. */
export class ReadOnce<Key, Row> {
  readonly #rows = new SvelteMap<Key, Row | null>();
  readonly #underWay = new Map<Key, Promise<void>>();
  readonly #source: QuerySource;
  readonly #read: ReadRows<Key, Row>;

  constructor(source: QuerySource, read: ReadRows<Key, Row>) {
    this.#source = source;
    this.#read = read;
  }

  /** A row; null: there is none; undefined: it was not read yet. */
  get(key: Key): Row | null | undefined {
    return this.#rows.get(key);
  }

  /** Those that were read, in the order of their keys. */
  values(keys: readonly Key[]): readonly Row[] {
    return keys.flatMap((key) => this.#rows.get(key) ?? []);
  }

  /** Reads what was not read yet, by the queries of a watched query. */
  async load(queries: Queries, keys: readonly Key[]): Promise<void> {
    this.#take(keys, await this.#read(queries, this.#unread(keys)));
  }

  /** Reads what was not read yet. Resolves when all of it is there, which a broken database may delay for ever. */
  async want(keys: readonly Key[]): Promise<void> {
    const wanted = this.#unread(keys);
    const fresh = wanted.filter((key) => !this.#underWay.has(key));
    if (fresh.length > 0) {
      const reading = this.#readWatched(fresh).finally(() => fresh.forEach((key) => this.#underWay.delete(key)));
      for (const key of fresh) this.#underWay.set(key, reading);
    }
    await Promise.all(wanted.flatMap((key) => this.#underWay.get(key) ?? []));
  }

  #unread(keys: readonly Key[]): readonly Key[] {
    return keys.filter((key) => !this.#rows.has(key));
  }

  #take(keys: readonly Key[], found: Iterable<readonly [Key, Row]>): void {
    const rows = new Map(found);
    for (const key of keys) if (!this.#rows.has(key)) this.#rows.set(key, rows.get(key) ?? null);
  }

  /** As a watched query, because those go over to another source where this one fails. */
  #readWatched(keys: readonly Key[]): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.#source.watch(() => this.#read(this.#source, keys), {
        next: (found) => {
          this.#take(keys, found);
          queueMicrotask(() => stop());
          resolve();
        },
        error: (reason) => console.warn('Aside: stored rows could not be read.', reason),
      });
    });
  }
}
