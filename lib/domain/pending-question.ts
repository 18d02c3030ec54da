/** A selection on its way into a composer, from the context menu or the shortcut. */
export interface PendingQuestion {
  readonly id: string;
  /** The selected text, line breaks kept. */
  readonly selection: string;
  readonly tabId: number | null;
}
