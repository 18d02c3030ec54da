import type { Attachment } from 'svelte/attachments';
import { codeSpans, type CodeSpan } from './code-tokens';

/**
 * Colours the text of an element by the CSS Custom Highlight API: no nodes are added, `::highlight(code-keyword)` and
 * its like in styles/code.css give the colours. The colours go when the element does.
 */
export function highlightCode(code: string, language: string): Attachment {
  return (element) => {
    let gone = false;
    let erase = () => {};
    void codeSpans(code, language).then((spans) => {
      const text = element.firstChild;
      if (!gone && text instanceof Text && text.data === code) erase = paint(text, spans);
    });
    return () => {
      gone = true;
      erase();
    };
  };
}

/** Paints spans of a text node; the returned function takes them off again. */
function paint(text: Text, spans: readonly CodeSpan[]): () => void {
  const painted = spans.map(({ kind, start, end }) => {
    const range = new StaticRange({
      startContainer: text,
      startOffset: start,
      endContainer: text,
      endOffset: end,
    });
    const highlight = registered(`code-${kind}`);
    highlight.add(range);
    return { highlight, range };
  });
  return () => {
    for (const { highlight, range } of painted) highlight.delete(range);
  };
}

function registered(name: string): Highlight {
  const highlight = CSS.highlights.get(name) ?? new Highlight();
  CSS.highlights.set(name, highlight);
  return highlight;
}
