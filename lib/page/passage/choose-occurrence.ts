/** A stretch of a key. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What tells one occurrence of a text from another: keys of what stood before and after it, and where texts begin. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
  /** Whether a stretch of text of the page begins or ends at a position of its key. */
  readonly isEdge: (position: number) => boolean;
}

/** An occurrence, and whether nothing else fits about as well. */
export interface Chosen extends Span {
  readonly isSure: boolean;
}

/** Neighbours further away than this, in characters of the key, say nothing. */
const REACH = 3_000;
/** Of a neighbour this much is looked for: its side towards the passage. */
const NEIGHBOUR = 60;
const LEAST_LEAD = 0.2;

/** The occurrence that stands where the passage stood: near what was before and after it, a text of its own. */
export function chooseOccurrence(
  pageKey: string,
  occurrences: readonly Span[],
  { before, after, isEdge }: Surroundings,
): Chosen | null {
  const scored = occurrences
    .map((span) => ({ span, score: scoreOf(pageKey, span, before.slice(-NEIGHBOUR), after.slice(0, NEIGHBOUR)) }))
    .map(({ span, score }) => ({ span, score: score + (isEdge(span.start) ? 1 : 0) + (isEdge(span.end) ? 1 : 0) }))
    .sort((one, other) => other.score - one.score);
  const [best, next] = scored;
  if (best === undefined) return null;
  return { ...best.span, isSure: next === undefined || best.score - next.score >= LEAST_LEAD };
}

function scoreOf(pageKey: string, { start, end }: Span, before: string, after: string): number {
  const above = pageKey.slice(Math.max(0, start - REACH), start);
  const beforeStart = before === '' ? -1 : above.lastIndexOf(before);
  const near = beforeStart === -1 ? REACH : above.length - beforeStart - before.length;
  const afterStart = after === '' ? -1 : pageKey.slice(end, end + REACH).indexOf(after);
  return closeness(near) + closeness(afterStart === -1 ? REACH : afterStart);
}

/** 4 for a next neighbour, 0 for one out of reach. */
function closeness(distance: number): number {
  return 4 * Math.max(0, 1 - distance / REACH);
}
