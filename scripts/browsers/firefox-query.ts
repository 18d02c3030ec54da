import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { TextMatch } from './aside-browser.ts';
import type { SendCommand } from './marionette.ts';

type Text =
  { readonly text: string; readonly exact: boolean } | { readonly source: string; readonly flags: string };

/** One step of a look-up, as plain data for the page. */
export type QueryStep =
  | { readonly by: 'role'; readonly role: string; readonly name: Text | null }
  | { readonly by: 'label'; readonly text: Text }
  | { readonly by: 'selector'; readonly selector: string }
  | { readonly by: 'index'; readonly index: number };

/** A WebDriver element reference. */
export type ElementRef = Readonly<Record<string, string>>;

export function queryText(match: TextMatch, exact = false): Text {
  return typeof match === 'string' ? { text: match, exact } : { source: match.source, flags: match.flags };
}

const SANDBOX = { sandbox: 'aside', newSandbox: false };
let library: Promise<string> | undefined;

/**
 * Finds elements by the steps in the page that commands act on, and passes them with `args` to `use`, a function's
 * source. Looks them up by Testing Library, loaded beside the page's own world where it can't disturb it.
 */
export async function runQuery<Result>(
  send: SendCommand,
  steps: readonly QueryStep[],
  use: (elements: Element[], ...args: never[]) => Result,
  ...args: readonly unknown[]
): Promise<Result> {
  const script = `
    if (typeof TestingLibraryDom === 'undefined') return { missing: true };
    const elements = (${findElements.toString()})(TestingLibraryDom, document, arguments[0]);
    return { result: (${use.toString()})(elements, ...arguments[1]) };`;
  const run = (): Promise<{ missing?: boolean; result: Result }> =>
    send('WebDriver:ExecuteScript', { script, args: [steps, args], ...SANDBOX });
  const first = await run();
  if (!first.missing) return first.result;
  library ??= readFile(
    createRequire(import.meta.url).resolve('@testing-library/dom/dist/@testing-library/dom.umd.min.js'),
    'utf8',
  );
  await send('WebDriver:ExecuteScript', { script: await library, args: [], ...SANDBOX });
  return (await run()).result;
}

interface TestingLibrary {
  queryAllByRole(scope: HTMLElement, role: string, options: object): HTMLElement[];
  queryAllByLabelText(scope: HTMLElement, text: (content: string) => boolean): HTMLElement[];
}

/** Runs in the page: self-contained. */
function findElements(library: TestingLibrary, page: Document, steps: readonly QueryStep[]): Element[] {
  const fits = (wanted: Text | null) => (content: string) => {
    if (wanted === null) return true;
    if ('source' in wanted) return new RegExp(wanted.source, wanted.flags).test(content);
    if (wanted.exact) return content === wanted.text;
    return content.toLowerCase().includes(wanted.text.toLowerCase());
  };
  let found: HTMLElement[] = [page.documentElement];
  for (const step of steps) {
    if (step.by === 'index') {
      found = found.slice(step.index, step.index === -1 ? undefined : step.index + 1);
      continue;
    }
    const inside = found.flatMap((scope) => {
      if (step.by === 'selector') return [...scope.querySelectorAll<HTMLElement>(step.selector)];
      if (step.by === 'label') return library.queryAllByLabelText(scope, fits(step.text));
      return library.queryAllByRole(scope, step.role, step.name === null ? {} : { name: fits(step.name) });
    });
    found = [...new Set(inside)];
  }
  return found;
}
