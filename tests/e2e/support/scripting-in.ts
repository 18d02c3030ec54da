import type { ScriptFile, TabScripting } from '../../../lib/platform/tab-scripting';
import type { AsideBrowser } from '../../../scripts/browsers/aside-browser.ts';

/** The id of the tab in front. */
export function tabInFront(aside: AsideBrowser): Promise<number> {
  return aside.evaluateInBackground(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return tab?.id ?? -1;
  });
}

/** The extension's own scripting, as its background would use it. */
export function scriptingIn(aside: AsideBrowser): TabScripting {
  return {
    runFile: (tab, file) =>
      aside.evaluateInBackground(
        async (tabId: number, path: ScriptFile) => {
          const [first] = await chrome.scripting.executeScript({ target: { tabId }, files: [path] });
          return first?.result;
        },
        tab,
        file,
      ),
    runFunction: (tab, _run, args) =>
      aside.evaluateInBackground(
        async (tabId: number, name: string, passage: unknown) => {
          const call = (key: string, given: unknown): unknown =>
            (Reflect.get(globalThis, key) as (given: unknown) => unknown)(given);
          const [first] = await chrome.scripting.executeScript({
            target: { tabId },
            func: call,
            args: [name, passage],
          });
          return first?.result;
        },
        tab,
        String(args[0]),
        args[1],
      ),
    setStyle: (tab, css) =>
      aside.evaluateInBackground(
        async (tabId: number, sheet: string) => {
          await chrome.scripting.insertCSS({ target: { tabId, allFrames: true }, css: sheet, origin: 'AUTHOR' });
        },
        tab,
        css,
      ),
  };
}
