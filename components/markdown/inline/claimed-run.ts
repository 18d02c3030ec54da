import { claimsOf, type MarkedClaim } from '../../../lib/markdown/claims';
import type { CitationNode, Inline } from '../../../lib/markdown/nodes';

/** Read runs, by whether numbers in brackets count; the same run gives the same nodes. */
const plain = new WeakMap<readonly Inline[], readonly Inline[]>();
const numbered = new WeakMap<readonly Inline[], readonly Inline[]>();
const claims = new WeakMap<CitationNode, MarkedClaim>();

/** A run as it is drawn: with what its citations stand behind known to `claimOf`. Read once. */
export function claimedRun(nodes: readonly Inline[], numbersToo: boolean): readonly Inline[] {
  const runs = numbersToo ? numbered : plain;
  const known = runs.get(nodes);
  if (known !== undefined) return known;
  const run = claimsOf(nodes, numbersToo);
  for (const [node, claim] of run.claims) claims.set(node, claim);
  runs.set(nodes, run.nodes);
  return run.nodes;
}

/** What a citation of a drawn run stands behind. */
export function claimOf(node: CitationNode): MarkedClaim {
  return claims.get(node) ?? { text: '', ids: node.ids, isLast: true };
}
