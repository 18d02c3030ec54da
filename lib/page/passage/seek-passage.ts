import type { Passage } from '../../domain/passage';
import {
  clearHighlight,
  placeClosed,
  placePassage,
  showClosed,
  showPlace,
  type PassagePlace,
  type PassageShown,
} from './highlight-passage';
import { sweepPage } from './sweep-page';

/** What is sought in a tab. */
export interface PassageSearch {
  readonly passage: Passage;
  /** Address of the page that it was read on. */
  readonly url: string;
  /** Milliseconds that a page which is still loading or drawing is given. */
  readonly patience: number;
}

/** `elsewhere`: the tab shows another page by now, which was left alone. */
export type SeekOutcome = PassageShown | 'elsewhere';

const LOOK_AGAIN_MS = 150;

/**
 * Looks for a passage in the page of a tab and shows it: at once, while the page is still drawing, or by scrolling
 * through lists that draw only what is in view. On another page only the very same block counts.
 */
export async function seekPassage(
  { passage, url, patience }: PassageSearch,
  page: Document = document,
): Promise<SeekOutcome> {
  clearHighlight();
  const isHere = isSameAddress(page.URL, url);
  const end = performance.now() + (isHere ? patience : 0);
  let place = placePassage(passage, page);
  while (!isFound(place) && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    place = placePassage(passage, page);
  }
  if (!isHere && !(place?.exact === true && place.isWhole)) return 'elsewhere';
  if (!isFound(place)) {
    place = (await sweepPage(page, () => exactPlace(passage, page))) ?? placePassage(passage, page);
  }
  const closed = isFound(place) ? null : placeClosed(passage, page);
  if (closed !== null) return showClosed(closed, passage, page);
  return place === null ? 'missing' : showPlace(place, passage, page);
}

function isFound(place: PassagePlace | null): place is PassagePlace {
  return place?.exact === true;
}

function exactPlace(passage: Passage, page: Document): PassagePlace | null {
  const place = placePassage(passage, page);
  return isFound(place) ? place : null;
}

/** Whether two addresses name one page: what follows `#` counts only where it names a page of an application. */
export function isSameAddress(one: string, other: string): boolean {
  return pageOf(one) === pageOf(other);
}

function pageOf(url: string): string {
  const [base = '', fragment = ''] = url.split('#', 2);
  const own = fragment.replace(/:~:.*$/, '');
  return /^[!/]/.test(own) ? `${base}#${own}` : base;
}
