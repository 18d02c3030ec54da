import { describe, expect, it } from 'vitest';
import { chartTable, readChart } from '../../../lib/markdown/chart-spec';

const base = {
  data: {
    values: [
      { year: 1985, cars: 140 },
      { year: 1992, cars: 190, note: 'peak' },
    ],
  },
  mark: 'line',
  encoding: { x: { field: 'year', type: 'quantitative' }, y: { field: 'cars', type: 'quantitative' } },
};

function reasonOf(spec: unknown): string {
  const reading = readChart(JSON.stringify(spec));
  return reading.type === 'refused' ? reading.reason.replace('Not drawn as a chart: ', '') : 'drawn';
}

describe('readChart', () => {
  it('takes a plain chart apart', () => {
    const reading = readChart(
      JSON.stringify({ $schema: 'x', width: 300, title: { text: 'T', subtitle: 'S' }, ...base }),
    );
    if (reading.type !== 'chart') throw new Error(reading.reason);
    expect(reading.chart).toMatchObject({
      title: 'T',
      subtitle: 'S',
      fields: ['year', 'cars', 'note'],
      mark: 'line',
    });
    expect(chartTable(reading.chart)).toEqual([
      ['year', 'cars', 'note'],
      ['1985', '140', ''],
      ['1992', '190', 'peak'],
    ]);
  });

  it.each([
    [
      'a histogram',
      { mark: 'bar', encoding: { x: { field: 'year', bin: { maxbins: 10 } }, y: { aggregate: 'count' } } },
    ],
    [
      'a stack',
      {
        mark: { type: 'area', interpolate: 'monotone' },
        encoding: {
          ...base.encoding,
          y: { field: 'cars', stack: 'normalize' },
          color: { field: 'note', type: 'nominal', legend: { title: null } },
        },
      },
    ],
    [
      'time',
      {
        encoding: {
          x: { field: 'year', timeUnit: 'yearmonth', type: 'temporal', axis: { format: '%Y', labelAngle: -45 } },
        },
      },
    ],
    [
      'a log scale',
      { encoding: { y: { field: 'cars', type: 'quantitative', scale: { type: 'log', domain: [1, 200] } } } },
    ],
    [
      'facets',
      {
        encoding: {
          ...base.encoding,
          column: { field: 'note', type: 'nominal' },
          tooltip: [{ field: 'cars', title: 'Cars' }],
        },
      },
    ],
    [
      'sorting',
      {
        mark: { type: 'bar', tooltip: true },
        encoding: {
          x: { field: 'note', sort: '-y' },
          y: { field: 'cars', sort: { field: 'year', op: 'sum', order: 'descending' } },
        },
      },
    ],
  ])('allows %s', (_name, change) => {
    expect(reasonOf({ ...base, ...change })).toBe('drawn');
  });

  it.each([
    ['data.url', { data: { url: 'https://evil.example/x.csv' } }],
    ['data.name', { data: { name: 'x', values: [] } }],
    ['data.format', { data: { format: { type: 'csv' }, values: [] } }],
    ['transform', { transform: [{ lookup: 'a', from: { data: { url: 'https://evil.example' } } }] }],
    ['params', { params: [] }],
    ['config', { config: { background: 'url(https://evil.example)' } }],
    ['usermeta', { usermeta: {} }],
    ['layer', { layer: [] }],
    ['datasets', { datasets: { x: [] } }],
    ['signals', { signals: [] }],
    ['projection', { projection: {} }],
    ['mark.url', { mark: { type: 'bar', url: 'https://evil.example/x.png' } }],
    ['mark.href', { mark: { type: 'bar', href: 'javascript:alert(1)' } }],
    ['mark.color', { mark: { type: 'bar', color: 'url(https://evil.example)' } }],
    ['encoding.href', { encoding: { href: { field: 'u' } } }],
    ['encoding.url', { encoding: { url: { field: 'u' } } }],
    ['encoding.text', { encoding: { text: { field: 'u' } } }],
    ['encoding.color.value', { encoding: { color: { value: 'url(https://evil.example)' } } }],
    ['encoding.color.condition', { encoding: { color: { condition: { test: '1', value: 'red' } } } }],
    ['encoding.color.scale.range', { encoding: { color: { field: 'c', scale: { range: ['url(x)'] } } } }],
    ['encoding.x.axis.labelExpr', { encoding: { x: { axis: { labelExpr: 'datum' } } } }],
    ['encoding.x.axis.formatType', { encoding: { x: { axis: { formatType: 'x' } } } }],
    ['encoding.tooltip[0].url', { encoding: { tooltip: [{ url: 'x' }] } }],
  ])('refuses %s by its path', (path, change) => {
    expect(reasonOf({ ...base, ...change })).toBe(`${path} is not allowed.`);
  });

  it.each([
    ['mark has a value that is not allowed.', { mark: 'image' }],
    ['mark.type has a value that is not allowed.', { mark: { type: 'geoshape' } }],
    ['encoding.color.scale must be an object.', { encoding: { color: { field: 'c', scale: null } } }],
    ['encoding.x.timeUnit has a value that is not allowed.', { encoding: { x: { timeUnit: 'year;alert(1)' } } }],
    ['encoding.x.aggregate has a value that is not allowed.', { encoding: { x: { aggregate: { argmax: 'a' } } } }],
    ['data.values[1].a has a value that is not allowed.', { data: { values: [{}, { a: { b: 1 } }] } }],
    ['data.values[0] must be an object.', { data: { values: ['x'] } }],
    ['data.values must be a list.', { data: { values: {} } }],
    ['data.values is empty.', { data: { values: [] } }],
    ['data is missing.', { data: undefined }],
    ['encoding is missing.', { encoding: undefined }],
    ['mark is missing.', { mark: undefined }],
  ])('says "%s"', (reason, change) => {
    expect(reasonOf({ ...base, ...change })).toBe(reason);
  });

  it('refuses what is no object, no JSON, too long or meant to confuse it', () => {
    expect(reasonOf([])).toBe('The chart must be an object.');
    expect(reasonOf(null)).toBe('The chart must be an object.');
    expect(readChart('{"mark":').type).toBe('refused');
    expect(readChart(' '.repeat(500_000)).type).toBe('refused');
    expect(readChart('{"__proto__": {}, "mark": "bar"}')).toMatchObject({ reason: /__proto__ is not allowed/ });
    expect(readChart('{"mark": "bar", "encoding": {"constructor": {}}}')).toMatchObject({ type: 'refused' });
    expect(readChart('['.repeat(100_000)).type).toBe('refused');
    expect(readChart(`{"mark":${'{"type":'.repeat(20_000)}1${'}'.repeat(20_000)}}`).type).toBe('refused');
    expect(reasonOf({ ...base, data: { values: Array(6_000).fill({ a: 1 }) } })).toContain('more than 5000 parts');
  });
});
