import type { Attachment } from 'svelte/attachments';
import type { Align, RowNode } from '../../../lib/markdown/nodes';
import { patchRun } from '../inline/patch-inline';
import type { MarkdownContext } from '../markdown-context';

/** What each cell shows, so that a row that grows costs its new cells only. */
const shown = new WeakMap<Element, RowNode>();

/**
 * Keeps a row's cells equal to a node. They are built by hand: a table can have many thousands, and a component or an
 * effect for each would be most of its cost.
 */
export function showCells(
  row: RowNode,
  aligns: readonly Align[],
  context: MarkdownContext,
): Attachment<HTMLTableRowElement> {
  return (element) => {
    const before = shown.get(element);
    // The same row again: something it was drawn with has changed, e.g. what a citation stands for.
    const redraw = before === row;
    shown.set(element, row);
    for (const [column, cell] of row.cells.entries()) {
      const td = element.cells[column] ?? element.insertCell();
      const align = aligns[column] ?? null;
      td.className = align === null ? '' : `markdown-align-${align}`;
      if (redraw || before?.cells[column] !== cell) patchRun(td, cell, context);
    }
    while (element.cells.length > row.cells.length) element.deleteCell(-1);
  };
}
