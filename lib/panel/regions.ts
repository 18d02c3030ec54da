/**
 * Where F6 goes: from the region that has the focus to the next one of these, in the order of the page; with Shift to
 * the one before. Null at the end, where the browser's own F6 takes over.
 */
export function nextRegion<Region extends Pick<Node, 'contains'>>(
  regions: readonly Region[],
  focused: Node | null,
  backwards: boolean,
): Region | null {
  const at = regions.findIndex((region) => region.contains(focused));
  if (at === -1) return (backwards ? regions.at(-1) : regions[0]) ?? null;
  return regions[backwards ? at - 1 : at + 1] ?? null;
}
