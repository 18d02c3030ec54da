import type { BenchTable } from './bench-part.ts';

/** Writes a table as Markdown, its columns aligned: the first to the left, the others to the right. */
export function printTable({ title, head, rows }: BenchTable): void {
  const widths = head.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0), 3),
  );
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => pad(cells[column] ?? '', width, column)).join(' | ')} |`;
  const rule = widths.map((width, column) => '-'.repeat(width - 1) + (column === 0 ? '-' : ':'));
  console.log(`\n${title}\n\n${[line(head), line(rule), ...rows.map(line)].join('\n')}`);
}

function pad(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}
