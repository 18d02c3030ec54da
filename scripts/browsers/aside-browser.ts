import type { BrowserFamily } from './find-browser.ts';

/** An accessible name or text: a string matches a part of it whatever its case, unless `exact`. */
export type TextMatch = string | RegExp;

export interface RoleOptions {
  readonly name?: TextMatch;
  readonly exact?: boolean;
}

export interface WaitOptions {
  /** Milliseconds; 15,000 unless told. */
  readonly timeout?: number;
}

/** Whatever elements can be looked for in: a page or what an earlier look-up found. */
export interface LocatorScope {
  /** Elements by ARIA role and accessible name, hidden ones left out. */
  getByRole(role: string, options?: RoleOptions): AsideLocator;
  /** Fields by the text of their label; for those that have no role, such as passwords. */
  getByLabel(text: TextMatch): AsideLocator;
  /** Elements by CSS selector. */
  locate(selector: string): AsideLocator;
}

/**
 * A way to find elements, looked up anew at each use. Acts and reads wait up to 15 s for exactly one element;
 * `count` and `isVisible` answer at once.
 */
export interface AsideLocator extends LocatorScope {
  nth(index: number): AsideLocator;
  first(): AsideLocator;
  last(): AsideLocator;
  /** A trusted click, once the element is visible, enabled and not covered. */
  click(): Promise<void>;
  /** Puts the pointer over it. */
  hover(): Promise<void>;
  /** Replaces a field's text at once, line breaks kept. */
  fill(text: string): Promise<void>;
  /** Chooses an option of a `select` by its visible label. */
  select(label: string): Promise<void>;
  /** Types after the text that is there, key by key (a line break is the Enter key). */
  type(text: string): Promise<void>;
  /** Focuses it and presses a key such as `Enter`, `Shift+Enter`, `Escape`, `Control+a`. */
  press(key: string): Promise<void>;
  /** The visible text. */
  text(): Promise<string>;
  /** A field's value. */
  value(): Promise<string>;
  attribute(name: string): Promise<string | null>;
  count(): Promise<number>;
  isVisible(): Promise<boolean>;
  isEnabled(): Promise<boolean>;
  /** Visible texts of all matches, in order. */
  allTexts(): Promise<string[]>;
  /** Waits for exactly one to be visible, or (`hidden`) for none to be. */
  waitFor(options?: WaitOptions & { readonly state?: 'visible' | 'hidden' }): Promise<void>;
  /** Waits until the visible text of the one match fits. */
  waitForText(text: TextMatch, options?: WaitOptions): Promise<void>;
}

