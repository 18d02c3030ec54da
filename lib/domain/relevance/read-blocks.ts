import type { Block } from '../page';
import { gramsOfWord, termsOfWord, wordsOf } from './terms';

/** What a text has of what is looked for. */
export interface Counted {
  /** How often it has each term, by the term's place among those looked for. */
  readonly counts: ReadonlyMap<number, number>;
  /** How many terms it has, whatever they are. */
  readonly size: number;
  /** Which of the pieces it has, by their places. */
  readonly grams: ReadonlySet<number>;
  /** How many pieces it has, whatever they are. */
  readonly gramSize: number;
}

interface KnownWord {
  readonly terms: readonly number[];
  readonly size: number;
  readonly grams: readonly number[];
  readonly gramSize: number;
}

/**
 * Makes a reader of texts that looks for terms and pieces. A page says the same words again and again: each is taken apart
 * once, so that a page of 500,000 characters takes a moment.
 */
export function createCounter(
  terms: readonly string[],
  grams: readonly string[],
): (words: readonly string[]) => Counted {
  const termPlaces = new Map(terms.map((term, place) => [term, place]));
  const gramPlaces = new Map(grams.map((gram, place) => [gram, place]));
  const known = new Map<string, KnownWord>();

  function read(word: string): KnownWord {
    const own = termsOfWord(word);
    const pieces = gramsOfWord(word);
    const made = {
      terms: own.flatMap((term) => termPlaces.get(term) ?? []),
      size: own.length,
      grams: pieces.flatMap((gram) => gramPlaces.get(gram) ?? []),
      gramSize: pieces.length,
    };
    known.set(word, made);
    return made;
  }

  return (words) => {
    const counts = new Map<number, number>();
    const found = new Set<number>();
    let size = 0;
    let gramSize = 0;
    for (const word of words) {
      const one = known.get(word) ?? read(word);
      size += one.size;
      gramSize += one.gramSize;
      for (const term of one.terms) counts.set(term, (counts.get(term) ?? 0) + 1);
      for (const gram of one.grams) found.add(gram);
    }
    return { counts, size, grams: found, gramSize };
  };
}

/** One prompt ranks a page once for each question that was asked about it. */
const read = new WeakMap<Block, readonly string[]>();

function wordsOfBlock(block: Block): readonly string[] {
  const words = read.get(block) ?? wordsOf(block.text);
  read.set(block, words);
  return words;
}

/** Reads every block, and the headings above it as one text; blocks of one section share theirs. */
export function readBlocks(
  blocks: readonly Block[],
  count: (words: readonly string[]) => Counted,
): { readonly own: readonly Counted[]; readonly above: readonly Counted[] } {
  const sections = new Map<string, Counted>();
  const above = blocks.map(({ headings }) => {
    const name = headings.join('\n');
    const known = sections.get(name) ?? count(wordsOf(name));
    sections.set(name, known);
    return known;
  });
  return { own: blocks.map((block) => count(wordsOfBlock(block))), above };
}
