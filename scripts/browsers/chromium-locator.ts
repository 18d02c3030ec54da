import type { Locator, Page } from 'playwright';
import type { AsideLocator, LocatorScope, TextMatch } from './aside-browser.ts';
import { DEFAULT_TIMEOUT, poll } from './poll.ts';

/** The look-ups of a Playwright page or locator, under the names that both browsers share. */
export function chromiumScope(scope: Page | Locator): LocatorScope {
  return {
    getByRole: (role, options) =>
      chromiumLocator(scope.getByRole(role as Parameters<Page['getByRole']>[0], options)),
    getByLabel: (text) => chromiumLocator(scope.getByLabel(text)),
    locate: (selector) => chromiumLocator(scope.locator(selector)),
  };
}

function chromiumLocator(locator: Locator): AsideLocator {
  const timeout = DEFAULT_TIMEOUT;
  const visible = locator.filter({ visible: true });
  return {
    ...chromiumScope(locator),
    nth: (index) => chromiumLocator(locator.nth(index)),
    first: () => chromiumLocator(locator.first()),
    last: () => chromiumLocator(locator.last()),
    click: () => locator.click({ timeout }),
    hover: () => locator.hover({ timeout }),
    fill: (text) => locator.fill(text, { timeout }),
    select: async (label) => void (await locator.selectOption({ label }, { timeout })),
    type: (text) => locator.pressSequentially(text, { timeout }),
    press: (key) => locator.press(key, { timeout }),
    text: () => locator.innerText({ timeout }),
    value: () => locator.inputValue({ timeout }),
    attribute: (name) => locator.getAttribute(name, { timeout }),
    count: () => locator.count(),
    isVisible: async () => (await visible.count()) > 0,
    isEnabled: () => locator.isEnabled({ timeout }),
    allTexts: () => locator.allInnerTexts(),
    waitFor: async (options) => {
      const wanted = options?.state === 'hidden' ? 0 : 1;
      await poll(
        `${locator} to be ${options?.state ?? 'visible'}`,
        async () => (await visible.count()) === wanted,
        options?.timeout,
      );
    },
    waitForText: async (text, options) => {
      const { timeout } = { timeout: DEFAULT_TIMEOUT, ...options };
      await poll(
        `${text} in ${locator}`,
        async () => matches(await locator.innerText({ timeout }), text),
        timeout,
      );
    },
  };
}

/** Whether text holds the string, whatever its case, or fits the pattern. */
export function matches(text: string, wanted: TextMatch): boolean {
  return typeof wanted === 'string' ? text.toLowerCase().includes(wanted.toLowerCase()) : wanted.test(text);
}
