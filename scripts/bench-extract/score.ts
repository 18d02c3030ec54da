/** Word counts of a text: a word is a run of letters, digits and underscores, in lower case. */
export function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Compares two texts as multisets of words. Two empty texts agree. */
export function scoreText(found: string, wanted: string): Score {
  const a = countWords(found);
  const b = countWords(wanted);
  const sizeA = total(a);
  const sizeB = total(b);
  if (sizeA === 0 && sizeB === 0) return { precision: 1, recall: 1, f1: 1 };
  let common = 0;
  for (const [word, count] of a) common += Math.min(count, b.get(word) ?? 0);
  if (common === 0) return { precision: 0, recall: 0, f1: 0 };
  const precision = common / sizeA;
  const recall = common / sizeB;
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

function total(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
