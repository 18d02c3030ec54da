import { withoutHidden } from '../../domain/hidden-characters';
import type { Block, Cell, ListItemNode, ListNode } from '../nodes';
import { copiedInline } from './copied-inline';

/**
 * Blocks as plain text for the clipboard: a blank line between them, list markers kept, code verbatim, tables as rows
 * with tabs, formulas as LaTeX, no citations.
 */
export function copiedText(blocks: readonly Block[]): string {
  return blocks.map(blockText).filter(Boolean).join('\n\n');
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return copiedInline(block.children)
        .replace(/[ \t]*\n[ \t]*/g, '\n')
        .trim();
    case 'quote':
      return copiedText(block.children);
    case 'footnote':
      return `[${block.label}] ${copiedText(block.children)}`;
    case 'list':
      return listText(block);
    case 'code':
      return withoutHidden(block.text).replace(/\n$/, '');
    case 'math-block':
      return `$$\n${block.tex.trim()}\n$$`;
    case 'table':
      return [block.head, ...block.rows.map((row) => row.cells)].filter(hasWords).map(rowText).join('\n');
    case 'rule':
      return '';
  }
}

function listText(list: ListNode): string {
  const items = list.items.map((item, index) => itemText(item, markerOf(list, item, index), list.tight));
  return items.filter(Boolean).join(list.tight ? '\n' : '\n\n');
}

function markerOf({ start }: ListNode, { checked }: ListItemNode, index: number): string {
  const marker = start === null ? '- ' : `${start + index}. `;
  return checked === null ? marker : `${marker}[${checked ? 'x' : ' '}] `;
}

/** Lines below the first stand below its words; code keeps its own beginnings of lines. */
function itemText(item: ListItemNode, marker: string, tight: boolean): string {
  const indent = ' '.repeat(marker.startsWith('-') ? 2 : marker.indexOf(' ') + 1);
  const parts = item.children.map((child) => {
    const text = blockText(child);
    return child.type === 'code' ? text : text.replaceAll('\n', `\n${indent}`).replace(/^ +$/gm, '');
  });
  const [first = '', ...rest] = parts;
  const below = rest.filter(Boolean).map((text, index) => {
    const child = item.children[index + 1];
    const gap = tight && child?.type !== 'code' ? '\n' : '\n\n';
    return child?.type === 'code' ? gap + text : gap + indent + text;
  });
  return first === '' && below.length === 0 ? '' : marker + first + below.join('');
}

function hasWords(cells: readonly Cell[]): boolean {
  return cells.some((cell) => copiedInline(cell).trim() !== '');
}

function rowText(cells: readonly Cell[]): string {
  return cells.map((cell) => copiedInline(cell).replace(/\s+/g, ' ').trim()).join('\t');
}
