import { isAttached, type AttachedPart } from '../domain/attachments/attached';
import type { ContentPart } from '../domain/content';
import type { ChatId } from '../domain/ids';
import type { Attached } from './attachments/attached.svelte';
import type { DraftStore } from './temporary/session-drafts';

/** Pause in typing after which a draft is stored, in ms. */
const SAVE_AFTER_MS = 300;

/** What stands in the composer. */
export interface Draft {
  readonly text: string;
  readonly attached: readonly AttachedPart[];
}

/**
 * The text in the composer with what is attached to it, kept for each chat so that closing the panel loses nothing. It is kept in the page's own
 * storage, the only one that can still be written while a panel closes.
 */
export class Drafts {
  #text = $state('');
  #chatId: ChatId | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What is to go with the text. */
  readonly attached: Attached;
  readonly #storage: DraftStore;
  readonly #page = new AbortController();

  constructor(attached: Attached, storage: DraftStore = localStorage) {
    this.attached = attached;
    this.#storage = storage;
    this.#show();
    attached.onChange = () => this.#saveSoon();
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
    this.#saveSoon();
  }

  /** Takes it all out, to be sent. */
  take(): Draft {
    const draft = { text: this.#text, attached: this.attached.parts };
    this.attached.show([]);
    this.text = '';
    return draft;
  }

  /** Puts something below what stands there. */
  add({ text, attached }: Draft): void {
    this.attached.put(attached);
    this.text = [this.#text.trimEnd(), text].filter(Boolean).join('\n\n');
  }

  /** Puts back what was taken, above what was typed meanwhile. */
  giveBack({ text, attached }: Draft): void {
    this.attached.put(attached);
    this.text = [text, this.#text].filter(Boolean).join('\n\n');
  }

  /** Shows the draft of a chat, having stored that of the one before; null: of a chat not begun. */
  open(chatId: ChatId | null): void {
    if (chatId === this.#chatId) return;
    this.#save();
    this.#chatId = chatId;
    this.#show();
  }

  /** The chat on view has been begun under this id: what is typed from now on is its draft. */
  begun(chatId: ChatId): void {
    if (this.#chatId !== null) return;
    this.#storage.removeItem(keyOf(null));
    this.#storage.removeItem(attachedKeyOf(null));
    this.#chatId = chatId;
  }

  #show(): void {
    this.#text = this.#storage.getItem(keyOf(this.#chatId)) ?? '';
    const attached = readAttached(this.#storage.getItem(attachedKeyOf(this.#chatId)));
    if (attached.length > 0 || this.attached.items.length > 0) this.attached.show(attached);
  }

  #saveSoon(): void {
    clearTimeout(this.#timer);
    if (this.#page.signal.aborted) return;
    this.#timer = setTimeout(() => this.#save(), this.#storage.pauseMs ?? SAVE_AFTER_MS);
  }

  #save(): void {
    clearTimeout(this.#timer);
    const { parts } = this.attached;
    try {
      this.#put(keyOf(this.#chatId), this.#text.trim() === '' ? null : this.#text);
      this.#put(attachedKeyOf(this.#chatId), parts.length === 0 ? null : JSON.stringify(parts));
    } catch (reason) {
      console.warn('Aside: a draft is too long to be kept.', reason);
    }
  }

  #put(key: string, value: string | null): void {
    if (value === null) this.#storage.removeItem(key);
    else this.#storage.setItem(key, value);
  }
}

function keyOf(chatId: ChatId | null): string {
  return `draft:${chatId ?? 'new'}`;
}

function attachedKeyOf(chatId: ChatId | null): string {
  return `attached:${chatId ?? 'new'}`;
}

/** What was stored, as far as it is what this version stores. */
function readAttached(stored: string | null): readonly AttachedPart[] {
  try {
    return (JSON.parse(stored ?? '[]') as readonly ContentPart[]).filter(isAttached);
  } catch {
    return [];
  }
}
