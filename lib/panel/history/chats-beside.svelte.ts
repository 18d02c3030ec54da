import { MediaQuery } from 'svelte/reactivity';

/** The width from which there is room for the list of chats beside the chat. */
const WIDE = 'min-width: 900px';

/** Where it is noted that the list is hidden. The page's own storage is readable before the first paint. */
const HIDDEN = 'chats-beside-hidden';

type Remembered = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The list of chats beside the chat: there where the page is wide, unless its user hid it. */
export class ChatsBeside {
  #isHidden = $state(false);
  readonly #wide: Pick<MediaQuery, 'current'>;
  readonly #storage: Remembered;

  constructor(wide: Pick<MediaQuery, 'current'> = new MediaQuery(WIDE), storage: Remembered = localStorage) {
    this.#wide = wide;
    this.#storage = storage;
    this.#isHidden = storage.getItem(HIDDEN) !== null;
  }

  /** Whether the page is wide enough for it. */
  get hasRoom(): boolean {
    return this.#wide.current;
  }

  /** Whether it is shown. */
  get isShown(): boolean {
    return this.hasRoom && !this.#isHidden;
  }

  /** Hides the list, or shows it again, also in tabs that are opened later. */
  toggle(): void {
    this.#isHidden = !this.#isHidden;
    if (this.#isHidden) this.#storage.setItem(HIDDEN, '1');
    else this.#storage.removeItem(HIDDEN);
  }
}
