/** What a text is made of. */
export type Cut =
  | { readonly type: 'text'; readonly text: string }
  /** A picture's data is coming; told again with each piece of it. */
  | { readonly type: 'coming' }
  | {
      readonly type: 'picture';
      /** In base64, without white space; null: there was more than is taken. */
      readonly data: string | null;
      /** How it stands in the text, which says what has to stand there instead. */
      readonly place: PicturePlace;
      /** Whether the text ended in the middle of it. */
      readonly cut: boolean;
    };

/** As the address of a link or image, the same in `<…>`, in the definition of one, or amid other words. */
export type PicturePlace = 'address' | 'angled' | 'definition' | 'bare';

/** Takes data URLs of pictures out of a text, in whatever pieces it comes. */
export interface PictureCutter {
  push(text: string): readonly Cut[];
  /** What is left at the end. */
  flush(): readonly Cut[];
}

/** Data URLs of pictures with less data than this are words about data URLs. */
const MIN_DATA = 40;
/** Base64 of 20 MB. */
export const MAX_DATA = 28_000_000;
/** Longest beginning of a data URL, up to its data. */
const MAX_HEAD = 150;

const HEAD = /(?<![\w`])data:image\/[a-z0-9.+-]{1,40}(?:;[a-z0-9=.+_-]{1,60}){0,2};base64,/i;
const BEGUN = /(?<![\w`])(?:d|da|dat|data|data:[a-z0-9/;=.+_-]*)$/i;
const DATA = /^[A-Za-z0-9+/=]*/;
const FENCE = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}|~{3,})(.*)$/;

/** Makes a cutter. Code blocks are left as they are: what is in them was written to be read. */
export function createPictureCutter(maxData = MAX_DATA): PictureCutter {
  /** Text that may be the beginning of a data URL. */
  let held = '';
  /** The beginning and the end of the line that is being given out. */
  let line = '';
  let recent = '';
  let fence: string | null = null;
  let data: { readonly head: string; readonly place: PicturePlace; pieces: string[]; length: number } | null =
    null;

  function give(cuts: Cut[], text: string): void {
    if (text === '') return;
    cuts.push({ type: 'text', text });
    const lines = text.split('\n');
    for (const [index, rest] of lines.entries()) {
      if (line.length < 400) line += rest.slice(0, 400);
      recent = (recent + rest.slice(-20)).slice(-20);
      if (index === lines.length - 1) break;
      fence = fenceAfter(line, fence);
      line = '';
      recent = '';
    }
  }

  function takeText(cuts: Cut[], text: string): string {
    const all = held + text;
    held = '';
    // The sign before says whether a word begins.
    const before = recent.slice(-1);
    const head = HEAD.exec(before + all);
    const from = head === null ? 0 : head.index - before.length;
    if (head === null || from < 0) {
      const begun = BEGUN.exec(before + all);
      const at = begun === null ? all.length : Math.max(0, begun.index - before.length);
      if (begun !== null && all.length - at <= MAX_HEAD) {
        give(cuts, all.slice(0, at));
        held = all.slice(at);
      } else give(cuts, all);
      return '';
    }
    give(cuts, all.slice(0, from));
    const [begin] = head;
    const rest = all.slice(from + begin.length);
    if (fence !== null || FENCE.test(line)) {
      give(cuts, begin);
      return rest;
    }
    data = { head: begin, place: placeAfter(recent), pieces: [], length: 0 };
    return rest;
  }

  function takeData(cuts: Cut[], text: string, isEnd: boolean): string {
    if (data === null) return text;
    const [piece] = DATA.exec(text) ?? [''];
    const rest = text.slice(piece.length);
    data.length += piece.length;
    if (data.length > maxData) data.pieces = [];
    else if (piece !== '') data.pieces.push(piece);
    if (rest === '' && !isEnd) {
      if (data.length >= MIN_DATA) cuts.push({ type: 'coming' });
      return '';
    }
    const { head, place, pieces, length } = data;
    data = null;
    const whole = pieces.join('');
    if (length < MIN_DATA) give(cuts, head + whole);
    else {
      cuts.push({
        type: 'picture',
        data: length > maxData ? null : whole,
        place,
        cut: rest === '' && place !== 'bare',
      });
      // What stands there is no space and opens nothing.
      recent = '.';
    }
    return rest;
  }

  function push(text: string): readonly Cut[] {
    const cuts: Cut[] = [];
    for (let rest = text; rest !== '';) rest = data === null ? takeText(cuts, rest) : takeData(cuts, rest, false);
    return cuts;
  }

  return {
    push,
    flush() {
      const cuts: Cut[] = [];
      if (data !== null) takeData(cuts, '', true);
      const last = held;
      held = '';
      give(cuts, last);
      return cuts;
    },
  };
}

function placeAfter(recent: string): PicturePlace {
  if (/\]\(\s*<$/.test(recent)) return 'angled';
  if (/\]:\s*<?$/.test(recent)) return 'definition';
  return /\]\(\s*$/.test(recent) ? 'address' : 'bare';
}

function fenceAfter(line: string, fence: string | null): string | null {
  const [, marks = '', rest = ''] = FENCE.exec(line) ?? [];
  if (marks === '') return fence;
  if (fence === null) return marks.startsWith('`') && rest.includes('`') ? null : marks;
  const closes = marks[0] === fence[0] && marks.length >= fence.length && rest.trim() === '';
  return closes ? null : fence;
}
