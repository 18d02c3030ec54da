import type { DrawnPoint } from './read-points';

/** Farther away nothing is meant, in CSS pixels. */
const REACH = 36;
/** Above and below a point of a line is nearer than beside it. */
const UPRIGHT = 0.4;

/** The index of the point that a place in the drawing is in, or else near; null where there is none. */
export function nearestPoint(points: readonly DrawnPoint[], x: number, y: number): number | null {
  let [best, least] = [-1, Infinity];
  for (const [index, point] of points.entries()) {
    const distance = distanceTo(point, x, y);
    // Of two that hold it the later one lies above.
    if (distance <= least) [best, least] = [index, distance];
  }
  return least > REACH ? null : best;
}

function distanceTo(point: DrawnPoint, x: number, y: number): number {
  const { left, top, width, height } = point;
  if (width === 0 && height === 0) return Math.hypot(x - point.x, (y - point.y) * UPRIGHT);
  const outX = Math.max(left - x, 0, x - left - width);
  const outY = Math.max(top - y, 0, y - top - height);
  return Math.hypot(outX, outY);
}
