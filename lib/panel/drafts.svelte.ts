import type { ChatId } from '../domain/ids';
import type { StoredItem } from './stored-item.svelte';

/** Pause in typing after which a draft is stored, in ms. */
const SAVE_AFTER_MS = 300;

/** The text in the composer, kept for each chat so that closing the panel loses nothing. */
export class Drafts {
  #text = $state('');
  #key = 'new';
  #loaded = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #item: StoredItem<Readonly<Record<string, string>>>;

  constructor(item: StoredItem<Readonly<Record<string, string>>>) {
    this.#item = item;
    window.addEventListener('pagehide', () => this.#save());
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

  /** Shows the draft of a chat, having stored that of the one before. */
  async open(chatId: ChatId | null): Promise<void> {
    if (this.#loaded) this.#save();
    const key = chatId ?? 'new';
    this.#key = key;
    const stored = await this.#item.load();
    if (this.#key !== key) return;
    this.#text = stored[key] ?? '';
    this.#loaded = true;
  }

  #save(): void {
    clearTimeout(this.#timer);
    const key = this.#key;
    const text = this.#text;
    void this.#item.update((drafts) => {
      const { [key]: _former, ...others } = drafts;
      return text.trim() === '' ? others : { ...others, [key]: text };
    });
  }
}
