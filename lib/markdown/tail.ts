import type { Token } from 'markdown-it';
import { blockTokens, isClosed, toBlocks } from './blocks';
import { closeInline } from './close-inline';
import { completeTable, holdBack, mayCloseFence } from './hold-back';
import type { InlineCache } from './inline-cache';
import { MAX_INLINE_LENGTH } from './inlines';
import type { Block } from './nodes';
import { pendReferences } from './pending-references';
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
  const { shown, scope, tokens } = readShown(source, definitions);
  const growing = growingLeaf(tokens, shown);
  const table = growing !== null && isInParagraph(tokens, growing) ? completeTable(shown) : null;
  if (table !== null) return readTable(table, shown, firstLine, definitions, cache);
  return blocksOf(scope, tokens, growing, firstLine, definitions, cache);
}

/** Reads the source without what is held back at its end, unless that stands in code, where signs mean nothing. */
function readShown(source: string, definitions: References) {
  const shown = holdBack(source);
  if (shown !== source) {
    const whole = { shown: source, ...read(source, definitions) };
    if (goesOnInCode(whole.tokens, source, shown.length)) return whole;
  }
  return { shown, ...read(shown, definitions) };
}

/** Whether what is held back from `at` on belongs to code that began before it, or is indented code itself. */
function goesOnInCode(tokens: readonly Token[], source: string, at: number): boolean {
  const last = tokens.findLast((token) => token.nesting !== -1);
  const line = source.slice(0, at).split('\n').length - 1;
  const isBefore = (last?.map?.[0] ?? 0) < line;
  if (last?.type === 'code_block') return isBefore || /^(?: {4}|\t)/.test(source.slice(at));
  return last?.type === 'fence' && isBefore && !isClosed(last) && !mayCloseFence(source);
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
  const scope = createReferenceScope(definitions, true);
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
  const readInlines = (inline: string, isGrowing: boolean) => {
    const closed = isGrowing && inline.length <= MAX_INLINE_LENGTH ? closeInline(inline) : inline;
    return cache.read(pendReferences(closed, scope.env), scope, inForce);
  };
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