/** A page of a browser: a site in a tab, a page of Aside in a tab, or the real side panel. */
export interface BrowserPage extends LocatorScope {
  /** Runs a function in the page's own world; it must be self-contained, arguments and result JSON. */
  evaluate<Args extends readonly unknown[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>;
  /** Waits until the visible text of the page fits. */
  waitForText(text: TextMatch, options?: WaitOptions): Promise<void>;
  /** Presses a key wherever the focus is. */
  press(key: string): Promise<void>;
  /** Turns a real wheel by so many CSS pixels, down or (below 0) up, over a point of the view. */
  wheel(x: number, y: number, down: number): Promise<void>;
  url(): Promise<string>;
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Makes a tab the one in front. */
  bringToFront(): Promise<void>;
  /** Writes a PNG of the page, making folders as needed. */
  screenshot(path: string): Promise<void>;
  /** CSS pixels. A Firefox sidebar takes the width only; a Firefox tab resizes the window. */
  setViewport(width: number, height: number): Promise<void>;
  setColorScheme(scheme: 'light' | 'dark'): Promise<void>;
  /** Closes the tab (for the panel: the panel). */
  close(): Promise<void>;
}

/** Something that went wrong in a page or the background of Aside without a test asking. */
export interface Problem {
  readonly kind: 'content-policy' | 'error';
  readonly text: string;
}

/** What became of an update: it runs, or it waits for Aside's word or the browser's next start. */
export type UpdateOutcome = 'installed' | 'postponed';

export interface LaunchOptions {
  /** Folder of a profile that stays; without it a fresh one is made and removed at the end. */
  readonly profile?: string;
  /** First tab's address; `about:blank` unless told. */
  readonly url?: string;
  /** Window's size in CSS pixels; 1280 by 860 unless told. */
  readonly width?: number;
  readonly height?: number;
  /** True unless told. */
  readonly headless?: boolean;
  /** Host patterns that Aside may read from the start, e.g. `http://127.0.0.1/*`. */
  readonly grants?: readonly string[];
  /** Keeps what the browser asks of the network, for `networkLog`. */
  readonly logNetwork?: boolean;
  /** Path of the browser's program; an installed one of the family unless told. */
  readonly program?: string;
  /** Folder of the built extension; `.output/…` of this project unless told. */
  readonly extension?: string;
}

/** A real browser with Aside loaded. Close it, or it ends with this process. */
export interface AsideBrowser {
  readonly family: BrowserFamily;
  /** `chrome-extension://…/` or `moz-extension://…/`. */
  readonly baseUrl: string;
  /** The tab that the browser started with. */
  firstTab(): Promise<BrowserPage>;
  openTab(url: string): Promise<BrowserPage>;
  /** One tab in a window of its own, in front of the others. The toolbar button and the panel stay the first window's. */
  openWindow(url: string): Promise<BrowserPage>;
  /**
   * A private (incognito) window with an empty tab, where Aside is allowed. It is the window in front from then on:
   * the toolbar button, the panel and (in Chromium) the background are its own, until `closePrivateWindow`.
   */
  openPrivateWindow(): Promise<BrowserPage>;
  /** Closes the private window with all its tabs. */
  closePrivateWindow(): Promise<void>;
  /** `sidepanel.html` or `options.html` in a tab. */
  openPage(path: string): Promise<BrowserPage>;
  /** A real click on the toolbar button for the tab in front: grants activeTab and lets Aside open its panel. */
  clickToolbar(): Promise<void>;
  /** The real panel of the window in front: opened by the toolbar button unless it is open already. */
  openPanel(): Promise<BrowserPage>;
  /** Waits for the panel that something else opened. */
  awaitPanel(options?: WaitOptions): Promise<BrowserPage>;
  isPanelOpen(): Promise<boolean>;
  closePanel(): Promise<void>;
  /**
   * Takes Aside's item of the context menu on a tab's selection. Firefox shows the real menu and finds the item by its
   * label. Headless Chromium shows none, so the item's `id` is dispatched in the worker: no user gesture, no activeTab;
   * open the panel first.
   */
  clickSelectionMenu(tab: BrowserPage, item: { readonly id: string; readonly label: TextMatch }): Promise<void>;
  /**
   * Uses a keyboard shortcut of the manifest. Firefox presses the real keys; headless Chromium gets none to its own
   * window, so the `command` is dispatched in the worker, again without a gesture.
   */
  useShortcut(shortcut: { readonly keys: string; readonly command: string }): Promise<void>;
  /** Runs a function in the background (Chromium: the worker; Firefox: the event page), waking it if need be. */
  evaluateInBackground<Args extends readonly unknown[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>;
  /** Ends the background as the browser does to an idle one. */
  stopBackground(): Promise<void>;
  /** Whether the background runs now. This driver is a debugger, which keeps Chromium's from stopping by itself. */
  isBackgroundAwake(): Promise<boolean>;
  /**
   * Puts the same build under another version in the place of the one that runs. Firefox does it as its updater does:
   * the outcome says whether it was installed or Aside asked to wait. Chromium has no updater for an unpacked build:
   * it loads it anew at once (`runtime.reload`) and changes the manifest in the launch's folder, so give a copy there.
   */
  update(version: string): Promise<UpdateOutcome>;
  /** Grants host patterns at once, as if the user had agreed. */
  grant(origins: readonly string[]): Promise<void>;
  /**
   * Lets a later `permissions.request` for these patterns succeed without its prompt. Chromium only: the Firefox
   * profile agrees to every request.
   */
  agreeTo(origins: readonly string[]): Promise<void>;
  /** Waits for a file that Aside saves (its name must fit) to be whole; resolves to its path, gone with the profile. */
  awaitDownload(name: RegExp): Promise<string>;
  /** Content policy violations and uncaught errors of Aside's own pages, background and page scripts since the launch. */
  problems(): Promise<readonly Problem[]>;
  /**
   * With `logNetwork`: the addresses and hosts that anything in the browser asked for since the launch, its own errands
   * and names that were only resolved included. In Firefox names are forgotten after a minute: ask in time.
   */
  networkLog(): Promise<readonly string[]>;
  /** Ends the browser in good order and starts it again on the same profile. Earlier pages are void. */
  restart(): Promise<void>;
  /** The same after a `kill -9`; resolves to when that was, in milliseconds since the epoch. */
  crashAndRestart(): Promise<number>;
  /** Resolves when the browser has ended, for whatever reason. */
  ended(): Promise<void>;
  close(): Promise<void>;
}
