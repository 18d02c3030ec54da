import { describe, expect, it } from 'vitest';
import { describeChart } from '../../../../lib/markdown/chart/describe-chart';
import { readChart } from '../../../../lib/markdown/chart/read-chart';

function told(spec: object): string {
  const reading = readChart(JSON.stringify(spec));
  if (reading.type !== 'chart') throw new Error(reading.reason);
  return describeChart(reading.chart, 'en-US');
}

const sales = [
  { quarter: 'Q1', region: 'North', sales: 28_000 },
  { quarter: 'Q1', region: 'South', sales: 18_000 },
  { quarter: 'Q2', region: 'North', sales: 43_500 },
  { quarter: 'Q2', region: 'South', sales: null },
];

describe('describeChart', () => {
  it('tells form, axes, range, extremes and course of a line', () => {
    const values = [1985, 1992, 1993, 2000].map((year, index) => ({ year, cars: [140, 190, 127, 155][index] }));
    expect(
      told({
        description: 'Traffic on the bridge.',
        data: { values },
        mark: 'line',
        encoding: { x: { field: 'year', type: 'quantitative' }, y: { field: 'cars', type: 'quantitative' } },
      }),
    ).toBe(
      'Traffic on the bridge. Line chart. year from 1985 to 2000. cars from 127 to 190. ' +
        'Highest: 190 at 1992; lowest: 127 at 1993. Overall it rises from 140 to 155.',
    );
  });

  it('tells series, and dates as exactly as they are given', () => {
    const values = ['2024-01', '2024-02', '2024-03'].flatMap((month, index) => [
      { month, town: 'Ulm', rain: 50 - index },
      { month, town: 'Kiel', rain: 60 + index },
    ]);
    expect(
      told({
        data: { values },
        mark: 'line',
        encoding: {
          x: { field: 'month', type: 'temporal', title: 'Month' },
          y: { field: 'rain', type: 'quantitative' },
          color: { field: 'town' },
        },
      }),
    ).toBe(
      'Line chart with 2 series (Ulm, Kiel). Month from Jan 2024 to Mar 2024. rain from 48 to 62. ' +
        'Highest: 62 at Mar 2024, Kiel; lowest: 48 at Mar 2024, Ulm. Ulm falls from 50 to 48. Kiel rises from 60 to 62.',
    );
  });

  it.each([
    ['Stacked bar chart with 2 series (North, South)', {}],
    [
      'Bar chart, stacked to 100 % with 2 series (North, South)',
      { y: { field: 'sales', type: 'quantitative', stack: 'normalize' } },
    ],
    ['Grouped bar chart with 2 series (North, South)', { xOffset: { field: 'region' } }],
  ])('says %s', (form, change) => {
    expect(
      told({
        data: { values: sales },
        mark: 'bar',
        encoding: {
          x: { field: 'quarter' },
          y: { field: 'sales', type: 'quantitative' },
          color: { field: 'region' },
          ...change,
        },
      }),
    ).toBe(
      `${form}. quarter: 2 categories (Q1, Q2). sales from 18,000 to 43,500. ` +
        'Highest: 43,500 at Q2, North; lowest: 18,000 at Q1, South.',
    );
  });

  it('adds up as the chart does', () => {
    expect(
      told({
        data: { values: sales },
        mark: 'bar',
        encoding: { x: { aggregate: 'sum', field: 'sales' }, y: { field: 'region' } },
      }),
    ).toBe(
      'Horizontal bar chart. region: 2 categories (North, South). Sum of sales from 18,000 to 71,500. ' +
        'Highest: 71,500 at North; lowest: 18,000 at South.',
    );
  });

  it('tells shares of a pie', () => {
    expect(
      told({
        data: {
          values: [
            { a: 'x', v: 1 },
            { a: 'y', v: 3 },
          ],
        },
        mark: { type: 'arc', innerRadius: 30 },
        encoding: { theta: { field: 'v', type: 'quantitative' }, color: { field: 'a' } },
      }),
    ).toBe('Ring chart. a: 2 categories (x, y). v from 1 to 3. Highest: 3 (75 %) at y; lowest: 1 (25 %) at x.');
  });

  it('tells histograms, scatter plots, heat maps, panels and many names shortly', () => {
    const values = Array.from({ length: 12 }, (_, n) => ({ n, m: n * n, name: `name ${n % 7}`, size: n }));
    const of = (mark: string, encoding: object) => told({ data: { values }, mark, encoding });
    const [n, m] = ['n', 'm'].map((field) => ({ field, type: 'quantitative' }));
    expect(of('bar', { x: { field: 'n', bin: true }, y: { aggregate: 'count' } })).toBe(
      'Histogram. n from 0 to 11. 12 values are counted.',
    );
    expect(of('point', { x: n, y: m })).toMatch(/^Scatter plot\. n from 0 to 11\. m from 0 to 121\./);
    expect(of('circle', { x: n, y: m, size: { field: 'size', type: 'quantitative' } })).toMatch(/^Bubble chart\./);
    expect(of('rect', { x: { field: 'name' }, y: { field: 'n', type: 'ordinal' }, color: m })).toMatch(
      /^Heat map with 12 series/,
    );
    expect(of('bar', { x: { field: 'name' }, y: { ...m, aggregate: 'mean' } })).toContain(
      'name: 7 categories (name 0, name 1, name 2, name 3, name 4 and 2 more)',
    );
    expect(of('line', { x: n, y: m, column: { field: 'name' } })).toContain('in 7 panels (');
  });
});
