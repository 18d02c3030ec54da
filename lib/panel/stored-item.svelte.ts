import { createSubscriber } from 'svelte/reactivity';

/** The part of a WXT storage item that panels use. */
export interface StorageItem<Value> {
  readonly fallback: Value;
  getValue(): Promise<Value>;
  setValue(value: Value): Promise<void>;
  watch(listener: (value: Value) => void): () => void;
}

/** A stored setting as a rune: `current` follows the storage, `set` writes it. */
export class StoredItem<Value> {
  #value: Value;
  #loaded = false;
  /** The stored value has been heard, and so will be every change. */
  #isCurrent = false;
  #changing: Promise<void> = Promise.resolve();
  readonly #item: StorageItem<Value>;
  readonly #subscribe: () => void;

  constructor(item: StorageItem<Value>) {
    this.#item = item;
    this.#value = item.fallback;
    this.#subscribe = createSubscriber((update) => {
      const take = (value: Value) => {
        this.#value = value;
        this.#loaded = true;
        this.#isCurrent = true;
        update();
      };
      const unwatch = item.watch(take);
      void item.getValue().then(take);
      return () => {
        this.#isCurrent = false;
        unwatch();
      };
    });
  }

  get current(): Value {
    this.#subscribe();
    return this.#value;
  }

  /** Whether the stored value is known yet. */
  get loaded(): boolean {
    this.#subscribe();
    return this.#loaded;
  }

  /** The stored value: at once while somebody follows `current` and so hears of every change; else it is read. */
  known(): Value | Promise<Value> {
    return this.#isCurrent ? this.#value : this.#item.getValue();
  }

  /** The stored value, read now. */
  load(): Promise<Value> {
    return this.#item.getValue();
  }

  set(value: Value): Promise<void> {
    return this.#item.setValue(value);
  }

  /** Changes the stored value, whatever it is by then; changes made at once come one after the other. */
  update(change: (value: Value) => Value): Promise<void> {
    const done = this.#changing.then(async () => this.#item.setValue(change(await this.#item.getValue())));
    this.#changing = done.catch(() => undefined);
    return done;
  }
}
