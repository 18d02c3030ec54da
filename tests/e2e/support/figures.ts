/** Numbers of many runs in a line: how many, median, largest. */
export function figures(name: string, values: readonly number[], unit = 'ms'): string {
  const sorted = values.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? NaN;
  return `${name}: n ${sorted.length}, median ${median.toFixed(0)} ${unit}, max ${(sorted.at(-1) ?? NaN).toFixed(0)} ${unit}`;
}

/** Random numbers in [0, 1), the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
