/** How many marks a piece of text can have. Each of its grams sets two of them. */
export const GRAM_MARKS = 2048;

/** Text is marked in pieces of so many UTF-16 units; each goes on for `PIECE_OVERLAP` into the next. */
export const PIECE_LENGTH = 1024;
export const PIECE_OVERLAP = 64;

/** Hears of the two marks of a gram. */
type OnGram = (one: number, other: number) => void;

const SPACE = 32;
/** Stands for the third unit of a gram that has but two. */
const NO_UNIT = 0x1_0000;

/** Scripts that are written without spaces, and whose words may be of two characters; halves of pairs count to them. */
function isUnspaced(unit: number): boolean {
  return (
    (unit >= 0x2e80 && unit <= 0xa4cf) ||
    (unit >= 0xd800 && unit <= 0xdfff) ||
    (unit >= 0x0e00 && unit <= 0x0eff) ||
    (unit >= 0x1000 && unit <= 0x109f) ||
    (unit >= 0x1780 && unit <= 0x17ff)
  );
}

/**
 * Tells of every gram of a folded text that begins from `from` up to, not including, `to` and ends before `end`: three
 * units without a space, or two of a script without spaces. Whatever contains a text has all of its grams.
 */
export function eachGram(text: string, from: number, to: number, onGram: OnGram, end = text.length): void {
  let one = text.charCodeAt(from);
  let two = text.charCodeAt(from + 1);
  for (let at = from; at < to && at + 1 < end; at += 1) {
    const three = text.charCodeAt(at + 2);
    if (one !== SPACE && two !== SPACE) {
      if (isUnspaced(one) && isUnspaced(two)) mark(one, two, NO_UNIT, onGram);
      else if (at + 2 < end && three !== SPACE) mark(one, two, three, onGram);
    }
    one = two;
    two = three;
  }
}

function mark(one: number, two: number, three: number, onGram: OnGram): void {
  let hash = Math.imul(one, 0x9e3779b1) ^ Math.imul(two, 0x85ebca6b) ^ Math.imul(three, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  hash ^= hash >>> 15;
  onGram(hash & (GRAM_MARKS - 1), (hash >>> 11) & (GRAM_MARKS - 1));
}

/** The two marks of a fact about a message, such as its model: no gram of a text is meant by them. */
export function factMarks(fact: string): readonly [number, number] {
  let hash = 0x811c9dc5;
  for (let at = 0; at < fact.length; at += 1) hash = Math.imul(hash ^ fact.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash ^= hash >>> 13;
  return [hash & (GRAM_MARKS - 1), (hash >>> 11) & (GRAM_MARKS - 1)];
}

/** Most grams of a term that are looked up: more would hardly leave out more. */
const MOST_GRAMS = 6;

/** The marks that a piece with a folded term in it must have; none for a term too short to tell. */
export function termMarks(term: string): readonly number[] {
  const grams: (readonly [number, number])[] = [];
  // What is longer may go over the end of a piece.
  const end = Math.min(term.length, PIECE_OVERLAP);
  eachGram(term, 0, end, (one, other) => grams.push([one, other]), end);
  const step = Math.max(1, grams.length / MOST_GRAMS);
  const marks = new Set<number>();
  for (let at = 0; at < grams.length; at += step) for (const each of grams[Math.floor(at)] ?? []) marks.add(each);
  return [...marks];
}
