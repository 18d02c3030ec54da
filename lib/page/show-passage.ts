import { tabScripting, type TabScripting } from '../platform/tab-scripting';
import { askTab } from './ask-tab';
import { HIGHLIGHT_NAME, PASSAGE_FUNCTION } from './passage/names';
import type { PassageSearch, SeekOutcome } from './passage/seek-passage';

const STYLE = `::highlight(${HIGHLIGHT_NAME}) { background-color: #ffd98a; color: #1f1d1a; }`;

const OUTCOMES: readonly SeekOutcome[] = ['shown', 'closed', 'similar', 'elsewhere', 'missing'];

/** A search with its patience, and the time that scrolling through a page takes. */
const LONGEST_MS = 20_000;

/**
 * Scrolls a tab to a passage and highlights it until the user clicks or presses Escape there; a tab that shows another
 * page is left alone. Throws ChatFailure `page-permission` or `page-unreadable` where the tab can't be reached.
 */
export async function showPassage(
  tabId: number,
  search: PassageSearch,
  scripting: TabScripting = tabScripting,
): Promise<SeekOutcome> {
  const show = async (): Promise<unknown> => {
    await Promise.all([scripting.runFile(tabId, '/passage-highlighter.js'), scripting.setStyle(tabId, STYLE)]);
    return scripting.runFunction(tabId, callHighlighter, [PASSAGE_FUNCTION, search]);
  };
  const shown = await askTab(show(), { patience: LONGEST_MS });
  return OUTCOMES.find((outcome) => outcome === shown) ?? 'missing';
}

/** Runs in the tab, so it may use nothing from outside itself. */
function callHighlighter(name: string, search: PassageSearch): unknown {
  const show: unknown = Reflect.get(globalThis, name);
  return typeof show === 'function' ? (show as (search: PassageSearch) => unknown)(search) : 'missing';
}
