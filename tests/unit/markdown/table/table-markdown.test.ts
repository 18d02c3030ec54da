import { expect, it } from 'vitest';
import type { TableNode } from '../../../../lib/markdown/nodes';
import { parseMarkdown } from '../../../../lib/markdown/parse-markdown';
import { tableToMarkdown } from '../../../../lib/markdown/table/table-markdown';

function readTable(source: string): TableNode {
  const [table] = parseMarkdown(source);
  if (table?.type !== 'table') throw new Error('no table');
  return table;
}

const write = (table: TableNode) =>
  tableToMarkdown(
    table.head,
    table.rows.map((row) => row.cells),
    table.aligns,
  );

it('writes a table with its marks and without its citations', () => {
  const table = readTable(
    '| a | b | c |\n|:-:|--:|---|\n| **x** *y* ~~z~~ [b3] | [l](http://a.example "t") | `co\\|de` |\n',
  );
  expect(write(table)).toBe(
    '| a | b | c |\n| :---: | ---: | --- |\n| **x** *y* ~~z~~ | [l](http://a.example "t") | `co\\|de` |\n',
  );
});

it.each([
  'plain | words',
  '**bold** *it* ***both*** | `code` `` a`b ``',
  'a\\|b | \\*stars\\* \\_under\\_ \\`tick\\`',
  '[link](http://a.example/x_y "with \\"title\\"") | ![alt](http://a.example/i.png)',
  '2 \\* 3 \\< 4 | \\~5 \\[x\\]',
])('reads back as it was: %s', (row) => {
  const table = readTable(`| one | two |\n| :--- | --- |\n| ${row} |\n`);
  const again = readTable(write(table));
  expect(again.head).toEqual(table.head);
  expect(again.aligns).toEqual(table.aligns);
  expect(again.rows.map(({ cells }) => cells)).toEqual(table.rows.map(({ cells }) => cells));
});
