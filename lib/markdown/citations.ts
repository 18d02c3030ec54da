import type { CitationNode } from './nodes';

const ID = String.raw`\^?(?:block )?b\d{1,6}`;
const IDS = String.raw`\s*${ID}(?:\s*(?:[,;]|[-–](?=\s*\^?b))\s*${ID})*\s*`;
/** What some models were taught to write behind a mark: `【b12†L3】`. */
const TAIL = String.raw`(?:†[^\]】\n]{0,40})?`;
const CITATION = new RegExp(String.raw`\[(${IDS})\]|【(${IDS})${TAIL}】`, 'gi');
/** Behind a word or a sign, not `[12]` at a text's start nor of code: `list[12]`, `[1][2] = 3`. */
const NUMBERS =
  /(?<=[\p{L}\p{N}\p{P}\s])(?:\[(\d{1,4}(?:\s*[,;]\s*\d{1,4})*)\]|【(\d{1,4})(?:†[^\]】\n]{0,40})?】)(?!\[(?!\d)|[(:\p{L}\p{N}])/gu;
/** Cuts text at its citations: `[b12]`, `[b12, b14]`, `【b12】`, ranges by their ends. Ids come out in lower case. */
export function splitCitations(text: string): readonly (string | CitationNode)[] {
  if (!text.includes('[') && !text.includes('【')) return [text];
  return cut(text, CITATION, (list) => ({ type: 'citation', ids: idsOf(list) }));
}

/** Cuts text at plain numbers in brackets that may be meant as citations, `[12]`; null where it has none. */
export function splitNumbers(text: string): readonly (string | CitationNode)[] | null {
  if (!text.includes('[') && !text.includes('【')) return null;
  const pieces = cut(text, NUMBERS, (list, written) => ({
    type: 'citation',
    ids: [...new Set(list.match(/\d+/g)?.map((number) => `b${Number(number)}`))],
    written,
  }));
  return pieces.length === 1 && pieces[0] === text ? null : pieces;
}

function cut(
  text: string,
  pattern: RegExp,
  node: (list: string, written: string) => CitationNode,
): readonly (string | CitationNode)[] {
  const pieces: (string | CitationNode)[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) pieces.push(text.slice(end, match.index));
    pieces.push(node(match[1] ?? match[2] ?? '', match[0]));
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}

function idsOf(list: string): readonly string[] {
  return [...new Set(list.toLowerCase().match(/b\d+/g))];
}
