/** What a run of emphasis marks stands between, and what it may do. */
export interface Flanking {
  /** The characters around it; a space at either end of the text. */
  readonly before: string;
  readonly after: string;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  /** Whether it could open and close were it an asterisk; such runs find a partner less easily. */
  readonly both: boolean;
}

const PUNCTUATION = /[\p{P}\p{S}]/u;
const SPACE = /\s/u;
/** Letters of scripts that put no space between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/**
 * Reads a run of `*`, `_` or `~` by CommonMark's rules of left- and right-flanking runs (section 6.2), save that a letter
 * of a script without spaces is as good as a space on the far side of punctuation: `**重要！**如果` is bold.
 */
export function readFlanking(source: string, from: number, to: number): Flanking {
  const before = characterBefore(source, from);
  const after = to >= source.length ? ' ' : String.fromCodePoint(source.codePointAt(to) ?? 32);
  const left = !SPACE.test(after) && (!PUNCTUATION.test(after) || endsWord(before));
  const right = !SPACE.test(before) && (!PUNCTUATION.test(before) || endsWord(after));
  const splitsWords = source[from] !== '_';
  return {
    before,
    after,
    canOpen: left && (splitsWords || !right || PUNCTUATION.test(before)),
    canClose: right && (splitsWords || !left || PUNCTUATION.test(after)),
    both: left && right,
  };
}

/** Whether a character belongs to a script that puts no space between words. */
export function isUnspaced(character: string): boolean {
  return UNSPACED.test(character);
}

function endsWord(character: string): boolean {
  return SPACE.test(character) || PUNCTUATION.test(character) || UNSPACED.test(character);
}

function characterBefore(source: string, at: number): string {
  if (at === 0) return ' ';
  const low = source.charCodeAt(at - 1);
  const paired = low >= 0xdc00 && low <= 0xdfff && at > 1;
  return String.fromCodePoint(source.codePointAt(paired ? at - 2 : at - 1) ?? 32);
}
