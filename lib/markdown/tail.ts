import type { Token } from 'markdown-it';
import { blockTokens, toBlocks } from './blocks';
import { closeInline } from './close-inline';
import { completeTable, holdBackLine } from './hold-back';
import type { InlineCache } from './inline-cache';
import { MAX_INLINE_LENGTH } from './inlines';
import type { Block } from './nodes';
import { createReferenceScope, type References } from './references';

/**
 * Reads a stream's unfinished source as it will most likely end. `firstLine` is its line in the document,
 * `definitions` are the link definitions of what is finished.
 */
export function readTail(
  source: string,
  firstLine: number,
  definitions: References,
  cache: InlineCache,
): readonly Block[] {
  const shown = holdBackLine(source);
  const { scope, tokens } = read(shown, definitions);
  const growing = growingLeaf(tokens, shown);
  const table = growing !== null && isInParagraph(tokens, growing) ? completeTable(shown) : null;
  if (table !== null) return readTable(table, shown, firstLine, definitions, cache);
  return blocksOf(scope, tokens, growing, firstLine, definitions, cache);
}

function readTable(
  table: string,
  shown: string,
  firstLine: number,
  definitions: References,
  cache: InlineCache,
): readonly Block[] {
  const { scope, tokens } = read(table, definitions);
  const growing = shown.includes('\n', shown.lastIndexOf('|')) ? null : growingLeaf(tokens, table);
  return blocksOf(scope, tokens, growing, firstLine, definitions, cache);
}

function read(source: string, definitions: References) {
  const scope = createReferenceScope(definitions);
  return { scope, tokens: blockTokens(source, scope.env) };
}

function blocksOf(
  scope: ReturnType<typeof createReferenceScope>,
  tokens: readonly Token[],
  growing: Token | null,
  firstLine: number,
  definitions: References,
  cache: InlineCache,
): readonly Block[] {
  const inForce =
    scope.found.size === 0 ? `${definitions.size}` : JSON.stringify([definitions.size, ...scope.found]);
  const readInlines = (inline: string, isGrowing: boolean) =>
    cache.read(isGrowing && inline.length <= MAX_INLINE_LENGTH ? closeInline(inline) : inline, scope, inForce);
  return toBlocks(tokens, firstLine, readInlines, growing);
}

/** The leaf that the next characters will go on writing, if the source ends in one. */
function growingLeaf(tokens: readonly Token[], source: string): Token | null {
  if (/\n[ \t]*\n[ \t]*$/.test(source.slice(-200))) return null;
  const index = tokens.findLastIndex((token) => token.nesting !== -1 && !isEmptyCell(token));
  const last = tokens[index];
  if (last?.type !== 'inline') return null;
  return !source.endsWith('\n') || tokens[index - 1]?.type === 'paragraph_open' ? last : null;
}

function isInParagraph(tokens: readonly Token[], inline: Token): boolean {
  return tokens[tokens.lastIndexOf(inline) - 1]?.type === 'paragraph_open';
}

/** A table's row is filled up with empty cells; the one being written comes before them. */
function isEmptyCell(token: Token): boolean {
  return token.type === 'td_open' || (token.type === 'inline' && token.content === '');
}
