import type { Block } from '../../../lib/markdown/nodes';
import { createMarkdownStream } from '../../../lib/markdown/markdown-stream';

/** Streams the chunks and returns the blocks at the end. */
export function stream(chunks: readonly string[]): readonly Block[] {
  const markdown = createMarkdownStream();
  for (const chunk of chunks) markdown.append(chunk);
  return markdown.finish().finished;
}
