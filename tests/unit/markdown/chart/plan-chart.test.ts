import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planChart, type ChartPlan } from '../../../../lib/markdown/chart/plan-chart';
import { readChart } from '../../../../lib/markdown/chart/read-chart';

const folder = 'tests/fixtures/charts';
const gallery = readdirSync(folder).map((file) => file.replace('.json', ''));

/** Letters of one width: 6 pixels. */
const room = (width = 304) => ({ width, measure: (text: string) => text.length * 6 });

function plan(name: string, width?: number): ChartPlan {
  return planOf(readFileSync(`${folder}/${name}.json`, 'utf8'), width);
}

function planOf(text: string, width?: number): ChartPlan {
  const reading = readChart(text);
  if (reading.type !== 'chart') throw new Error(reading.reason);
  return planChart(reading.chart, room(width), 'id');
}

const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);

describe('planChart', () => {
  it.each(gallery)('hands on nothing that a model wrote as data, and keeps within a screen: %s', (name) => {
    const { rows, height, titles } = plan(name);
    for (const value of rows.flatMap((row) => Object.values(row))) {
      expect(value === null || typeof value === 'number').toBe(true);
    }
    expect(rows.length).toBeGreaterThan(0);
    expect(titles.length).toBeGreaterThan(0);
    expect(height).toBeGreaterThanOrEqual(196);
    expect(height).toBeLessThanOrEqual(800);
  });

  it('lays bars with long names down in a narrow room only', () => {
    const [narrow, wide] = [plan('bar-long-names'), plan('bar-long-names', 1200)];
    expect([narrow.main, wide.main]).toEqual(['y', 'x']);
    expect(at(narrow.encoding, 'y', 'sort')).toBe('-x');
    expect(at(wide.encoding, 'y', 'sort')).toBeUndefined();
  });

  it('keeps months in their order, at a slant', () => {
    const { names, encoding } = plan('bar-months');
    expect(names[0]?.slice(0, 3)).toEqual(['January', 'February', 'March']);
    expect(at(encoding, 'x', 'axis', 'labelAngle')).toBe(-45);
  });

  it('gives dates under bars places of their own, and room for their marks', () => {
    const { encoding, names } = plan('bar-dates');
    expect(at(encoding, 'x', 'type')).toBe('ordinal');
    expect(at(encoding, 'x', 'timeUnit')).toBeUndefined();
    expect(names).toContainEqual(expect.arrayContaining(['2024', 'Feb']));
    expect(names).toContainEqual(expect.arrayContaining(['Jan 2024', 'Feb 2024']));
  });

  it('shortens long numbers, and lets a logarithm begin below the least', () => {
    expect(at(plan('line-series').encoding, 'y', 'axis', 'format')).toMatch(/^compact:/);
    expect(at(plan('bar-vertical').encoding, 'y', 'axis', 'format')).toBe('full');
    expect(at(plan('line-years').encoding, 'x', 'axis', 'format')).toBe('d');
    expect(at(plan('log-bars').encoding, 'x2')).toEqual({ datum: 100_000 });
  });

  it('tells lines apart by dashes and points by shapes', () => {
    expect(plan('line-series').encoding).toHaveProperty('strokeDash');
    expect(plan('line-many-series').encoding).toHaveProperty('strokeDash');
    expect(plan('scatter').encoding).toHaveProperty('shape');
  });

  it('makes of columns of bars bars side by side, and of narrow panels rows of them', () => {
    const grouped = plan('bar-grouped-columns');
    expect(grouped.panels).toBeNull();
    expect(grouped.encoding).toHaveProperty('xOffset');
    expect(plan('facet-columns').panels).toMatchObject({ across: 2, down: 2 });
    expect(plan('facet-columns', 900).panels).toMatchObject({ across: 4, down: 1 });
  });

  it('passes no title and no odd format to where Vega-Lite writes expressions', () => {
    const { encoding, titles } = planOf(
      JSON.stringify({
        data: { values: [{ a: 'x', b: 1 }] },
        mark: 'bar',
        encoding: {
          x: { field: 'a', title: '\\"+alert(1)+\\"' },
          y: { field: 'b', type: 'quantitative', axis: { format: '")+alert(1)+("' } },
        },
      }),
    );
    expect(titles).toEqual(['\\"+alert(1)+\\"', 'b']);
    expect((at(encoding, 'tooltip') as { title: string }[]).map(({ title }) => title)).toEqual(['t0', 't1']);
    expect(JSON.stringify(at(encoding, 'y', 'axis'))).not.toContain('alert');
    expect(JSON.stringify(at(encoding, 'tooltip'))).not.toContain('alert');
  });
});
