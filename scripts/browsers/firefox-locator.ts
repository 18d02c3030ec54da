import type { AsideLocator, LocatorScope } from './aside-browser.ts';
import { matches } from './chromium-locator.ts';
import { queryText, runQuery, type ElementRef, type QueryStep } from './firefox-query.ts';
import type { Marionette, MarionetteTarget, SendCommand } from './marionette.ts';
import { DEFAULT_TIMEOUT, poll } from './poll.ts';
import { keyActions } from './webdriver-keys.ts';

export interface FirefoxView {
  readonly marionette: Marionette;
  readonly target: MarionetteTarget;
}

/** Look-ups in a Firefox page, under the names that both browsers share. */
export function firefoxScope(view: FirefoxView, steps: readonly QueryStep[] = []): LocatorScope {
  return {
    getByRole: (role, options = {}) => {
      const name = options.name === undefined ? null : queryText(options.name, options.exact);
      return firefoxLocator(view, [...steps, { by: 'role', role, name }]);
    },
    getByLabel: (text) => firefoxLocator(view, [...steps, { by: 'label', text: queryText(text) }]),
    locate: (selector) => firefoxLocator(view, [...steps, { by: 'selector', selector }]),
  };
}

function firefoxLocator(view: FirefoxView, steps: readonly QueryStep[]): AsideLocator {
  const what = describe(steps);

  /** Runs `use` with all matches, once. */
  function query<Result>(
    use: (elements: Element[], ...args: never[]) => Result,
    ...args: unknown[]
  ): Promise<Result> {
    return view.marionette.within(view.target, (send) => runQuery(send, steps, use, ...args));
  }
  /** Runs `use` with the one match, as soon as there is exactly one that is visible. */
  async function one<Result>(
    use: (elements: Element[], ...args: never[]) => Result,
    ...args: unknown[]
  ): Promise<Result> {
    const found = await poll(what, async () => {
      await query(requireOneVisible);
      return { result: await query(use, ...args) };
    });
    return found.result;
  }
  /** Does something by WebDriver's own means to the one match; again while the page still moves. */
  async function act(
    work: (send: SendCommand, id: string, element: ElementRef) => Promise<unknown>,
  ): Promise<void> {
    await poll(what, () =>
      view.marionette.within(view.target, async (send) => {
        await runQuery(send, steps, requireOneVisible);
        await runQuery(send, steps, requireEnabled);
        const element = await runQuery(send, steps, first as unknown as () => ElementRef);
        await work(send, Object.values(element)[0] ?? '', element);
        return true;
      }),
    );
  }

  return {
    ...firefoxScope(view, steps),
    nth: (index) => firefoxLocator(view, [...steps, { by: 'index', index }]),
    first: () => firefoxLocator(view, [...steps, { by: 'index', index: 0 }]),
    last: () => firefoxLocator(view, [...steps, { by: 'index', index: -1 }]),
    click: () => act((send, id) => send('WebDriver:ElementClick', { id })),
    hover: () =>
      act((send, _id, origin) =>
        send('WebDriver:PerformActions', {
          actions: [{ type: 'pointer', id: 'mouse', actions: [{ type: 'pointerMove', origin, x: 0, y: 0 }] }],
        }),
      ),
    fill: (text) => one(replaceText, text),
    select: (label) => one(chooseOption, label),
    type: (text) =>
      act((send, id) => send('WebDriver:ElementSendKeys', { id, text: text.replaceAll('\n', '\uE007') })),
    press: (key) =>
      act(async (send) => {
        await runQuery(send, steps, focus);
        await send('WebDriver:PerformActions', { actions: [keyActions(key)] });
      }),
    text: () => one(innerText),
    value: () => one((elements) => (elements[0] as HTMLInputElement).value),
    attribute: (name) => one(attribute as () => string | null, name),
    count: () => query((elements) => elements.length),
    isVisible: async () => (await query(countVisible)) > 0,
    isEnabled: () => one((elements) => !elements[0]?.matches(':disabled')),
    allTexts: () => query((elements) => elements.map((element) => (element as HTMLElement).innerText)),
    waitFor: async (options) => {
      const state = options?.state ?? 'visible';
      const wanted = state === 'visible' ? 1 : 0;
      await poll(`${what} to be ${state}`, async () => (await query(countVisible)) === wanted, options?.timeout);
    },
    waitForText: async (text, options) => {
      const { timeout } = { timeout: DEFAULT_TIMEOUT, ...options };
      const fits = async (): Promise<boolean> => {
        await query(requireOneVisible);
        return matches(await query(innerText), text);
      };
      await poll(`${text} in ${what}`, fits, timeout);
    },
  };
}

function describe(steps: readonly QueryStep[]): string {
  return steps
    .map((step) =>
      Object.values(step)
        .map((value) => JSON.stringify(value))
        .join(' '),
    )
    .join(' > ');
}

// What follows runs in the page: each function is self-contained.

function requireOneVisible(elements: Element[]): void {
  if (elements.length !== 1) throw new Error(`found ${elements.length} elements`);
  if (!elements[0]?.checkVisibility({ visibilityProperty: true })) throw new Error('the element is not visible');
}

function requireEnabled(elements: Element[]): void {
  if (elements[0]?.matches(':disabled')) throw new Error('the element is disabled');
}

function countVisible(elements: Element[]): number {
  return elements.filter((element) => element.checkVisibility({ visibilityProperty: true })).length;
}

function first(elements: Element[]): Element | undefined {
  return elements[0];
}

function focus(elements: Element[]): void {
  (elements[0] as HTMLElement).focus();
}

function innerText(elements: Element[]): string {
  return (elements[0] as HTMLElement).innerText;
}

function attribute(elements: Element[], name: string): string | null {
  return elements[0]?.getAttribute(name) ?? null;
}

function replaceText(elements: Element[], text: string): void {
  const field = elements[0] as HTMLInputElement;
  if (field.matches(':disabled, :read-only')) throw new Error('the field takes no text');
  field.focus();
  field.select();
  // The browser's own editing command: one trusted input event, line breaks as they are.
  field.ownerDocument.execCommand(text === '' ? 'delete' : 'insertText', false, text);
  if (field.value !== text) throw new Error(`the field shows ${JSON.stringify(field.value)}`);
}

function chooseOption(elements: Element[], label: string): void {
  const field = elements[0] as HTMLSelectElement;
  const option = [...field.options].find((each) => each.label === label);
  if (option === undefined) throw new Error(`no option ${label}`);
  field.focus();
  field.value = option.value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
