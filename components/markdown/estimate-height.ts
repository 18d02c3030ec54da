import { readPictureReference } from '../../lib/domain/pictures/picture-reference';
import type { Block, Inline } from '../../lib/markdown/nodes';

// Measures of styles/ at the panel's usual width.
const LINE = 22;
const CODE_LINE = 19;
const ROW = 34;
const GAP = 10;
const MATH_ROW = 34;
const CHART = 260;
const PICTURE_WIDTH = 328;
const PICTURE_HEIGHT = 420;
const CHARACTERS_PER_LINE = 46;

/** Guesses how high a block will be in CSS pixels, gap included, so that scrolling to it moves nothing much. */
export function estimateHeight(block: Block): number {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return textLines(block.children) * LINE + picturesHeight(block.children) + GAP;
    case 'quote':
    case 'footnote':
      return sumOf(block.children) + GAP;
    case 'list':
      return block.items.reduce((sum, item) => sum + sumOf(item.children) - (block.tight ? GAP / 2 : 0), GAP);
    case 'code':
      return block.language === 'vega-lite'
        ? CHART
        : Math.min(block.text.split('\n').length - 1, 24) * CODE_LINE + 64;
    case 'math-block':
      return mathRows(block.tex) * MATH_ROW + 2 * GAP;
    case 'table':
      return (block.rows.length + 1) * ROW + 40;
    case 'rule':
      return 2 * GAP;
  }
}

/** Rows of a formula as its line breaks tell. */
function mathRows(tex: string): number {
  return tex.split('\\\\').length;
}

function sumOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + estimateHeight(block), 0);
}

function textLines(nodes: readonly Inline[]): number {
  return Math.max(1, Math.ceil(textLength(nodes) / CHARACTERS_PER_LINE));
}

function picturesHeight(nodes: readonly Inline[]): number {
  return nodes.reduce((sum, node) => {
    if (node.type !== 'image') return sum;
    const reference = readPictureReference(node.destination);
    if (reference === null || 'problem' in reference) return sum;
    const { width, height } = reference;
    return sum + Math.min(height, PICTURE_HEIGHT, (PICTURE_WIDTH * height) / width);
  }, 0);
}

function textLength(nodes: readonly Inline[]): number {
  return nodes.reduce((sum, node) => {
    if ('children' in node) return sum + textLength(node.children);
    if (node.type === 'math') return sum + Math.ceil(node.tex.length / 2);
    return sum + ('text' in node ? node.text.length : 6);
  }, 0);
}
