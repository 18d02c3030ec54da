import { blockTokens, toBlocks } from './blocks';
import { parseInlines } from './inlines';
import type { Block } from './nodes';
import { createReferenceScope } from './references';

/** Line breaks as LF and no NUL, as CommonMark asks (sections 2.1 and 2.3). */
export function normalizeSource(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '\ufffd');
}

/** Parses a whole Markdown text at once. Never throws, drops no text. */
export function parseMarkdown(text: string): readonly Block[] {
  const { env } = createReferenceScope(new Map());
  const tokens = blockTokens(normalizeSource(text), env);
  return toBlocks(tokens, 0, (source) => parseInlines(source, env));
}
