import { withoutHidden } from '../../domain/hidden-characters';
import type { Inline } from '../nodes';

/** Running text as it is copied: no marks, no citations, nothing hidden, formulas as LaTeX. */
export function copiedInline(nodes: readonly Inline[]): string {
  return nodes.map(oneText).join('');
}

function oneText(node: Inline, index: number, nodes: readonly Inline[]): string {
  switch (node.type) {
    case 'text':
      // The space before a citation goes with it.
      return nodes[index + 1]?.type === 'citation' ? node.text.trimEnd() : node.text;
    case 'inline-code':
      return withoutHidden(node.text);
    case 'line-break':
      return '\n';
    case 'image':
      return withoutHidden(node.alt);
    case 'citation':
    case 'hidden':
      return '';
    case 'footnote-reference':
      return `[${node.label}]`;
    case 'math':
      return node.display ? `$$${node.tex}$$` : `$${node.tex}$`;
    default:
      return copiedInline(node.children);
  }
}
