import { parseInlines, splitAtCap, withPlainEnd } from './inlines';
import type { Inline } from './nodes';
import type { ReferenceScope } from './references';

/** What a run of inline Markdown became, and the labels it looked up in vain. */
interface Entry {
  readonly nodes: readonly Inline[];
  readonly missed: readonly string[];
}

/**
 * Remembers inline runs of a stream's tail, so that parsing the tail again costs only what changed and yields the
 * same objects for the rest.
 */
export interface InlineCache {
  /**
   * Parses `source` in `scope`, or recalls it; labels looked up in vain are added to the scope either way.
   * `definitions` names the link definitions in force: where they change, nothing is recalled.
   */
  read(source: string, scope: ReferenceScope, definitions: string): readonly Inline[];
  /** Forgets what was not read since the last sweep. */
  sweep(): void;
}

/** Makes an empty cache. */
export function createInlineCache(): InlineCache {
  let recent = new Map<string, Entry>();
  let older = new Map<string, Entry>();
  let inForce = '';

  return {
    read(source, scope, definitions) {
      if (definitions !== inForce) {
        recent = new Map();
        older = new Map();
        inForce = definitions;
      }
      const [head, rest] = splitAtCap(source);
      const entry = recent.get(head) ?? older.get(head) ?? parse(head, scope);
      recent.set(head, entry);
      for (const label of entry.missed) scope.missed.add(label);
      return withPlainEnd(entry.nodes, rest);
    },
    sweep() {
      older = recent;
      recent = new Map();
    },
  };
}

function parse(source: string, scope: ReferenceScope): Entry {
  const before = [...scope.missed];
  scope.missed.clear();
  const nodes = parseInlines(source, scope.env);
  const missed = [...scope.missed];
  for (const label of before) scope.missed.add(label);
  return { nodes, missed };
}
