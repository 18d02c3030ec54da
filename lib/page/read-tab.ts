import { ChatFailure } from '../domain/errors';
import type { Block, LeftOut, PageText } from '../domain/page';
import { tabAccess, type TabAccess } from '../platform/tab-access';
import { tabScripting, type ScriptFile, type TabScripting } from '../platform/tab-scripting';
import type { PageReading } from './reader/read-page';
import { askTab } from './ask-tab';
import { browserPageWords, closedKind, pdfWords } from './tab-refusal';

export interface PageSourceOptions {
  readonly scripting?: Pick<TabScripting, 'runFile'>;
  readonly accessTo?: (tabId: number) => Promise<TabAccess>;
  /** Milliseconds until a page that does not answer is given up. */
  readonly patience?: number;
}

/** Reads pages and selections out of tabs. */
export interface PageSource {
  /**
   * The tab's page as it is now. Throws ChatFailure: `page-permission` where Aside may not read the tab (yet),
   * `page-unreadable` where no extension may or the page did not answer, `page-empty` where there is no text.
   */
  read(tabId: number, signal?: AbortSignal): Promise<PageText>;
  /** The text selected in the tab, line breaks kept; empty where nothing is. Throws like `read`. */
  readSelection(tabId: number, signal?: AbortSignal): Promise<string>;
}

/** Runs in the background; the page reader itself runs in the tab. */
export function createPageSource({
  scripting = tabScripting,
  accessTo = tabAccess,
  patience = 10_000,
}: PageSourceOptions = {}): PageSource {
  const run = async (tabId: number, file: ScriptFile, signal?: AbortSignal): Promise<unknown> => {
    const tab = await askTab(accessTo(tabId), { signal });
    const closed = tab.url === undefined ? undefined : closedKind(tab.url);
    if (closed !== undefined) throw new ChatFailure({ kind: 'page-unreadable', detail: closed });
    return askTab(scripting.runFile(tabId, file), { tab, patience, signal });
  };
  return {
    async read(tabId, signal) {
      return pageOf(await run(tabId, '/page-reader.js', signal));
    },
    async readSelection(tabId, signal) {
      const text = await run(tabId, '/selection-reader.js', signal);
      return typeof text === 'string' ? text : '';
    },
  };
}

const OBSTACLES = {
  pdf: ['page-unreadable', pdfWords],
  canvas: ['page-empty', () => 'This page draws its document as a picture (canvas), so there is no text to read.'],
  'no-text': ['page-empty', () => 'The page shows no text.'],
} as const;

function pageOf(result: unknown): PageText {
  // Firefox runs nothing in its own pages (about:support and the like), but does not say so.
  if (result === null || result === undefined)
    throw new ChatFailure({ kind: 'page-unreadable', detail: browserPageWords() });
  if (!isReading(result)) throw new ChatFailure({ kind: 'page-unreadable', detail: 'The page gave no answer.' });
  const { obstacle, ...page } = result;
  if (obstacle !== null) {
    const [kind, words] = OBSTACLES[obstacle];
    throw new ChatFailure({ kind, detail: words() });
  }
  return page;
}

function isReading(value: unknown): value is PageReading {
  if (typeof value !== 'object' || value === null) return false;
  const { title, url, blocks, notes, obstacle, leftOut } = value as Partial<Record<keyof PageReading, unknown>>;
  const strings = typeof title === 'string' && typeof url === 'string';
  const known = obstacle === null || (typeof obstacle === 'string' && Object.hasOwn(OBSTACLES, obstacle));
  if (leftOut !== undefined && !isLeftOut(leftOut)) return false;
  return strings && known && Array.isArray(notes) && Array.isArray(blocks) && blocks.every(isBlock);
}

function isBlock(value: unknown): value is Block {
  const block = value as Partial<Block> | null;
  return typeof block?.id === 'string' && typeof block.text === 'string' && Array.isArray(block.headings);
}

function isLeftOut(value: unknown): value is LeftOut {
  const { count, pieces } = (value ?? {}) as Partial<Record<keyof LeftOut, unknown>>;
  const isPiece = (piece: unknown): boolean => typeof (piece as { text?: unknown } | null)?.text === 'string';
  return typeof count === 'number' && Array.isArray(pieces) && pieces.every(isPiece);
}
