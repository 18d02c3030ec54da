import { showHidden } from '../domain/hidden-characters';
import { readPictureReference } from '../domain/pictures/picture-reference';
import { readChart } from './chart/read-chart';
import type { Block, CodeNode, Inline } from './nodes';

/** Stands for what is no text, such as a formula, so that the words beside it don't run together. */
export const NO_TEXT = '\ufffc';

/**
 * What a reader sees of blocks, run by run: a paragraph, a heading, a cell, a code block each. Marks, citations and whatever
 * Aside says of its own around them are no part of it. Of a chart it is the title.
 */
export function shownRuns(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap(runsOf).filter((run) => run.trim() !== '');
}

function runsOf(block: Block): readonly string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [shownInline(block.children)];
    case 'quote':
    case 'footnote':
      return shownRuns(block.children);
    case 'list':
      return block.items.flatMap(({ children }) => shownRuns(children));
    case 'code':
      return [shownCode(block)];
    case 'table':
      return [block.head, ...block.rows.map(({ cells }) => cells)].flatMap((cells) => cells.map(shownInline));
    case 'math-block':
    case 'rule':
      return [];
  }
}

function shownCode({ language, text }: CodeNode): string {
  const chart = language === 'vega-lite' ? readChart(text) : null;
  return chart?.type === 'chart' ? (chart.chart.title ?? '') : showHidden(text.replace(/\n$/, ''));
}

function shownInline(nodes: readonly Inline[]): string {
  return nodes.map(shownNode).join('');
}

function shownNode(node: Inline): string {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'inline-code':
      return showHidden(node.text);
    case 'line-break':
      return '\n';
    case 'image':
      return showHidden(node.alt.trim() || node.title || (isPicture(node.destination) ? '' : 'Image'));
    case 'math':
      return NO_TEXT;
    case 'citation':
    case 'hidden':
    case 'footnote-reference':
      return '';
    default:
      return shownInline(node.children);
  }
}

/** A picture needs no word to stand for it; one that is not kept says why. */
function isPicture(destination: string): boolean {
  const reference = readPictureReference(destination);
  return reference !== null && 'id' in reference;
}
