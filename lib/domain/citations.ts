/** A citation mark as models write it: `[b12]`, `[b12, b14]`, `【b12】`. */
const MARK = /[[【]\s*b\d+(?:\s*[,;]\s*b\d+)*\s*[\]】]/g;

/** Fenced blocks and code spans: in code such a word is an index. */
const CODE = /(^ {0,3}(`{3,}(?![^\n]*`)|~{3,})[^]*?(?:^ {0,3}\2|(?![^]))|(?<!`)`+[^`\n]+`+)/gm;

/** The number that each cited block gets in an answer: 1 for the first one cited, and so on. */
export function citationNumbers(text: string): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const [mark] of text.replace(CODE, '').matchAll(MARK)) {
    for (const [id] of mark.matchAll(/b\d+/g)) if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
  }
  return numbers;
}

/** An answer's text without its marks, which mean nothing outside the panel. */
export function withoutMarks(text: string): string {
  const markOrCode = new RegExp(`${CODE.source}|[ \\t]*(?:${MARK.source})`, 'gm');
  return text.replace(markOrCode, (_all, code: string | undefined) => code ?? '');
}
