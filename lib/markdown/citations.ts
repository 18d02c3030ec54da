import type { CitationNode } from './nodes';

const ID = String.raw`\^?b\d{1,6}`;
const IDS = String.raw`\s*${ID}(?:\s*[,;]\s*${ID})*\s*`;
const CITATION = new RegExp(String.raw`\[(${IDS})\]|【(${IDS})】`, 'gi');

/** Cuts text at its citations: `[b12]`, `[b12, b14]`, `【b12】`. Ids come out in lower case. */
export function splitCitations(text: string): readonly (string | CitationNode)[] {
  if (!text.includes('[') && !text.includes('【')) return [text];
  const pieces: (string | CitationNode)[] = [];
  let end = 0;
  for (const match of text.matchAll(CITATION)) {
    if (match.index > end) pieces.push(text.slice(end, match.index));
    pieces.push({ type: 'citation', ids: idsOf(match[1] ?? match[2] ?? '') });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}

function idsOf(list: string): readonly string[] {
  return [...new Set(list.toLowerCase().match(/b\d+/g))];
}
