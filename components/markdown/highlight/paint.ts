import type { CodeSpan } from './code-tokens';

/**
 * Paints spans of a text node by the CSS Custom Highlight API: no nodes are added, `::highlight(code-keyword)` and its
 * like in styles/code.css give the colours. The text starts at `offset` of what the spans were found in. The returned
 * function takes the colours off again.
 */
export function paint(text: Text, offset: number, spans: readonly CodeSpan[]): () => void {
  const painted = spans.map(({ kind, start, end }) => {
    const range = new StaticRange({
      startContainer: text,
      startOffset: Math.max(start - offset, 0),
      endContainer: text,
      endOffset: Math.min(end - offset, text.length),
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
