import type { PageSnapshot } from '../domain/page';
import type { Passage, PassageOutcome } from '../domain/passage';
import { pageTabs, type PageTabs } from '../platform/page-tabs';
import { showPassage } from './show-passage';

interface LocateDependencies {
  readonly tabs?: PageTabs;
  readonly show?: typeof showPassage;
  /** Whether its user lets Aside look into pages of this address at all. */
  readonly isAllowed?: (url: string) => Promise<boolean>;
}

/** Milliseconds that a page which was just opened is given to load, and then to draw what its scripts draw. */
const LOADING_MS = 15_000;
const DRAWING_MS = 6_000;
/** What an open page may still be drawing. */
const REDRAWING_MS = 300;

/**
 * Leads back to a passage: in the tab that its page was read from, else in another one that shows the page, else in the
 * page opened again. Tabs that show something else by now are left alone.
 */
export async function locatePassage(
  { tabId, url }: Pick<PageSnapshot, 'tabId' | 'url'>,
  passage: Passage,
  { tabs = pageTabs, show = showPassage, isAllowed = async () => true }: LocateDependencies = {},
): Promise<PassageOutcome> {
  const isReadable = await isAllowed(url);
  const others = await tabs.at(url.split('#', 1)[0] ?? url).catch(() => []);
  for (const id of new Set(tabId === null ? others : [tabId, ...others])) {
    const address = await tabs.urlOf(id).catch(() => null);
    if (!isReadable || (address !== null && !(await isAllowed(address)))) continue;
    const outcome = await show(id, { passage, url, patience: REDRAWING_MS }).catch(() => 'elsewhere' as const);
    if (outcome === 'elsewhere') continue;
    await tabs.activate(id);
    return outcome;
  }
  if (!/^https?:/.test(url)) return 'missing';
  if (!isReadable || !(await tabs.mayReach(url))) {
    await tabs.open(textFragmentUrl(url, passage.quote || passage.blockText), 0);
    return 'reopened';
  }
  const opened = await tabs.open(url, LOADING_MS);
  if (opened === null) return 'reopened-missing';
  const outcome = await show(opened, { passage, url, patience: DRAWING_MS }).catch(() => 'missing' as const);
  return outcome === 'elsewhere' ? 'reopened-missing' : `reopened-${outcome}`;
}

/** An address that makes the browser itself scroll to a text and mark it (WICG URL fragment text directives). */
export function textFragmentUrl(url: string, quote: string): string {
  // Rows, cells and items are boxes of their own, which one piece of a directive may not span.
  const pieces = quote.split(/\n| \| /).map((piece) => piece.trim().split(/\s+/));
  const first = pieces[0] ?? [];
  const last = pieces.at(-1) ?? [];
  const encode = (words: readonly string[]) => encodeURIComponent(words.join(' ')).replaceAll('-', '%2D');
  const isShort = pieces.length === 1 && first.length <= 12;
  const text = isShort ? encode(first) : `${encode(first.slice(0, 5))},${encode(last.slice(-5))}`;
  const [base = url, fragment = ''] = url.split('#', 2);
  return `${base}#${fragment.replace(/:~:.*$/, '')}:~:text=${text}`;
}
