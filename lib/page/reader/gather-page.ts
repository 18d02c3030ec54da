import type { Budget } from '../dom/budget';
import { bodyOf } from '../dom/structure';
import { collectBlocks, type Collected } from './collect-blocks';
import { findMainContent } from './main-content';
import { pageFacts, type PageFacts } from './page-facts';
import { factSources } from './fact-sources';
import { createPageCopy } from './page-copy';

/** What a page's blocks come from: what is on show, or what it would show once, or without, its scripts. */
export type Source = 'shown' | 'unrevealed' | 'without-scripts';

/** All blocks of a page, with what is known about them. */
export interface Gathered extends Collected {
  readonly source: Source;
  /** Numbers of the elements that the extractor keeps; none where it failed or was not asked. */
  readonly main: ReadonlySet<number>;
  readonly facts: PageFacts;
}

// A page that shows less than this waits for its scripts.
const ALMOST_NOTHING = 150;
const WORTH_TAKING = 300;

/** Collects a page's blocks; from what it holds back where it shows almost nothing. */
export function gatherPage(page: Document, budget: Budget): Gathered {
  const shown = gather(page, bodyOf(page), budget, 'shown');
  if (budget.spent || sizeOf(shown) >= ALMOST_NOTHING) return shown;
  const plain = withoutScripts(page);
  const others = [
    ...(plain === null ? [] : [gather(page, plain, budget, 'without-scripts')]),
    gather(page, bodyOf(page), budget, 'unrevealed'),
  ];
  return others.find((other) => sizeOf(other) >= WORTH_TAKING && sizeOf(other) > 2 * sizeOf(shown)) ?? shown;
}

function gather(page: Document, body: HTMLElement, budget: Budget, source: Source): Gathered {
  const copy = createPageCopy(page);
  const collected = collectBlocks(body, copy, budget, source === 'unrevealed');
  const main = budget.spent ? new Set<number>() : findMainContent(copy, page.URL);
  return { ...collected, source, main, facts: pageFacts(factSources(page)) };
}

function sizeOf({ blocks }: Collected): number {
  return blocks.reduce((sum, block) => sum + block.text.length, 0);
}

/** What a page has for browsers that run no scripts, which to others is but a string. */
function withoutScripts(page: Document): HTMLElement | null {
  const sources = Array.from(page.querySelectorAll('noscript'), (element) => element.textContent ?? '');
  const html = sources.join('\n');
  if (html.length < WORTH_TAKING) return null;
  try {
    return new DOMParser().parseFromString(html, 'text/html').body;
  } catch {
    // Refused where the page demands trusted types and this runs among its own scripts.
    return null;
  }
}
