/** Where drafts are kept by key, like the page's own storage. */
export interface DraftStore extends Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  /** How long a pause in typing is before a draft is stored, in ms; undefined: as usual. */
  readonly pauseMs?: number;
}

/** A draft store that is in the browser's memory alone. */
export interface SessionDrafts extends DraftStore {
  /** Takes no more: what a closing panel still saves comes too late. */
  close(): void;
}

interface DraftItem {
  getValue(): Promise<Readonly<Record<string, string>>>;
  setValue(texts: Readonly<Record<string, string>>): Promise<void>;
}

/** Reads the drafts of a place and keeps them there. */
export async function openSessionDrafts(item: DraftItem): Promise<SessionDrafts> {
  let texts = await item.getValue();
  let isClosed = false;

  function set(changed: Readonly<Record<string, string>>): void {
    if (isClosed) return;
    texts = changed;
    item
      .setValue(changed)
      .catch((reason: unknown) => console.warn('Aside: a draft is too long to be kept.', reason));
  }

  return {
    // Firefox takes nothing more from a panel that closes.
    pauseMs: 0,
    getItem: (key) => texts[key] ?? null,
    setItem: (key, text) => set({ ...texts, [key]: text }),
    removeItem(key) {
      const { [key]: gone, ...others } = texts;
      if (gone !== undefined) set(others);
    },
    close: () => void (isClosed = true),
  };
}
