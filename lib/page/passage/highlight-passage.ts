import type { Passage } from '../../domain/passage';
import { findPassage } from './find-passage';
import { paintRanges } from './paint-ranges';
import { bringIntoView } from './bring-into-view';
import { indexText } from './text-index';

/** How a passage was shown: word for word, by the control that opens what it is in, as the best match, or not at all. */
export type PassageShown = 'shown' | 'closed' | 'similar' | 'missing';

/** A passage where it stands now. */
export interface PassagePlace {
  readonly ranges: readonly Range[];
  readonly exact: boolean;
  /** Whether its whole block stands there word for word. */
  readonly isWhole: boolean;
}

/** Milliseconds that a page is given to open what was closed. */
const OPENING_MS = 400;

let clearEarlier: (() => void) | null = null;

/** Finds the passage in what the live page shows now; null where there is nothing like it. */
export function placePassage(passage: Passage, page: Document = document): PassagePlace | null {
  const index = indexText(page);
  const found = findPassage(index.key, passage, index.isEdge);
  const ranges = found === null ? [] : index.rangesOf(found.start, found.end);
  return found === null || ranges.length === 0 ? null : { ranges, exact: found.exact, isWhole: found.isWhole };
}

/**
 * Finds a passage in what is closed in the page, and the control that would show it: a tab, the head of an accordion. Null
 * where it is not there word for word.
 */
export function placeClosed(passage: Passage, page: Document = document): PassagePlace | null {
  const index = indexText(page, true);
  const found = findPassage(index.key, passage, index.isEdge);
  const owner = found?.exact === true ? index.ownerAt(found.start) : null;
  if (found === null || owner === null) return null;
  const range = page.createRange();
  range.selectNodeContents(owner);
  return { ranges: [range], exact: true, isWhole: found.isWhole };
}

/** Highlights the control that would show a passage, and the passage when its user has opened it. Nothing is pressed. */
export function showClosed({ ranges }: PassagePlace, passage: Passage, page: Document = document): PassageShown {
  clearHighlight();
  bringIntoView(ranges, page);
  const clear = paintRanges(ranges, page);
  const open = (): void => {
    setTimeout(() => {
      const place = placePassage(passage, page);
      if (place?.exact === true) showPlace(place, passage, page);
    }, OPENING_MS);
  };
  page.addEventListener('click', open, { capture: true, once: true });
  clearEarlier = () => {
    page.removeEventListener('click', open, { capture: true });
    clear();
  };
  return 'closed';
}

/**
 * Opens what is folded over a passage, scrolls it to the middle and highlights it until the user clicks or presses
 * Escape; where the page's own scripts draw that part anew, it is highlighted anew. An earlier highlight goes. The page's
 * content stays as it is.
 */
export function showPlace(place: PassagePlace, passage: Passage, page: Document = document): PassageShown {
  clearHighlight();
  bringIntoView(place.ranges, page);
  clearEarlier = paintRanges(place.ranges, page, () => {
    const again = placePassage(passage, page);
    return again !== null && again.exact === place.exact ? again.ranges : null;
  });
  return place.exact ? 'shown' : 'similar';
}

/** Takes an earlier highlight away. */
export function clearHighlight(): void {
  clearEarlier?.();
  clearEarlier = null;
}

/** Finds a passage in what the page shows now and shows it: see `showPlace`. */
export function highlightPassage(passage: Passage, page: Document = document): PassageShown {
  clearHighlight();
  const place = placePassage(passage, page);
  return place === null ? 'missing' : showPlace(place, passage, page);
}
