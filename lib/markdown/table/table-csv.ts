import type { Cell } from '../nodes';
import { inlineText } from '../plain-text';

/** A cell's words, without marks and citations. */
export function cellText(cell: Cell): string {
  return inlineText(cell).trim();
}

/** Rows of plain cells as CSV (RFC 4180): CR LF between rows, quotes where a cell needs them. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(quote).join(',') + '\r\n').join('');
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
