/** A named piece of `npm run bench`. */
export interface BenchPart {
  /** What it is called on the command line. */
  readonly name: string;
  /** What it measures, in a line. */
  readonly what: string;
  readonly run: (options: BenchOptions) => Promise<BenchReport>;
}

export interface BenchOptions {
  /** How often each measurement is repeated; the median is reported. */
  readonly runs: number;
  /** Only measurements whose name contains this. */
  readonly only: string;
}

/** What a part found: tables for people, figures for programs. */
export interface BenchReport {
  readonly tables: readonly BenchTable[];
  /** JSON: everything that was measured, each run of it. */
  readonly figures: unknown;
}

export interface BenchTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The middle one of some numbers; NaN without any. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
