import type { Attachment } from 'svelte/attachments';
import type { CodeSpan } from './code-tokens';
import { keptSpans } from './kept-spans';
import { paint } from './paint';
import { watchNear } from './watch-near';

/** Some lines of code. */
interface Piece {
  readonly element: Element;
  readonly text: Text;
  /** Where in the code it starts. */
  readonly offset: number;
}

/**
 * Keeps the pieces of finished code coloured while they are near the view. Tokens are looked for when the first piece
 * comes near, once; colours go when a piece goes far away or the element goes, for the browser looks at each range
 * again with every change of the page.
 */
export function keepColoured(code: string, grammar: string): Attachment {
  return (element) => {
    const stops = piecesOf(element).map((piece) => keepPieceColoured(piece, code, grammar));
    return () => {
      for (const stop of stops) stop();
    };
  };
}

function keepPieceColoured(piece: Piece, code: string, grammar: string): () => void {
  let near = false;
  let erase: (() => void) | null = null;

  function color(spans: readonly CodeSpan[]): void {
    if (near) erase ??= paint(piece.text, piece.offset, spansWithin(spans, piece.offset, piece.text.length));
  }

  function wipe(): void {
    erase?.();
    erase = null;
  }

  const unwatch = watchNear(piece.element, (isNear) => {
    near = isNear;
    if (isNear) void keptSpans(code, grammar).then(color);
    else wipe();
  });
  return () => {
    unwatch();
    near = false;
    wipe();
  };
}

function piecesOf(element: Element): readonly Piece[] {
  const pieces: Piece[] = [];
  let offset = 0;
  for (const child of element.children) {
    const text = child.firstChild;
    if (!(text instanceof Text)) continue;
    pieces.push({ element: child, text, offset });
    offset += text.length;
  }
  return pieces;
}

/** The spans that reach into a part of the code. */
function spansWithin(spans: readonly CodeSpan[], offset: number, length: number): readonly CodeSpan[] {
  return spans.filter(({ start, end }) => end > offset && start < offset + length);
}
