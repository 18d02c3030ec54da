import type { ChatId } from '../domain/ids';
import type { StoredItem } from './stored-item.svelte';

type StoredDrafts = Readonly<Record<string, string>>;

/** Pause in typing after which a draft is stored, in ms. */
const SAVE_AFTER_MS = 300;

/** The text in the composer, kept for each chat so that closing the panel loses nothing. */
export class Drafts {
  #text = $state('');
  #loaded = $state(false);
  #key = 'new';
  #drafts: StoredDrafts = {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #item: StoredItem<StoredDrafts>;

  constructor(item: StoredItem<StoredDrafts>) {
    this.#item = item;
    window.addEventListener('pagehide', () => this.#save());
  }

  /** Reads what was stored. What was typed meanwhile stays. */
  async load(): Promise<void> {
    this.#drafts = { ...(await this.#item.load()), ...this.#drafts };
    this.#loaded = true;
    if (this.#text === '') this.#text = this.#drafts[this.#key] ?? '';
  }

  get loaded(): boolean {
    return this.#loaded;
  }

  get text(): string {
    return this.#text;
  }

  set text(value: string) {
    this.#text = value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#save(), SAVE_AFTER_MS);
  }

  /** Shows the draft of a chat at once, having stored that of the one before. */
  open(chatId: ChatId | null): void {
    this.#save();
    this.#key = chatId ?? 'new';
    this.#text = this.#drafts[this.#key] ?? '';
  }

  #save(): void {
    clearTimeout(this.#timer);
    const key = this.#key;
    const text = this.#text;
    if ((this.#drafts[key] ?? '') === text) return;
    this.#drafts = withDraft(this.#drafts, key, text);
    void this.#item.update((drafts) => withDraft(drafts, key, text));
  }
}

function withDraft(drafts: StoredDrafts, key: string, text: string): StoredDrafts {
  const { [key]: _former, ...others } = drafts;
  return text.trim() === '' ? others : { ...others, [key]: text };
}
