import { expect, test } from 'vitest';
import { parseMarkdown } from '../../../lib/markdown/parse-markdown';
import { NO_TEXT, shownRuns } from '../../../lib/markdown/shown-runs';

const runs = (source: string) => shownRuns(parseMarkdown(source));

test('runs are what is seen of each block, without marks, addresses and citations', () => {
  expect(runs('# A **bo**ld head\n\nSee [the *page*](https://example.com) [b12].\n\n- one\n- two `x`')).toEqual([
    'A bold head',
    'See the page .',
    'one',
    'two x',
  ]);
});

test('cells and code are runs of their own', () => {
  expect(runs('| a | b |\n|---|---|\n| 1 | **2** |\n\n```js\nlet a;\nlet b;\n```')).toEqual([
    'a',
    'b',
    '1',
    '2',
    'let a;\nlet b;',
  ]);
});

test('a formula parts the words beside it, a chart is its title', () => {
  expect(runs('an area of $x^2$ each')).toEqual([`an area of ${NO_TEXT} each`]);
  const chart = { title: 'Cars', mark: 'bar', encoding: {}, data: { values: [{ a: 1 }] } };
  const encoding = { x: { field: 'a', type: 'quantitative' } };
  expect(runs(`\`\`\`vega-lite\n${JSON.stringify({ ...chart, encoding })}\n\`\`\``)).toEqual(['Cars']);
  expect(runs('```vega-lite\n{"mark": 1}\n```')).toEqual(['{"mark": 1}']);
});
