import { createBudget } from '../dom/budget';
import { formulaText, hasNoText } from '../dom/structure';
import { styleOf } from '../dom/style-of';
import { createOwners, isFolded } from '../dom/owners';
import { hiddenReason, showsText } from '../dom/visibility';
import { frameBody, isFrame, walkPage } from '../dom/walk';
import { matchKey } from '../../domain/match-key';

/** A stretch of the page's text: a text node, or a formula that stands for its source. */
interface Segment {
  /** Where its key starts in the key of the page. */
  readonly start: number;
  readonly node: Node;
  /** The control that would show it, where it is closed; null where it can be seen. */
  readonly owner: Element | null;
}

/** The visible text of a live page as one string to search in, with the way back to its nodes. */
export interface TextIndex {
  /** The match key (see matchKey) of the whole page. */
  readonly key: string;
  /** Ranges that cover the key from `start` to `end`, one for each node, in order. */
  rangesOf(start: number, end: number): Range[];
  /** Whether a stretch of text begins or ends at a position of the key. */
  isEdge(position: number): boolean;
  /** The control that would show the text at a position; null where it can be seen. */
  ownerAt(position: number): Element | null;
}

const MOST_MILLISECONDS = 2_000;
const MOST_CHARACTERS = 5_000_000;

interface Spot {
  readonly shows: boolean;
  readonly folded: boolean;
  readonly owner: Element | null;
}

/**
 * Indexes what can be seen in `page`, and what a closed `details` would show; `closed` also takes what another control would
 * show: a tab, the head of an accordion.
 */
export function indexText(page: Document, closed = false): TextIndex {
  const segments: Segment[] = [];
  const keys: string[] = [];
  const ownerOf = createOwners();
  let length = 0;
  const add = (node: Node, text: string, { owner }: Spot): void => {
    const key = matchKey(text);
    if (key === '') return;
    segments.push({ start: length, node, owner });
    keys.push(key);
    length += key.length;
  };
  const enter = (element: Element, parent: Spot): Spot | null => {
    if (hasNoText(element) || (isFrame(element) && frameBody(element) === null)) return null;
    const style = styleOf(element);
    const folded = parent.folded || isFolded(element);
    const isHidden = hiddenReason(element, style, { folded }) !== null || (parent.shows && !showsText(style));
    const owner = parent.owner ?? (closed && isHidden ? ownerOf(element) : null);
    const isClosed = owner !== null && parent.owner === null;
    if (!isClosed && hiddenReason(element, style, { folded }) !== null) return null;
    // What is in something closed is as unseen as that.
    const spot = { shows: owner !== null || showsText(style), folded: folded || owner !== null, owner };
    const formula = formulaText(element);
    if (formula === null) return spot;
    add(element, formula, spot);
    return null;
  };
  const text = (node: Text, spot: Spot): void => {
    if (spot.shows) add(node, node.data, spot);
  };
  const budget = createBudget(MOST_MILLISECONDS, MOST_CHARACTERS);
  walkPage(
    page.body,
    { shows: true, folded: false, owner: null },
    { enter, text, leave: () => undefined },
    budget,
  );
  const edges = new Set([...segments.map(({ start }) => start), length]);
  return {
    key: keys.join(''),
    rangesOf: (start, end) => rangesOf(segments, start, end),
    isEdge: (position) => edges.has(position),
    ownerAt: (position) => segments.findLast(({ start }) => start <= position)?.owner ?? null,
  };
}

function rangesOf(segments: readonly Segment[], start: number, end: number): Range[] {
  const ranges: Range[] = [];
  let index = segments.findLastIndex((segment) => segment.start <= start);
  for (let segment = segments[index]; segment !== undefined && segment.start < end; segment = segments[++index]) {
    const range = (segment.node.ownerDocument ?? document).createRange();
    if (segment.node.nodeType === Node.TEXT_NODE) {
      const { data } = segment.node as Text;
      range.setStart(segment.node, start <= segment.start ? 0 : offsetOf(data, start - segment.start));
      range.setEnd(segment.node, endOffsetOf(data, end - segment.start));
    } else {
      range.selectNodeContents(segment.node);
    }
    ranges.push(range);
  }
  return ranges;
}

/** Offset in `data` of the character whose key is at `position`. */
function offsetOf(data: string, position: number): number {
  let passed = 0;
  let offset = 0;
  for (const character of data) {
    const own = matchKey(character).length;
    if (passed + own > position) return offset;
    passed += own;
    offset += character.length;
  }
  return data.length;
}

/** Offset in `data` just after the character whose key ends at `position`. */
function endOffsetOf(data: string, position: number): number {
  let passed = 0;
  let offset = 0;
  for (const character of data) {
    passed += matchKey(character).length;
    offset += character.length;
    if (passed >= position) return offset;
  }
  return data.length;
}
