import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { BrowserPage } from './aside-browser.ts';
import { matches } from './chromium-locator.ts';
import { firefoxScope, type FirefoxView } from './firefox-locator.ts';
import type { SendCommand } from './marionette.ts';
import { poll } from './poll.ts';
import { keyActions, wheelActions } from './webdriver-keys.ts';

type Own = 'close' | 'setViewport' | 'bringToFront';

/** A document of Firefox under the names that both browsers share; what differs by its kind is given as `own`. */
export function firefoxPage(view: FirefoxView, own: Pick<BrowserPage, Own>): BrowserPage {
  const within = <Result>(work: (send: SendCommand) => Promise<Result>): Promise<Result> =>
    view.marionette.within(view.target, work);
  const text = (): Promise<string> => within((send) => executeInPage(send, () => document.body.innerText));
  return {
    ...firefoxScope(view),
    ...own,
    evaluate: (run, ...args) => within((send) => executeInPage(send, run, ...args)),
    waitForText: async (wanted, options) => {
      await poll(`${wanted} on the page`, async () => matches(await text(), wanted), options?.timeout);
    },
    press: (key) => within((send) => send('WebDriver:PerformActions', { actions: [keyActions(key)] })),
    wheel: (x, y, down) =>
      within((send) => send('WebDriver:PerformActions', { actions: [wheelActions(x, y, down)] })),
    url: () => within((send) => send<string>('WebDriver:GetCurrentURL')),
    goto: (url) => within((send) => send('WebDriver:Navigate', { url })),
    reload: () => within((send) => send('WebDriver:Refresh')),
    setColorScheme: (scheme) =>
      within(async (send) => {
        await send('Marionette:SetContext', { value: 'chrome' });
        const source = `(session, scheme) => {
          const url = 'chrome://remote/content/shared/webdriver/Session.sys.mjs';
          const { contentBrowsingContext } = ChromeUtils.importESModule(url).getWebDriverSessionById(session);
          contentBrowsingContext.top.prefersColorSchemeOverride = scheme;
        }`;
        try {
          await executeSource(send, source, view.marionette.sessionId, scheme);
        } finally {
          await send('Marionette:SetContext', { value: 'content' });
        }
      }),
    screenshot: async (path) => {
      const png = await within((send) => send<string>('WebDriver:TakeScreenshot', { full: false }));
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, Buffer.from(png, 'base64'));
    },
  };
}

/** Runs a self-contained function in the world of the document that commands act on. */
export function executeInPage<Args extends readonly unknown[], Result>(
  send: SendCommand,
  run: (...args: Args) => Result | Promise<Result>,
  ...args: Args
): Promise<Result> {
  return executeSource(send, run.toString(), ...args);
}

/** The same for a function's source; the caller knows its result. */
export async function executeSource<Result>(
  send: SendCommand,
  source: string,
  ...args: readonly unknown[]
): Promise<Result> {
  const script = `
    const [args, done] = arguments;
    Promise.resolve().then(() => (${source})(...args))
      .then((value) => done({ value }), (error) => done({ error: String(error) + '\\n' + error?.stack }));`;
  const parameters = { script, args: [args] };
  const { value, error } = await send<{ value: Result; error?: string }>(
    'WebDriver:ExecuteAsyncScript',
    parameters,
  );
  if (error !== undefined) throw new Error(error);
  return value;
}
