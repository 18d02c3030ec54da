/** One thing that a hijacked model might write. */
export interface Payload {
  /** What it tries, in words; unique in its group. */
  readonly name: string;
  readonly text: string;
  /** The info string of the fence that it belongs into, e.g. `vega-lite`; running text without one. */
  readonly fence?: string;
}

/** A named set of payloads. `CANARY` in a text stands for the host and port of the server that records what reaches it. */
export interface PayloadGroup {
  readonly group: string;
  readonly payloads: readonly Payload[];
}

/** Payloads from pairs of name and text. */
export function named(entries: Readonly<Record<string, string>>): readonly Payload[] {
  return Object.entries(entries).map(([name, text]) => ({ name, text }));
}
