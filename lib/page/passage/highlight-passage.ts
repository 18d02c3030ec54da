import type { Passage } from '../../domain/passage';
import { findPassage } from './find-passage';
import { paintRanges } from './paint-ranges';
import { bringIntoView } from './bring-into-view';
import { indexText } from './text-index';

/** How a passage was shown: word for word, as the best match, or not at all. */
export type PassageShown = 'shown' | 'similar' | 'missing';

/** A passage where it stands now. */
export interface PassagePlace {
  readonly ranges: readonly Range[];
  readonly exact: boolean;
  /** Whether its whole block stands there word for word. */
  readonly isWhole: boolean;
}

let clearEarlier: (() => void) | null = null;

/** Finds the passage in what the live page shows now; null where there is nothing like it. */
export function placePassage(passage: Passage, page: Document = document): PassagePlace | null {
  const index = indexText(page);
  const found = findPassage(index.key, passage, index.isEdge);
  const ranges = found === null ? [] : index.rangesOf(found.start, found.end);
  return found === null || ranges.length === 0 ? null : { ranges, exact: found.exact, isWhole: found.isWhole };
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
