import { expect, it } from 'vitest';
import { parseMarkdown } from '../../../../lib/markdown/parse-markdown';
import { cellText, toCsv } from '../../../../lib/markdown/table/table-csv';

it('writes a table as CSV without its marks', () => {
  const [table] = parseMarkdown('| a | **b** |\n|---|---|\n| `1` [b3] | x, "y" |\n| [l](http://a.example) | |\n');
  if (table?.type !== 'table') throw new Error('no table');
  const rows = [table.head, ...table.rows.map((row) => row.cells)].map((cells) => cells.map(cellText));
  expect(toCsv(rows)).toBe('a,b\r\n1,"x, ""y"""\r\nl,\r\n');
});

it('quotes line breaks', () => {
  expect(toCsv([['a\nb', 'c\rd']])).toBe('"a\nb","c\rd"\r\n');
});
