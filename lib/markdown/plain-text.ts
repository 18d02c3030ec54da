import type { Block, Inline } from './nodes';

/** The words of inline nodes, without marks; citations leave nothing behind. */
export function inlineText(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      switch (node.type) {
        case 'text':
        case 'inline-code':
          return node.text;
        case 'line-break':
          return '\n';
        case 'image':
          return node.alt;
        case 'citation':
        case 'hidden':
          return '';
        case 'footnote-reference':
          return '';
        case 'math':
          return node.tex;
        default:
          return inlineText(node.children);
      }
    })
    .join('');
}

/** The words of blocks, a line break between them. */
export function plainText(blocks: readonly Block[]): string {
  return blocks.map(blockText).filter(Boolean).join('\n').trim();
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.children).trim();
    case 'quote':
    case 'footnote':
      return plainText(block.children);
    case 'list':
      return block.items.map((item) => plainText(item.children)).join('\n');
    case 'code':
      return block.text.replace(/\n$/, '');
    case 'math-block':
      return block.tex;
    case 'table':
      return [block.head, ...block.rows.map((row) => row.cells)]
        .map((cells) => cells.map(inlineText).join(' | '))
        .join('\n');
    case 'rule':
      return '';
  }
}
