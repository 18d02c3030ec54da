import type { ChatId } from '../../domain/ids';

/** Which chats of a list are selected, by mouse or keys, as files are in a folder. */
export class ChatSelection {
  #ids = $state.raw<ReadonlySet<ChatId>>(new Set());
  /** Where a range begins. */
  #anchor: ChatId | null = null;

  get ids(): ReadonlySet<ChatId> {
    return this.#ids;
  }

  get size(): number {
    return this.#ids.size;
  }

  has(id: ChatId): boolean {
    return this.#ids.has(id);
  }

  /** Adds a chat or takes it out; ranges begin there from now on. */
  toggle(id: ChatId): void {
    const ids = new Set(this.#ids);
    if (!ids.delete(id)) ids.add(id);
    this.#ids = ids;
    this.#anchor = id;
  }

  /** Selects from where the range began, else from `from`, to a chat, in the order of the list. */
  extend(id: ChatId, order: readonly ChatId[], from: ChatId = id): void {
    const anchor = this.#anchor !== null && order.includes(this.#anchor) ? this.#anchor : from;
    const [one, other] = [order.indexOf(anchor), order.indexOf(id)];
    if (one < 0 || other < 0) return;
    this.#anchor = anchor;
    this.#ids = new Set(order.slice(Math.min(one, other), Math.max(one, other) + 1));
  }

  all(order: readonly ChatId[]): void {
    this.#ids = new Set(order);
  }

  clear(): void {
    this.#anchor = null;
    if (this.#ids.size > 0) this.#ids = new Set();
  }
}
