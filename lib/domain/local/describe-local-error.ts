/** Words for what the model itself cannot do, mostly on servers near by: what happened, what to do, and the button. */
export interface LocalWords {
  readonly title: string;
  readonly next: string;
  readonly action: 'wait-and-retry' | 'retry' | 'open-settings';
}

/** `host` as it is shown, `status` as ` (503)` or empty, `again` how to go on. */
export function describeLocalError(
  kind: 'model-loading' | 'out-of-memory' | 'browser-model' | 'cannot-see',
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
    case 'cannot-see':
      return {
        title: 'This model can’t see pictures.',
        next: 'Nothing was sent. Choose a model that sees images, as the list of models says, or ask without the picture.',
        action: 'open-settings',
      };
  }
}
