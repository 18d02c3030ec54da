/** Neighbouring rows, by index: from `first` up to, not including, `end`. */
export interface RowRange {
  readonly first: number;
  readonly end: number;
}

/** A row that is drawn, or the room of neighbouring ones that are not. */
export type RowSegment =
  | { readonly kind: 'row'; readonly key: string; readonly index: number }
  | { readonly kind: 'gap'; readonly key: string; readonly height: number; readonly rows: RowRange };

export const NO_ROWS: RowRange = { first: 0, end: 0 };

/** The height of a row, measured or guessed, in CSS pixels. */
export type HeightOf = (index: number) => number;

/** Where a row begins, counted from the first one's top. */
export function topOf(index: number, heightOf: HeightOf): number {
  let top = 0;
  for (let above = 0; above < index; above += 1) top += heightOf(above);
  return top;
}

/** The rows of which a part lies between two heights; where none does, the one next to them. */
export function rowsBetween(top: number, bottom: number, count: number, heightOf: HeightOf): RowRange {
  let first = 0;
  let at = 0;
  while (first < count - 1 && at + heightOf(first) <= top) at += heightOf(first++);
  let end = first;
  while (end < count && (end === first || at < bottom)) at += heightOf(end++);
  return { first, end };
}

/** The rows of both, and those between them. */
export function spanOf(one: RowRange, other: RowRange): RowRange {
  if (one.first === one.end) return other;
  if (other.first === other.end) return one;
  return { first: Math.min(one.first, other.first), end: Math.max(one.end, other.end) };
}

/** Those of `range` that are in `bounds` too; none where they don't meet. */
export function within(range: RowRange, bounds: RowRange): RowRange {
  const first = Math.max(range.first, bounds.first);
  const end = Math.min(range.end, bounds.end);
  return first < end ? { first, end } : NO_ROWS;
}

/** Whether every row of `part` is in `range`. */
export function covers(range: RowRange, part: RowRange): boolean {
  return part.first >= range.first && part.end <= range.end;
}

/**
 * What to draw from the first row to the last: the rows of the range and those that are kept, and one gap for each stretch
 * of others. A gap's key names the row below it, so that keys never change their order and no drawn row is moved.
 */
export function toSegments(
  range: RowRange,
  kept: ReadonlySet<number>,
  ids: readonly string[],
  heightOf: HeightOf,
): readonly RowSegment[] {
  const drawn = [...kept].filter(
    (index) => ids[index] !== undefined && (index < range.first || index >= range.end),
  );
  for (let index = range.first; index < Math.min(range.end, ids.length); index += 1) drawn.push(index);
  drawn.sort((a, b) => a - b);
  const segments: RowSegment[] = [];
  let next = 0;
  const pushGap = (end: number): void => {
    if (next >= end) return;
    let height = 0;
    const rows = { first: next, end };
    while (next < end) height += heightOf(next++);
    segments.push({ kind: 'gap', key: `above ${ids[end] ?? 'the end'}`, height, rows });
  };
  for (const index of drawn) {
    pushGap(index);
    segments.push({ kind: 'row', key: ids[index] ?? '', index });
    next = index + 1;
  }
  pushGap(ids.length);
  return segments;
}
