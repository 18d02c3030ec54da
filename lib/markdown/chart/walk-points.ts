/** A point that can be walked to. */
export interface WalkPoint {
  readonly x: number;
  readonly y: number;
  /** Which series it is of; the same text for points of one series. */
  readonly series: string;
}

/** Keys that walk over the points of a chart. */
export type WalkKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';

/** Points of one place need not lie exactly above each other, in CSS pixels. */
const SAME_PLACE = 2;

/** Whether a key of the keyboard is one of those. */
export function isWalkKey(key: string): key is WalkKey {
  return /^(?:Arrow(?:Left|Right|Up|Down)|Home|End)$/.test(key);
}

/**
 * The index of the point that a key leads to. Along the chart (its `main` axis) it goes through one series; across, to the
 * next series at the same place, or, where there is but one series, along as well. From nowhere it begins at the start.
 */
export function walkPoints(
  points: readonly WalkPoint[],
  current: number | null,
  key: WalkKey,
  main: 'x' | 'y',
): number | null {
  const cross = main === 'x' ? 'y' : 'x';
  const from = current === null ? undefined : points[current];
  const inOrder = [...points.keys()].sort(
    (a, b) => at(a, main) - at(b, main) || at(a, cross) - at(b, cross) || a - b,
  );
  if (from === undefined) return (key === 'End' ? inOrder.at(-1) : inOrder[0]) ?? null;
  const own = inOrder.filter((index) => points[index]?.series === from.series);
  if (key === 'Home' || key === 'End') return (key === 'End' ? own.at(-1) : own[0]) ?? null;
  const isForward = key === 'ArrowRight' || key === 'ArrowDown';
  const isAcross = (key === 'ArrowUp' || key === 'ArrowDown') === (main === 'x');
  if (isAcross && own.length < points.length) return across(isForward) ?? current;
  const place = own.indexOf(current ?? -1);
  return own[place + (isForward ? 1 : -1)] ?? current;

  function at(index: number, axis: 'x' | 'y'): number {
    return points[index]?.[axis] ?? 0;
  }

  /** The nearest point of another series that lies in the direction, nearest first along, then across. */
  function across(isForward: boolean): number | null {
    const [here, level] = [from?.[main] ?? 0, from?.[cross] ?? 0];
    let best: { readonly index: number; readonly along: number; readonly away: number } | null = null;
    for (const [index, point] of points.entries()) {
      const away = (point[cross] - level) * (isForward ? 1 : -1);
      if (point.series === from?.series || away < 0 || (away === 0 && index < (current ?? 0) === isForward))
        continue;
      const distance = Math.abs(point[main] - here);
      const along = distance <= SAME_PLACE ? 0 : distance;
      if (best === null || along < best.along || (along === best.along && away < best.away))
        best = { index, along, away };
    }
    return best?.index ?? null;
  }
}
