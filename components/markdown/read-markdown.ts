import type { ReadableText } from '../../lib/domain/growing-text';
import { createCappedStream } from '../../lib/markdown/capped-stream';
import type { MarkdownDocument, MarkdownStream } from '../../lib/markdown/markdown-stream';
import { parseMarkdown } from '../../lib/markdown/parse-markdown';
import { createSections, type Sections, type Volume } from './sections';

/**
 * Turns the first `length` units of a text into what is drawn, at the cost of what was added since it was asked last.
 * A text may grow and stay the same object; given as another object it is compared with what was read before.
 */
export type ReadMarkdown = (text: ReadableText, length: number, streaming: boolean) => readonly Volume[];

/** Makes a reader for one answer. `onAdded` hears what comes while it streams. */
export function createReadMarkdown(onAdded?: (text: string) => void): ReadMarkdown {
  let read: ReadableText = '';
  let consumed = 0;
  /** Null before the first text, and when the text was read to its end. */
  let stream: MarkdownStream | null = null;
  let sections: Sections = createSections();
  let drawn: readonly Volume[] = [];

  /** Whether a text begins with what was read of the one before. */
  function goesOn(text: ReadableText, length: number): boolean {
    if (length < consumed) return false;
    return text === read || text.slice(0, consumed) === read.slice(0, consumed);
  }

  function documentOf(text: ReadableText, length: number, streaming: boolean): MarkdownDocument {
    if (stream === null) {
      sections = createSections();
      consumed = 0;
      if (!streaming) return { finished: parseMarkdown(text.slice(0, length)), revised: [], tail: [] };
      stream = createCappedStream();
    }
    const added = text.slice(consumed, length);
    const appended = stream.append(added);
    onAdded?.(added);
    if (streaming) return appended;
    const ended = stream.finish();
    stream = null;
    return { ...ended, revised: [...appended.revised, ...ended.revised] };
  }

  return (text, wanted, streaming) => {
    const length = Math.min(wanted, text.length);
    if (!goesOn(text, length)) stream = null;
    else if (stream === null && !streaming && length === consumed && drawn.length > 0) return drawn;
    const document = documentOf(text, length, streaming);
    read = text;
    consumed = length;
    drawn = sections.update(document);
    return drawn;
  };
}
