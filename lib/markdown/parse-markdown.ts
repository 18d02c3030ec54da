import { blockTokens, toBlocks } from './blocks';
import { parseInlines } from './inlines';
import { createCappedStream } from './capped-stream';
import type { Block } from './nodes';
import { normalizeSource } from './normalize-source';
import { createReferenceScope } from './references';
import { MAX_BLOCK_LENGTH } from './top-level';

/** Parses a whole Markdown text at once. Never throws, drops no text. */
export function parseMarkdown(text: string): readonly Block[] {
  if (text.length > MAX_BLOCK_LENGTH) return parseLong(text);
  const { env } = createReferenceScope(new Map());
  const tokens = blockTokens(normalizeSource(text), env);
  return toBlocks(tokens, 0, (source) => parseInlines(source, env));
}

/** A long text may hold a block that is too long for one: the stream knows where to cut it. */
function parseLong(text: string): readonly Block[] {
  const stream = createCappedStream();
  stream.append(text);
  return stream.finish().finished;
}
