import { createMarkdownStream, type MarkdownStream } from '../../lib/markdown/markdown-stream';
import type { Block } from '../../lib/markdown/nodes';
import { parseMarkdown } from '../../lib/markdown/parse-markdown';
import { toSections, type Section } from './sections';

/** Turns a text that is given anew each time it has grown into sections, at the cost of what was added. */
export type ReadMarkdown = (text: string, streaming: boolean) => readonly Section[];

/** Makes a reader for one answer. */
export function createReadMarkdown(): ReadMarkdown {
  let stream: MarkdownStream | null = null;
  let consumed = '';
  let sections: readonly Section[] = [];
  /** The text that was read to its end last. */
  let finished: string | null = null;

  function blocksOf(text: string, streaming: boolean): readonly Block[] {
    if (stream !== null && !text.startsWith(consumed)) stream = null;
    if (stream === null) {
      if (!streaming) return parseMarkdown(text);
      stream = createMarkdownStream();
      consumed = '';
    }
    const { finished, tail } = stream.append(text.slice(consumed.length));
    consumed = text;
    if (streaming) return [...finished, ...tail];
    const ended = stream.finish().finished;
    stream = null;
    return ended;
  }

  return (text, streaming) => {
    if (finished === text && !streaming) return sections;
    sections = toSections(sections, blocksOf(text, streaming));
    finished = streaming ? null : text;
    return sections;
  };
}
