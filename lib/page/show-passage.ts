import { tabScripting, type TabScripting } from '../platform/tab-scripting';
import { askTab } from './ask-tab';
import type { Passage } from './passage/find-passage';
import type { PassageShown } from './passage/highlight-passage';
import { HIGHLIGHT_NAME, PASSAGE_FUNCTION } from './passage/names';

const STYLE = `::highlight(${HIGHLIGHT_NAME}) { background-color: #ffd98a; color: #1f1d1a; }`;

/**
 * Scrolls a tab to a passage and highlights it until the user clicks or presses Escape there. `quote` may be empty:
 * then the whole block is shown. Throws ChatFailure `page-permission` or `page-unreadable` where the tab can't be
 * reached.
 */
export async function showPassage(
  tabId: number,
  passage: Passage,
  scripting: TabScripting = tabScripting,
): Promise<PassageShown> {
  const show = async (): Promise<unknown> => {
    await Promise.all([scripting.runFile(tabId, '/passage-highlighter.js'), scripting.setStyle(tabId, STYLE)]);
    return scripting.runFunction(tabId, callHighlighter, [PASSAGE_FUNCTION, passage]);
  };
  const shown = await askTab(show());
  return shown === 'shown' || shown === 'similar' ? shown : 'missing';
}

/** Runs in the tab, so it may use nothing from outside itself. */
function callHighlighter(name: string, passage: Passage): unknown {
  const show: unknown = Reflect.get(globalThis, name);
  return typeof show === 'function' ? (show as (passage: Passage) => unknown)(passage) : 'missing';
}
