import type { ChatId } from '../domain/ids';
import type { DraftStore } from './temporary/session-drafts';

/** Pause in typing after which a draft is stored, in ms. */
const SAVE_AFTER_MS = 300;

/**
 * The text in the composer, kept for each chat so that closing the panel loses nothing. It is kept in the page's own
 * storage, the only one that can still be written while a panel closes.
 */
export class Drafts {
  #text = $state('');
  #chatId: ChatId | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #storage: DraftStore;
  readonly #page = new AbortController();

  constructor(storage: DraftStore = localStorage) {
    this.#storage = storage;
    this.#text = this.#stored();
    window.addEventListener('pagehide', () => this.#save(), { signal: this.#page.signal });
  }

  /** Stores the draft on view and lets the storage be: another may write there now. */
  close(): void {
    if (this.#page.signal.aborted) return;
    this.#save();
    this.#page.abort();
  }

  get text(): string {
    return this.#text;
  }

  set text(value: string) {
    this.#text = value;
    clearTimeout(this.#timer);
    if (this.#page.signal.aborted) return;
    this.#timer = setTimeout(() => this.#save(), this.#storage.pauseMs ?? SAVE_AFTER_MS);
  }

  /** Shows the draft of a chat, having stored that of the one before; null: of a chat not begun. */
  open(chatId: ChatId | null): void {
    if (chatId === this.#chatId) return;
    this.#save();
    this.#chatId = chatId;
    this.#text = this.#stored();
  }

  /** The chat on view has been begun under this id: what is typed from now on is its draft. */
  begun(chatId: ChatId): void {
    if (this.#chatId !== null) return;
    this.#storage.removeItem(keyOf(null));
    this.#chatId = chatId;
  }

  #stored(): string {
    return this.#storage.getItem(keyOf(this.#chatId)) ?? '';
  }

  #save(): void {
    clearTimeout(this.#timer);
    const key = keyOf(this.#chatId);
    try {
      if (this.#text.trim() === '') this.#storage.removeItem(key);
      else this.#storage.setItem(key, this.#text);
    } catch (reason) {
      console.warn('Aside: a draft is too long to be kept.', reason);
    }
  }
}

function keyOf(chatId: ChatId | null): string {
  return `draft:${chatId ?? 'new'}`;
}
