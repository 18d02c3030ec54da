import type { FilledPrompt } from './prompt-actions';

/** A selection on its way into a composer, from the context menu or the shortcut. */
export interface PendingQuestion {
  readonly id: string;
  /** The selected text, line breaks kept. */
  readonly selection: string;
  readonly tabId: number | null;
  /** The action it was taken for, filled in; null: the selection alone, to be asked about. */
  readonly action: (FilledPrompt & { readonly sendAtOnce: boolean }) | null;
}
