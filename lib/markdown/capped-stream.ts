import { createLineBreaker } from './break-lines';
import { overflow } from './inlines';
import { createMarkdownStream, type MarkdownDocument, type MarkdownStream } from './markdown-stream';
import type { Block } from './nodes';
import { createSourceReader } from './read-source';

/**
 * An answer is read as Markdown up to the end of the line on which this many UTF-16 units are full: about 250,000
 * tokens. What follows is shown as it was written, a few nodes for each page of it.
 */
export const MAX_MARKDOWN_LENGTH = 1_000_000;
/** How far that line's end may be. */
const SEARCH = 10_000;
/** Plain text is dealt out in paragraphs of whole lines that are about as long as this. */
const PARAGRAPH_LENGTH = 4_000;
/** Above every number of a line. */
const FIRST_KEY = 1e9;

/** Makes a stream that reads no more than `cap` UTF-16 units as Markdown. Nothing is dropped. */
export function createCappedStream(cap = MAX_MARKDOWN_LENGTH): MarkdownStream {
  const stream = createMarkdownStream();
  const reader = createSourceReader();
  const breakLines = createLineBreaker();
  let taken = 0;
  /** Finished blocks of both kinds, once the cap is reached. */
  let finished: Block[] | null = null;
  let plain = '';
  let plainBlocks = 0;

  function append(text: string): MarkdownDocument {
    const source = reader.read(text);
    if (finished !== null) return appendPlain(finished, source);
    const cut = cutIn(source);
    taken += source.length;
    if (cut === -1) return stream.append(source);
    const appended = stream.append(source.slice(0, cut));
    const ended = stream.finish();
    finished = [...ended.finished];
    const { tail } = appendPlain(finished, source.slice(cut));
    return { finished, revised: [...appended.revised, ...ended.revised], tail };
  }

  /** Where in a piece of the text Markdown ends; -1 where it does not. */
  function cutIn(source: string): number {
    const from = Math.max(0, cap - taken);
    const limit = cap + SEARCH - taken;
    if (source.length <= from) return -1;
    const line = source.indexOf('\n', from);
    if (line !== -1 && line < limit) return line + 1;
    if (source.length < limit) return -1;
    const unit = source.charCodeAt(limit - 1);
    return unit >= 0xd800 && unit <= 0xdbff ? limit + 1 : limit;
  }

  function appendPlain(blocks: Block[], source: string): MarkdownDocument {
    plain += breakLines(source);
    for (
      let end = plain.indexOf('\n', PARAGRAPH_LENGTH);
      end !== -1;
      end = plain.indexOf('\n', PARAGRAPH_LENGTH)
    ) {
      blocks.push(plainBlock(plain.slice(0, end + 1)));
      plainBlocks++;
      plain = plain.slice(end + 1);
    }
    return { finished: blocks, revised: [], tail: plain === '' ? [] : [plainBlock(plain)] };
  }

  function plainBlock(text: string): Block {
    return { type: 'paragraph', key: FIRST_KEY + plainBlocks, children: overflow(text) };
  }

  return {
    append,
    finish() {
      const rest = append(reader.end());
      if (finished === null) {
        const ended = stream.finish();
        return { ...ended, revised: [...rest.revised, ...ended.revised] };
      }
      finished.push(...rest.tail);
      plain = '';
      return { finished, revised: rest.revised, tail: [] };
    },
  };
}
