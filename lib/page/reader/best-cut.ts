/** A piece of text with the chance, 0 to 1, that it is wanted. */
export interface Candidate {
  readonly chance: number;
  readonly length: number;
}

/**
 * The chance above which candidates are best taken, so that what is taken agrees most with what is wanted: the cut with
 * the highest expected F1, of lengths. Sure pages are cut high, unsure ones low.
 */
export function bestCut(candidates: readonly Candidate[]): number {
  const sorted = candidates.toSorted((a, b) => b.chance - a.chance);
  const wanted = sorted.reduce((sum, { chance, length }) => sum + chance * length, 0);
  let taken = 0;
  let right = 0;
  let best = { f1: -1, chance: 0 };
  for (const { chance, length } of sorted) {
    taken += length;
    right += chance * length;
    const f1 = (2 * right) / (taken + wanted);
    if (f1 > best.f1) best = { f1, chance };
  }
  return best.chance;
}
