import { estimateTokens } from './budget';

/**
 * Cuts a text into pieces of at most `tokens` estimated tokens, each at the best place near its end: after a line, a sentence or
 * a word. Gives from where to where each goes, in UTF-16 units.
 */
export function cutText(text: string, tokens: number): readonly (readonly [number, number])[] {
  const pieces: (readonly [number, number])[] = [];
  for (let start = 0; start < text.length;) {
    const end = goodEnd(text, start, longestEnd(text, start, tokens));
    pieces.push([start, end]);
    start = end;
  }
  return pieces;
}

/** How far a piece from `start` on may reach. */
function longestEnd(text: string, start: number, tokens: number): number {
  let [least, most] = [start + 1, text.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (estimateTokens(text.slice(start, middle)) <= tokens) least = middle;
    else most = middle - 1;
  }
  return least;
}

function goodEnd(text: string, start: number, end: number): number {
  if (end >= text.length) return text.length;
  const half = start + (end - start) / 2;
  for (const mark of ['\n', '. ', '。', ' ']) {
    const at = text.lastIndexOf(mark, end - mark.length);
    if (at >= half) return at + mark.length;
  }
  // A pair of surrogates is one character.
  const cutsPair = /[\uDC00-\uDFFF]/.test(text.charAt(end)) && end - 1 > start;
  return cutsPair ? end - 1 : end;
}
