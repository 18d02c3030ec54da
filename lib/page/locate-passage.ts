import type { PageSnapshot } from '../domain/page';
import { browser } from '../platform/browser';
import type { Passage } from './passage/find-passage';
import { showPassage } from './show-passage';

/** How a passage was found again: as quoted, only something like it, not at all, or in the page opened anew. */
export type PassageOutcome = 'shown' | 'similar' | 'missing' | 'reopened';

/** Shows a passage in the tab its page was read from; where that is gone or went elsewhere, opens the page again. */
export async function locatePassage(snapshot: PageSnapshot, passage: Passage): Promise<PassageOutcome> {
  if (snapshot.tabId !== null) {
    const outcome = await showInTab(snapshot.tabId, passage);
    if (outcome !== null) return outcome;
  }
  await browser.tabs.create({ url: textFragmentUrl(snapshot.url, passage.quote) });
  return 'reopened';
}

async function showInTab(tabId: number, passage: Passage): Promise<PassageOutcome | null> {
  try {
    const outcome = await showPassage(tabId, passage);
    await browser.tabs.update(tabId, { active: true });
    return outcome;
  } catch {
    return null;
  }
}

/** An address that makes the browser itself scroll to a text and mark it (WICG URL fragment text directives). */
export function textFragmentUrl(url: string, quote: string): string {
  const words = quote.trim().split(/\s+/);
  const encode = (part: readonly string[]) => encodeURIComponent(part.join(' ')).replaceAll('-', '%2D');
  const text = words.length <= 12 ? encode(words) : `${encode(words.slice(0, 5))},${encode(words.slice(-5))}`;
  const [base = url, fragment = ''] = url.split('#');
  return `${base}#${fragment.replace(/:~:.*$/, '')}:~:text=${text}`;
}
