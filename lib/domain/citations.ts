/** A citation mark as models write it: `[b12]`, `[b12, b14]`, `【b12】`. */
const MARK = /[[【]\s*b\d+(?:\s*[,;]\s*b\d+)*\s*[\]】]/g;

/** The number that each cited block gets in an answer: 1 for the first one cited, and so on. */
export function citationNumbers(text: string): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const [mark] of text.matchAll(MARK)) {
    for (const [id] of mark.matchAll(/b\d+/g)) if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
  }
  return numbers;
}

/** An answer's text without its marks, which mean nothing outside the panel. */
export function withoutMarks(text: string): string {
  return text.replace(new RegExp(`[ \\t]*(?:${MARK.source})`, 'g'), '');
}
