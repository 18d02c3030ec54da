import type { ReadableText } from './growing-text';

/** A citation mark as models write it: `[b12]`, `[b12, b14]`, `[b12-b14]`, `【b12】`. */
const MARK = /[[【]\s*\^?(?:block )?b\d+(?:\s*[-–,;]\s*\^?(?:block )?b\d+)*\s*(?:†[^\]】\n]{0,40})?[\]】]/gi;
/** The same without its letter, which may be no mark at all. */
const BARE_MARK = /[[【]\d{1,4}(?:\s*[,;]\s*\d{1,4})*(?:†[^\]】\n]{0,40})?[\]】]/g;

/** Fenced blocks and code spans: in code such a word is an index. */
const CODE = /(^ {0,3}(`{3,}(?![^\n]*`)|~{3,})[^]*?(?:^ {0,3}\2|(?![^]))|(?<!`)`+[^`\n]+`+)/gm;

/** A fence's first line, and a code span. */
const FENCE = /^ {0,3}(`{3,}(?![^\n]*`)|~{3,})/;
const CODE_SPAN = /(?<!`)`+[^`\n]+`+/g;

/** Numbers the blocks that a growing text cites, at the cost of what was added. */
export interface CitationNumbering {
  /** The number that each cited block gets: 1 for the first one cited, and so on; the same map while none is added. */
  of(text: ReadableText): ReadonlyMap<string, number>;
}

/** A mark that a line's end has cut. */
const CUT_MARK = /[[【][\s^b\d,;–-]*$/i;
/** A line is read on in pieces from here, in UTF-16 units. */
const LONGEST_LINE = 20_000;

/** Makes a numbering for one answer. Marks in code count for nothing. */
export function createCitationNumbering(): CitationNumbering {
  let numbered: ReadableText = '';
  let numbers = new Map<string, number>();
  /** Where the last line that was read whole ends. */
  let end = 0;
  let fence: string | null = null;
  let cut = '';

  function begin(text: ReadableText): void {
    numbered = text;
    numbers = new Map();
    end = 0;
    fence = null;
    cut = '';
  }

  /** What of a line can hold marks, given the fence it stands in; keeps that up to date. */
  function proseOf(line: string): string {
    if (fence === null) {
      fence = FENCE.exec(line)?.[1] ?? null;
      return fence === null ? cut + line : '';
    }
    const start = line.trimStart();
    if (line.length - start.length > 3 || !start.startsWith(fence)) return '';
    const rest = start.slice(fence.length);
    fence = null;
    return rest;
  }

  function readLine(line: string): void {
    const prose = proseOf(line);
    addMarks(prose, numbers);
    cut = CUT_MARK.exec(prose.slice(-100))?.[0] ?? '';
  }

  return {
    of(text) {
      if (text !== numbered || text.length < end) begin(text);
      const lines = text.slice(end, text.length).split('\n');
      const last = lines.pop() ?? '';
      for (const line of lines) {
        readLine(line);
        end += line.length + 1;
      }
      if (last.length > LONGEST_LINE) {
        readLine(last);
        end += last.length;
        return numbers;
      }
      const unfinished = fence === null && !FENCE.test(last) ? cut + last : '';
      const known = new Map(numbers);
      return addMarks(unfinished, known).size === numbers.size ? numbers : known;
    },
  };
}

function addMarks(line: string, numbers: Map<string, number>): Map<string, number> {
  const both = new RegExp(`${MARK.source}|${BARE_MARK.source}`, 'gi');
  for (const [mark] of line.replace(CODE_SPAN, '').matchAll(both)) {
    const list = mark.replace(/†.*/, '');
    for (const [, digits] of list.matchAll(/(\d+)/g)) {
      const id = `b${Number(digits)}`;
      if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
    }
  }
  return numbers;
}

/** An answer's text without its marks, which mean nothing outside the panel. */
export function withoutMarks(text: string): string {
  const markOrCode = new RegExp(`${CODE.source}|[ \\t]*(?:${MARK.source})`, 'gm');
  return text.replace(markOrCode, (_all, code: string | undefined) => code ?? '');
}
