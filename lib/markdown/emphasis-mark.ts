import { isUnspaced, readFlanking } from './flanking';
import { runEnd } from './inline-spans';

/** A run of `*`, `_` or `~`. */
export interface Mark {
  readonly sign: '*' | '_' | '~';
  /** Where the run starts and ends. */
  readonly from: number;
  readonly to: number;
  /** Signs in the run that have no partner yet. */
  length: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  readonly both: boolean;
}

const WORD = /[\p{L}\p{N}]/u;
const DIGIT = /\p{N}/u;

/**
 * Reads the run at `from` as the parser does, save that one inside a word opens nothing where it seldom does: beside a
 * digit, as in `2*3`, or a single one, as in `a*b`.
 */
export function scanMark(source: string, from: number): Mark {
  const sign = source[from] === '_' ? '_' : source[from] === '~' ? '~' : '*';
  const to = runEnd(source, from);
  const { before, after, canOpen, canClose, both } = readFlanking(source, from, to);
  return {
    sign,
    from,
    to,
    length: to - from,
    canOpen: canOpen && !(WORD.test(before) && WORD.test(after) && seldomOpens(before, after, to - from)),
    canClose,
    both,
  };
}

function seldomOpens(before: string, after: string, length: number): boolean {
  if (DIGIT.test(before) || DIGIT.test(after)) return true;
  return length === 1 && !isUnspaced(before) && !isUnspaced(after);
}

/**
 * Takes what `mark` closes off the open marks (innermost last) and off its own length. Open marks in between will have
 * no partner.
 */
export function closeMarks(open: Mark[], mark: Mark): void {
  while (mark.length > 0) {
    const index = open.findLastIndex((opener) => opener.sign === mark.sign && fit(opener, mark));
    const opener = open[index];
    if (opener === undefined) return;
    const used = Math.min(mark.length, opener.length);
    opener.length -= used;
    mark.length -= used;
    open.length = opener.length === 0 ? index : index + 1;
  }
}

/** CommonMark's rule of three (section 6.2, rules 9 and 10). */
function fit(opener: Mark, closer: Mark): boolean {
  if (!opener.both && !closer.both) return true;
  const [a, b] = [opener.to - opener.from, closer.to - closer.from];
  return (a + b) % 3 !== 0 || (a % 3 === 0 && b % 3 === 0);
}
