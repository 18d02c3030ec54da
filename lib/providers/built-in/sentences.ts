/** A stretch of a text: `text.slice(start, end)`, without white space at its edges. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A sentence longer than this is cut at a clause or a word, so that a quote stays readable. */
const MAX_LENGTH = 400;

/** Ends that look like a sentence's but are an abbreviation or an initial. */
const ABBREVIATION =
  /(?:^|[\s(])(?:\p{Lu}|Dr|Mr|Mrs|Ms|Prof|St|No|Nr|vs|ca|bzw|approx|Fig|Abb|Art|Inc|Ltd|Co|e\.g|i\.e|z\.\s?B|d\.\s?h|u\.\s?a|U\.S|p\.\s?ex|av|env|Sr|Sra)\.\s*$/u;

const LONGEST_ABBREVIATION = 12;

/**
 * Cuts a text into sentences; a line break always ends one.
 * @param tag BCP 47 tag of the text's language.
 */
export function sentenceSpans(text: string, tag: string): Span[] {
  const segmenter = new Intl.Segmenter(tag, { granularity: 'sentence' });
  const spans: Span[] = [];
  let lineStart = 0;
  for (const line of text.split('\n')) {
    let start = 0;
    const sentences = line.trim() === '' ? [] : segmenter.segment(line);
    for (const { segment, index } of sentences) {
      const end = index + segment.length;
      if (end < line.length && ABBREVIATION.test(line.slice(Math.max(start, end - LONGEST_ABBREVIATION), end)))
        continue;
      spans.push(...trimmedSpans(text, lineStart + start, lineStart + end));
      start = end;
    }
    lineStart += line.length + 1;
  }
  return spans;
}

function trimmedSpans(text: string, from: number, to: number): Span[] {
  const raw = text.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  const end = start + raw.trim().length;
  if (start >= end) return [];
  if (end - start <= MAX_LENGTH) return [{ start, end }];
  const cut = cutPoint(text, start);
  return [...trimmedSpans(text, start, cut), ...trimmedSpans(text, cut, end)];
}

/** Where to cut a long sentence: after the last clause, else the last word, that fits; else mid-word but between characters. */
function cutPoint(text: string, start: number): number {
  const head = text.slice(start, start + MAX_LENGTH);
  const clause = Math.max(...[';', ', ', '、', '，', ': '].map((mark) => head.lastIndexOf(mark) + mark.length));
  if (clause > MAX_LENGTH / 2) return start + clause;
  const space = head.lastIndexOf(' ') + 1;
  if (space > MAX_LENGTH / 2) return start + space;
  const splitsPair = /[\uD800-\uDBFF]$/.test(head);
  return start + MAX_LENGTH - (splitsPair ? 1 : 0);
}
