import { findHidden } from '../domain/hidden-characters';
import type { Inline } from './nodes';

/** The same nodes with what their texts hide as nodes of its own; the very same where nothing is hidden. */
export function splitHidden(nodes: readonly Inline[]): readonly Inline[] {
  const split = nodes.map((node) => (node.type === 'text' ? splitText(node.text) : null));
  if (split.every((pieces) => pieces === null)) return nodes;
  return nodes.flatMap((node, index) => split[index] ?? [node]);
}

function splitText(text: string): readonly Inline[] | null {
  const runs = findHidden(text);
  if (runs.length === 0) return null;
  const pieces: Inline[] = [];
  let at = 0;
  const pushText = (end: number): void => {
    if (end > at) pieces.push({ type: 'text', text: text.slice(at, end) });
  };
  for (const { start, end, label } of runs) {
    pushText(start);
    pieces.push({ type: 'hidden', text: text.slice(start, end), label });
    at = end;
  }
  pushText(text.length);
  return pieces;
}
