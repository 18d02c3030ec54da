import type { Language } from './languages';

/** A word of the page that is kin to a word of the question, and how much of a match that is (0 to 1). */
export interface Relative {
  readonly term: string;
  readonly weight: number;
}

/** Languages that write compounds as one word. */
const COMPOUNDING = new Set(['de', 'nl', 'sv', 'da', 'no', 'fi']);

const MIN_STEM = 5;
const MAX_ENDING = 4;
const MIN_PART = 4;
const DERIVED_WEIGHT = 0.6;
const PART_WEIGHT = 0.5;

/**
 * Words of a page that a stemmer misses though they are kin to a term: derivations ("mover", "moving" for "move") by
 * their common beginning, and, where compounds are one word, those that begin or end with it or are a part of it.
 */
export function relativesOf(term: string, vocabulary: Iterable<string>, { code }: Language): Relative[] {
  if (!/^\p{L}+$/u.test(term) || /[^\p{Script=Latin}\p{Script=Cyrillic}]/u.test(term)) return [];
  const compounding = COMPOUNDING.has(code);
  const relatives: Relative[] = [];
  for (const other of vocabulary) {
    if (other === term) continue;
    if (isDerived(term, other)) relatives.push({ term: other, weight: DERIVED_WEIGHT });
    else if (compounding && (isPart(term, other) || isPart(other, term))) {
      relatives.push({ term: other, weight: PART_WEIGHT });
    }
  }
  return relatives;
}

function isDerived(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const shared = short.length - (short.length > MIN_STEM && /[eiy]$/.test(short) ? 1 : 0);
  return (
    short.length >= MIN_STEM - 1 &&
    long.length - short.length <= MAX_ENDING &&
    long.startsWith(short.slice(0, shared))
  );
}

function isPart(part: string, whole: string): boolean {
  if (part.length < MIN_PART || whole.length < part.length + 3) return false;
  return whole.startsWith(part) || whole.endsWith(part);
}
