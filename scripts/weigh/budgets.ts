/** A part of the built extension and how much it may weigh. */
export interface Budget {
  readonly name: string;
  /** A page or script at the root of the build, or how a chunk's file name begins. */
  readonly entry: string;
  /** Most bytes after gzip, of all scripts and styles that it loads before it runs. */
  readonly most: number;
  /** Most files: each is asked of the browser by itself, which takes longer than its bytes. */
  readonly mostFiles?: number;
  /** What stands already when it is loaded, by `entry`: that does not count. */
  readonly after?: string;
}

/**
 * What Aside may weigh: as it is, with a little room. Whoever needs more first looks whether it can be loaded later; to
 * raise a number is a decision for the change log of the one who does.
 */
export const BUDGETS: readonly Budget[] = [
  { name: 'Panel, start', entry: 'sidepanel.html', most: 80_000, mostFiles: 9 },
  { name: 'Panel, its words', entry: 'words-panel-en-', most: 14_000 },
  { name: 'Shared words', entry: 'words-core-en-', most: 9_000 },
  { name: 'Panel, the database', entry: 'open-database-', after: 'sidepanel.html', most: 37_000 },
  { name: 'Panel, a chat', entry: 'Conversation-', after: 'sidepanel.html', most: 128_000 },
  { name: 'Panel, a menu', entry: 'MenuPopup-', after: 'sidepanel.html', most: 36_000 },
  { name: 'Panel, the models', entry: 'ModelPopup-', after: 'sidepanel.html', most: 40_000 },
  { name: 'Settings, start', entry: 'options.html', most: 72_000 },
  { name: 'Background', entry: 'background.js', most: 238_000 },
  { name: 'Reading a page', entry: 'page-reader.js', most: 140_000 },
  { name: 'The first chart', entry: 'draw-chart-', after: 'sidepanel.html', most: 280_000 },
  { name: 'The first formula', entry: 'draw-formula-', after: 'sidepanel.html', most: 84_000 },
];
