import { browser } from './browser';

/** The scripts of ours that run in tabs. */
export type ScriptFile = '/page-reader.js' | '/selection-reader.js' | '/passage-highlighter.js';

/** Runs things in a tab's top frame, in the extension's own world. Rejects with the browser's own words. */
export interface TabScripting {
  /** Resolves to the script's result. */
  runFile(tabId: number, file: ScriptFile): Promise<unknown>;
  /** `func` is sent as text, so it may use nothing from outside itself. */
  runFunction<Arguments extends unknown[]>(
    tabId: number,
    func: (...args: Arguments) => unknown,
    args: Arguments,
  ): Promise<unknown>;
  /** Adds a style sheet to all frames that may be reached, once. */
  setStyle(tabId: number, css: string): Promise<void>;
}

export const tabScripting: TabScripting = {
  async runFile(tabId, file) {
    return resultOf(await browser.scripting.executeScript({ target: { tabId }, files: [file] }));
  },
  async runFunction(tabId, func, args) {
    return resultOf(await browser.scripting.executeScript({ target: { tabId }, func, args }));
  },
  async setStyle(tabId, css) {
    // Chromium paints `::highlight()` from an author sheet only.
    const sheet = { target: { tabId, allFrames: true }, css, origin: 'AUTHOR' } as const;
    // What is inserted twice stays twice; Firefox also rejects the removal of what is not there.
    await browser.scripting.removeCSS(sheet).catch(() => undefined);
    await browser.scripting.insertCSS(sheet);
  },
};

function resultOf(results: readonly { readonly result?: unknown; readonly error?: unknown }[]): unknown {
  const [first] = results;
  // Firefox hands a script's own failure over beside the result.
  if (first?.error) throw first.error instanceof Error ? first.error : new Error(messageOf(first.error));
  return first?.result;
}

function messageOf(thrown: unknown): string {
  const { message } = thrown as { readonly message?: unknown };
  return typeof message === 'string' ? message : JSON.stringify(thrown);
}
