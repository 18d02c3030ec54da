/** Lines of one page of a list. */
const PAGE = 8;

/**
 * Where a key leads in a list of `count` lines from line `at` (-1: none): arrows go round, pages stop at the ends. Null for
 * other keys and an empty list.
 */
export function stepInList(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return at > 0 ? at - 1 : count - 1;
  if (key === 'PageDown') return Math.min(count - 1, at + PAGE);
  return key === 'PageUp' ? Math.max(0, at - PAGE) : null;
}
