/** A finished block that named labels nobody had defined yet, with its source to parse it again. */
export interface UnresolvedBlock {
  /** Its place among the finished blocks. */
  readonly index: number;
  readonly labels: readonly string[];
  readonly source: string;
  readonly firstLine: number;
}

/** Finished blocks by the labels they wait for: a link definition may come long after its links. */
export interface Unresolved {
  add(block: UnresolvedBlock): void;
  /** Takes out the blocks that wait for any of these labels. */
  take(labels: Iterable<string>): readonly UnresolvedBlock[];
  /** Takes out all. */
  takeAll(): readonly UnresolvedBlock[];
}

/** Makes an empty register. */
export function createUnresolved(): Unresolved {
  const byLabel = new Map<string, Set<UnresolvedBlock>>();

  function take(labels: Iterable<string>): readonly UnresolvedBlock[] {
    const taken = new Set<UnresolvedBlock>();
    for (const label of labels) for (const block of byLabel.get(label) ?? []) taken.add(block);
    for (const block of taken) for (const label of block.labels) byLabel.get(label)?.delete(block);
    return [...taken];
  }

  return {
    take,
    takeAll: () => take([...byLabel.keys()]),
    add(block) {
      for (const label of block.labels) {
        const waiting = byLabel.get(label) ?? new Set();
        byLabel.set(label, waiting.add(block));
      }
    },
  };
}
