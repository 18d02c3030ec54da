/** Words for what only servers near by fail at: what happened, what to do, and the button. */
export interface LocalWords {
  readonly title: string;
  readonly next: string;
  readonly action: 'wait-and-retry' | 'retry' | 'open-settings';
}

/** `host` as it is shown, `status` as ` (503)` or empty, `again` how to go on. */
export function describeLocalError(
  kind: 'model-loading' | 'out-of-memory' | 'browser-model',
  host: string,
  status: string,
  again: string,
): LocalWords {
  switch (kind) {
    case 'model-loading':
      return {
        title: `${host} is still loading the model${status}.`,
        next: `Wait a little. ${again}`,
        action: 'wait-and-retry',
      };
    case 'out-of-memory':
      return {
        title: `${host} has too little memory for this model${status}.`,
        next: 'Close other programs there, or choose a smaller model.',
        action: 'retry',
      };
    case 'browser-model':
      return {
        title: 'The browser’s own model is not ready.',
        next: 'Download it in Settings, or choose another model.',
        action: 'open-settings',
      };
  }
}
