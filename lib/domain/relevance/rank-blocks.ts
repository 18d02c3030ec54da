import type { Block } from '../page';
import { alsoMeant } from './also-meant';
import { createCounter, readBlocks, type Counted } from './read-blocks';
import { gramsOfWord, termsOfWord, wordsOf } from './terms';

/** A question that a number answers. */
const NUMBER_ASKED =
  /\b(?:how (?:many|much|long|old|tall|high|big|large|heavy|far|often|fast|deep|wide|soon)|when|what (?:time|year|date|age|price|size|percent\w*)|cost|price|wann|wie ?viele?|wie (?:hoch|lang|alt|gro(?:ß|ss)|schwer|oft)|combien|quand|cu[aá]nt[oa]s?|cu[aá]ndo)\b/i;
const NUMBER_SHARE = 0.5;
const K1 = 1.2;
const LENGTH_SHARE = 0.5;
const HEADING_SHARE = 0.4;
/** What a block gets of the best of its neighbours, and of those beyond them. */
const NEIGHBOUR_SHARE = 0.25;
const FARTHER_SHARE = 0.1;
/** What a word counts that only may be meant. */
const MEANT_SHARE = 0.4;
/** Fewer shared pieces of words are chance. */
const LEAST_PIECES = 0.3;
const PIECES_SHARE = 1.5;
const PIECE_LENGTH_SHARE = 0.1;
/** How much more the beginning of a page says than its end. */
const BEGINNING_SHARE = 0.3;

/**
 * How much each block has to do with a question: the words they share, the rare ones counting more (BM25), and the more of
 * the question's words it has; with a part of what the headings above it and its neighbours score. `widely` also looks for
 * what may be meant (words of the same sense, what such questions are answered with, parts of words). All 0 where they share
 * nothing. After Robertson and Zaragoza, “The Probabilistic Relevance Framework: BM25 and Beyond”.
 */
export function rankBlocks(
  blocks: readonly Block[],
  question: string,
  { widely = true }: { readonly widely?: boolean } = {},
): readonly number[] {
  const words = wordsOf(question);
  const asked = new Set(words.flatMap(termsOfWord));
  const meant = widely ? alsoMeant(question, asked) : new Set<string>();
  const terms = [...asked, ...meant];
  const grams = widely ? [...new Set(words.flatMap(gramsOfWord))] : [];
  const { own, above } = readBlocks(blocks, createCounter(terms, grams));

  const average = Math.max(1, own.reduce((sum, { size }) => sum + size, 0) / Math.max(1, blocks.length));
  const weights = terms.map(
    (_, place) =>
      rarity(
        having(own, ({ counts }) => counts.has(place)),
        own.length,
      ) * (place < asked.size ? 1 : MEANT_SHARE),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const most = Math.max(0, ...weights);
  const pieces = piecesOf(own, grams.length, average);
  const wantsNumber = NUMBER_ASKED.test(question);

  const raw = own.map((counted, index) => {
    const head = above[index] ?? NOTHING;
    const covered = weights.reduce(
      (sum, weight, place) => sum + (counted.counts.has(place) || head.counts.has(place) ? weight : 0),
      0,
    );
    const said = score(counted, weights, average) + HEADING_SHARE * score(head, weights, average);
    const number = wantsNumber && /\d/.test(blocks[index]?.text ?? '') ? NUMBER_SHARE * most : 0;
    const all = said * (1 + covered / total) + number + PIECES_SHARE * (pieces[index] ?? 0) * most;
    return all * (1 + BEGINNING_SHARE * Math.exp((-5 * index) / blocks.length));
  });
  const best = (one: number, other: number): number => Math.max(raw[one] ?? 0, raw[other] ?? 0);
  return raw.map(
    (value, index) =>
      value + NEIGHBOUR_SHARE * best(index - 1, index + 1) + FARTHER_SHARE * best(index - 2, index + 2),
  );
}

const NOTHING: Counted = { counts: new Map(), size: 0, grams: new Set(), gramSize: 0 };

function score({ counts, size }: Counted, weights: readonly number[], average: number): number {
  const length = 1 - LENGTH_SHARE + (LENGTH_SHARE * size) / average;
  let sum = 0;
  for (const [place, count] of counts) sum += ((weights[place] ?? 0) * count * (K1 + 1)) / (count + K1 * length);
  return sum;
}

/** Of the pieces of a question's words the share that each block has, the rare ones counting more. */
function piecesOf(own: readonly Counted[], grams: number, average: number): readonly number[] {
  const weights = Array.from({ length: grams }, (_, place) =>
    rarity(
      having(own, (counted) => counted.grams.has(place)),
      own.length,
    ),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  return own.map(({ grams: found, gramSize }) => {
    let sum = 0;
    for (const place of found) sum += weights[place] ?? 0;
    const share = sum / total / (1 + (PIECE_LENGTH_SHARE * gramSize) / (5 * average));
    return share < LEAST_PIECES ? 0 : share;
  });
}

function having(own: readonly Counted[], has: (counted: Counted) => boolean): number {
  return own.reduce((count, counted) => count + (has(counted) ? 1 : 0), 0);
}

function rarity(having: number, blocks: number): number {
  return Math.log(1 + (blocks - having + 0.5) / (having + 0.5));
}
