import { estimateTokens } from '../budget';
import { cleanText } from '../clean-text';

/** What a model writes of a part that has nothing to do with the question. */
const NOTHING = /^[\s*_`"'“„.[(]*NOTHING[\s*_`"'”.\])!]*$/i;
const WORDS_PER_TOKEN = 0.7;
/** Of a budget, what the notes of all parts may take together. */
const NOTES_SHARE = 0.5;

/** Whether notes say that there is nothing to note. */
export function saysNothing(notes: string): boolean {
  return notes.trim() === '' || NOTHING.test(notes.trim());
}

/** Tokens that the notes of all parts may take in the last request. */
export function notesRoom(budgetTokens: number): number {
  return Math.floor(budgetTokens * NOTES_SHARE);
}

/** How many words a model is asked to note at most of each of `parts`. */
export function noteWords(budgetTokens: number, parts: number): number {
  const each = (notesRoom(budgetTokens) / Math.max(1, parts)) * WORDS_PER_TOKEN;
  return Math.round(Math.min(250, Math.max(30, each)) / 10) * 10;
}

/** Notes that fit into `tokens` together: the longest are shortened first, at the ends of their lines or sentences. */
export function fitNotes(
  notes: readonly string[],
  tokens: number,
): { readonly notes: readonly string[]; readonly shortened: number } {
  const clean = notes.map(cleanText);
  const most = mostEach(clean.map(estimateTokens), tokens);
  const fitting = clean.map((text) => shorten(text, most));
  return { notes: fitting, shortened: fitting.filter((text, index) => text !== clean[index]).length };
}

/** What each may take at most so that all fit: short ones leave the others more. */
function mostEach(sizes: readonly number[], tokens: number): number {
  let left = Math.max(0, tokens);
  const sorted = sizes.toSorted((a, b) => a - b);
  for (const [index, size] of sorted.entries()) {
    const share = Math.floor(left / (sorted.length - index));
    if (size > share) return share;
    left -= size;
  }
  return Infinity;
}

function shorten(text: string, tokens: number): string {
  if (estimateTokens(text) <= tokens) return text;
  let kept = '';
  for (const piece of text.split(/(?<=\n)|(?<=[.!?。]["”’)\]]* )/u)) {
    if (estimateTokens(`${kept}${piece}`) > tokens) break;
    kept += piece;
  }
  return kept.trimEnd();
}
