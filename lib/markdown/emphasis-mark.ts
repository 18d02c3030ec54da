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
}

const PUNCTUATION = /[\p{P}\p{S}]/u;
const SPACE = /\s/u;
const WORD = /[\p{L}\p{N}]/u;

/**
 * Reads the run at `from` by CommonMark's rules of left- and right-flanking runs (section 6.2), save that a run
 * inside a word opens nothing: the `*` of `2*3` seldom does.
 */
export function scanMark(source: string, from: number): Mark {
  const sign = source[from] === '_' ? '_' : source[from] === '~' ? '~' : '*';
  let to = from;
  while (source[to] === sign) to++;
  const before = /.$/su.exec(source.slice(Math.max(0, from - 2), from))?.[0] ?? ' ';
  const after = to === source.length ? ' ' : String.fromCodePoint(source.codePointAt(to) ?? 32);
  const left = !SPACE.test(after) && (!PUNCTUATION.test(after) || SPACE.test(before) || PUNCTUATION.test(before));
  const right = !SPACE.test(before) && (!PUNCTUATION.test(before) || SPACE.test(after) || PUNCTUATION.test(after));
  const inWord = WORD.test(before) && WORD.test(after);
  return {
    sign,
    from,
    to,
    length: to - from,
    canOpen: left && !inWord,
    canClose: right && (sign !== '_' || !left || PUNCTUATION.test(after)),
  };
}

/** Takes what `mark` closes off the open marks (innermost last) and off its own length. */
export function closeMarks(open: Mark[], mark: Mark): void {
  for (let top = open.at(-1); top?.sign === mark.sign && mark.length > 0; top = open.at(-1)) {
    const used = Math.min(mark.length, top.length);
    top.length -= used;
    mark.length -= used;
    if (top.length === 0) open.pop();
  }
}
