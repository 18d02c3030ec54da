import type { Claim } from '../domain/claims/judge-claim';
import { inlineText } from './plain-text';
import { splitNumbers } from './citations';
import type { CitationNode, Inline } from './nodes';

/** What a citation stands behind. */
export interface MarkedClaim extends Claim {
  /** Whether this is the last of the marks that stand together behind it. */
  readonly isLast: boolean;
}

/** A run with its citations, and what each of them stands behind. */
export interface ClaimedRun {
  readonly nodes: readonly Inline[];
  readonly claims: ReadonlyMap<CitationNode, MarkedClaim>;
}

interface Mark {
  readonly node: CitationNode;
  /** Where it stands in the words of the run. */
  readonly at: number;
}

const NONE: ReadonlyMap<CitationNode, MarkedClaim> = new Map();
const SENTENCE_END = /(?:[.!?…](?=["'”’»)\]]*\s)|[。！？])["'”’»)\]]*|\n/g;
/** What ends with a point and no sentence: titles, initials, “e.g.”, numbers of things. */
const ABBREVIATED =
  /(?:^|[\s(])(?:\p{L}|\p{L}\.\p{L}|dr|mr|mrs|ms|prof|st|no|nr|vs|ca|approx|etc|bzw|vgl|bspw)\.$/iu;
const WORDS = /[\p{L}\d]+/gu;
/** Letters of scripts that set no spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
const FEWEST_WORDS = 2;

/**
 * Finds what the citations of a run stand behind: the words since the sentence began or since the mark before, for marks
 * that stand together the same; where there are none, as in “According to [b1] …”, the words after. `numbersToo`: plain
 * numbers such as `[12]` are marks, too.
 */
export function claimsOf(run: readonly Inline[], numbersToo: boolean): ClaimedRun {
  const nodes = numbersToo ? splitAll(run) : run;
  const marks: Mark[] = [];
  const words = collect(nodes, marks, '');
  if (marks.length === 0) return { nodes, claims: NONE };
  const claims = new Map<CitationNode, MarkedClaim>();
  const groups = grouped(marks, words);
  for (const [index, group] of groups.entries()) {
    const ids = [...new Set(group.flatMap(({ node }) => node.ids))];
    const text = claimAt(words, groups[index - 1]?.at(-1)?.at ?? 0, group, groups[index + 1]?.[0]?.at);
    for (const mark of group) claims.set(mark.node, { text, ids, isLast: mark === group.at(-1) });
  }
  return { nodes, claims };
}

function collect(nodes: readonly Inline[], marks: Mark[], before: string): string {
  let words = before;
  for (const node of nodes) {
    if (node.type === 'citation') marks.push({ node, at: words.length });
    else if ('children' in node) words = collect(node.children, marks, words);
    else words += inlineText([node]);
  }
  return words;
}

/** Marks with nothing but signs between them stand behind the same words. */
function grouped(marks: readonly Mark[], words: string): Mark[][] {
  const groups: Mark[][] = [];
  for (const mark of marks) {
    const last = groups.at(-1);
    const between = words.slice(last?.at(-1)?.at ?? 0, mark.at);
    if (last !== undefined && /^[\s,;]*$/.test(between)) last.push(mark);
    else groups.push([mark]);
  }
  return groups;
}

function claimAt(words: string, earlier: number, group: readonly Mark[], later = words.length): string {
  const at = group[0]?.at ?? 0;
  const before = words.slice(earlier, at).trimEnd();
  const ends = sentenceEnds(before).filter((end) => end < before.length);
  const claim = before.slice(ends.at(-1) ?? 0).replace(/^[\s,;:.]+/, '');
  if (saysSomething(claim)) return claim;
  const after = words.slice(at, later);
  return `${claim}${after.slice(0, sentenceEnds(after)[0] ?? after.length)}`.trim();
}

function saysSomething(claim: string): boolean {
  if (/^(?:according to|as|in|laut|nach|selon|según)$/i.test(claim)) return false;
  return (claim.match(UNSPACED)?.length ?? 0) >= 4 || (claim.match(WORDS)?.length ?? 0) >= FEWEST_WORDS;
}

/** Where sentences end in a text, behind their last sign. */
function sentenceEnds(text: string): number[] {
  const ends: number[] = [];
  for (const match of text.matchAll(SENTENCE_END)) {
    if (!ABBREVIATED.test(text.slice(Math.max(0, match.index - 12), match.index + 1))) {
      ends.push(match.index + match[0].length);
    }
  }
  return ends;
}

/** The same nodes with plain numbers in brackets as citations; what has none stays the same object. */
function splitAll(nodes: readonly Inline[]): readonly Inline[] {
  let changed = false;
  const split = nodes.flatMap((node): readonly Inline[] => {
    if (node.type === 'text') {
      const pieces = splitNumbers(node.text);
      if (pieces === null) return [node];
      changed = true;
      return pieces.map((piece) => (typeof piece === 'string' ? { type: 'text', text: piece } : piece));
    }
    // A link's words are its own: a button in a link would be two things at once.
    if (!('children' in node) || node.type === 'link') return [node];
    const children = splitAll(node.children);
    if (children === node.children) return [node];
    changed = true;
    return [{ ...node, children }];
  });
  return changed ? split : nodes;
}
