import type { Cell, TableNode } from './nodes';
import { inlineText } from './plain-text';

/** The table as CSV (RFC 4180): CR LF between rows, quotes where a cell needs them. */
export function tableToCsv(table: TableNode): string {
  return toCsv([table.head, ...table.rows.map((row) => row.cells)].map((cells) => cells.map(cellText)));
}

/** Rows of plain cells as CSV (RFC 4180). */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(quote).join(',') + '\r\n').join('');
}

function cellText(cell: Cell): string {
  return inlineText(cell).trim();
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
