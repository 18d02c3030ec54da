import { foldForFind } from '../find-text';
import type { Block } from '../page';

/** Words that say nothing of what is asked, in the languages most pages are in. */
const EMPTY = new Set(
  (
    'a an the this that these those is are was were be been do does did has have had can could will would should may might ' +
    'must to of in on at by for from with about into over under than then and or but if so as it its he she they we you ' +
    'i me my your their our who whom whose what which when where why how much many there here not no yes any some all ' +
    'page text article please tell say says explain der die das ein eine und oder ist sind war wird was wer wie wo wann ' +
    'warum von zu mit auf fur im am den dem des le la les un une et ou est sont qui que quoi quand comment pourquoi de du ' +
    'des dans sur pour el los las una y o es son que quien cuando como donde por para en con'
  ).split(' '),
);
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const ENDING = /(?:ations?|ingly|ments?|ness|ings?|edly|ies|ied|ers?|est|ed|es|en|ly|s|e|y)$/;
/** A question that a number answers. */
const NUMBER_ASKED =
  /\b(?:how (?:many|much|long|old|tall|high|big|large|heavy|far|often|fast|deep|wide|soon)|when|what (?:time|year|date|age|price|size|percent\w*)|cost|price|wann|wie ?viele?|wie (?:hoch|lang|alt|gro(?:ß|ss)|schwer|oft)|combien|quand|cu[aá]nt[oa]s?|cu[aá]ndo)\b/i;
const NUMBER_SHARE = 0.5;
const K1 = 1.2;
const LENGTH_SHARE = 0.6;
const HEADING_SHARE = 0.4;
const NEIGHBOUR_SHARE = 0.25;

/**
 * How much each block has to do with a question: the words they share, the rare ones counting more (BM25), with a part of
 * what the headings above it and its neighbours score. All 0 where they share nothing.
 */
export function rankBlocks(blocks: readonly Block[], question: string): readonly number[] {
  const asked = new Set(termsOf(question));
  const own = blocks.map(({ text }) => countTerms(text));
  const above = new Map<string, ReadonlyMap<string, number>>();
  const headings = blocks.map(({ headings: names }) => {
    const name = names.join('\n');
    const known = above.get(name) ?? countTerms(name);
    above.set(name, known);
    return known;
  });
  const average = own.reduce((sum, terms) => sum + sizeOf(terms), 0) / Math.max(1, blocks.length);
  const weights = new Map(Array.from(asked, (term) => [term, rarity(term, own)] as const));
  const wantsNumber = NUMBER_ASKED.test(question);
  const most = Math.max(0, ...weights.values());
  const raw = own.map((terms, index) => {
    const said = score(terms, weights, average);
    const number = wantsNumber && /\d/.test(blocks[index]?.text ?? '') ? NUMBER_SHARE * most : 0;
    return said + number + HEADING_SHARE * score(headings[index] ?? new Map(), weights, average);
  });
  return raw.map((value, index) => value + NEIGHBOUR_SHARE * Math.max(raw[index - 1] ?? 0, raw[index + 1] ?? 0));
}

function score(terms: ReadonlyMap<string, number>, weights: ReadonlyMap<string, number>, average: number): number {
  const length = 1 - LENGTH_SHARE + (LENGTH_SHARE * sizeOf(terms)) / Math.max(1, average);
  let sum = 0;
  for (const [term, weight] of weights) {
    const count = terms.get(term) ?? 0;
    if (count > 0) sum += (weight * count * (K1 + 1)) / (count + K1 * length);
  }
  return sum;
}

function rarity(term: string, blocks: readonly ReadonlyMap<string, number>[]): number {
  const having = blocks.filter((terms) => terms.has(term)).length;
  return Math.log(1 + (blocks.length - having + 0.5) / (having + 0.5));
}

function countTerms(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const term of termsOf(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function sizeOf(terms: ReadonlyMap<string, number>): number {
  let size = 0;
  for (const count of terms.values()) size += count;
  return size;
}

/** What is compared: words without their endings, for scripts without spaces pairs of letters. */
function termsOf(text: string): string[] {
  return (foldForFind(text).match(WORD) ?? []).flatMap((word) => {
    if (UNSPACED.test(word))
      return Array.from({ length: Math.max(1, word.length - 1) }, (_, at) => word.slice(at, at + 2));
    return EMPTY.has(word) ? [] : [stem(word)];
  });
}

function stem(word: string): string {
  if (word.length <= 4) return word.replace(/s$/, '');
  return word.replace(ENDING, '').slice(0, 9);
}
