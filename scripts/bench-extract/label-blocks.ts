import { countWords } from './score.ts';

/**
 * How much of each block belongs to the wanted text, 0 to 1. The wanted words are handed out: long blocks that run like
 * the wanted text take theirs first, so that a menu's "Home" gets none of an article's.
 */
export function labelBlocks(texts: readonly string[], wanted: string): number[] {
  const runs = new Set(runsOf(wanted));
  const left = countWords(wanted);
  const labels = new Array<number>(texts.length).fill(0);
  const byLength = texts.map((text, index) => ({ index, words: wordsOf(text) }));
  byLength.sort((a, b) => b.words.length - a.words.length);
  for (const { index, words } of byLength) {
    if (words.length === 0) continue;
    const own = runsOf(texts[index] ?? '');
    const covered = own.length === 0 ? 1 : own.filter((run) => runs.has(run)).length / own.length;
    let there = 0;
    for (const [word, count] of countWords(texts[index] ?? '')) {
      const given = Math.min(count, left.get(word) ?? 0);
      there += given;
      if (covered >= 0.5) left.set(word, (left.get(word) ?? 0) - given);
    }
    labels[index] = Math.min(covered, there / words.length);
  }
  return labels;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
}

/** Four words in a row; of shorter texts all of them. */
function runsOf(text: string): string[] {
  const words = wordsOf(text);
  const runs: string[] = [];
  for (let at = 0; at + 4 <= words.length; at += 1) runs.push(words.slice(at, at + 4).join(' '));
  return runs;
}
