/** A passing word to the user, with the one button that helps. */
export interface Notice {
  /** `status` for progress and what was done, `alert` for failures. */
  readonly role: 'status' | 'alert';
  readonly text: string;
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

/** Milliseconds: time to read a sentence, or to hear it. */
const BRIEFLY = 5_000;

/** The notice on view: at most one, the newest. */
export class Notices {
  #current = $state.raw<Notice | null>(null);

  get current(): Notice | null {
    return this.#current;
  }

  tell(text: string, action: Notice['action'] = null): void {
    this.#current = { role: 'status', text, action };
  }

  /** Says what was done and takes it back when it has been read. */
  tellBriefly(text: string): void {
    this.tell(text);
    const told = this.#current;
    setTimeout(() => {
      if (this.#current === told) this.dismiss();
    }, BRIEFLY);
  }

  warn(text: string, action: Notice['action'] = null): void {
    this.#current = { role: 'alert', text, action };
  }

  dismiss(): void {
    this.#current = null;
  }
}
