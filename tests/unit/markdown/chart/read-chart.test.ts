import { describe, expect, it } from 'vitest';
import { chartTable, readChart } from '../../../../lib/markdown/chart/read-chart';

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
      mark: { type: 'line' },
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
    ['config.params', { config: { params: [] } }],
    ['config.axis.labels.signal', { config: { axis: { labels: { signal: 'alert(1)' } } } }],
    ['usermeta', { usermeta: {} }],
    ['layer', { layer: [] }],
    ['datasets', { datasets: { x: [] } }],
    ['signals', { signals: [] }],
    ['projection', { projection: {} }],
    ['mark.url', { mark: { type: 'bar', url: 'https://evil.example/x.png' } }],
    ['mark.href', { mark: { type: 'bar', href: 'javascript:alert(1)' } }],
    ['mark.color.expr', { mark: { type: 'bar', color: { expr: 'alert(1)' } } }],
    ['encoding.href', { encoding: { href: { field: 'u' } } }],
    ['encoding.url', { encoding: { url: { field: 'u' } } }],
    ['encoding.text', { encoding: { text: { field: 'u' } } }],
    ['encoding.color.value', { encoding: { color: { value: 'url(https://evil.example)' } } }],
    ['encoding.color.condition', { encoding: { color: { condition: { test: '1', value: 'red' } } } }],
    [
      'encoding.color.scale.range.signal',
      { encoding: { color: { field: 'c', scale: { range: { signal: '1' } } } } },
    ],
    ['encoding.x.axis.labelExpr', { encoding: { x: { axis: { labelExpr: 'datum' } } } }],
    ['encoding.x.axis.formatType', { encoding: { x: { axis: { formatType: 'x' } } } }],
    ['encoding.tooltip[0].url', { encoding: { tooltip: [{ url: 'x' }] } }],
  ])('refuses %s by its path', (path, change) => {
    expect(reasonOf({ ...base, ...change })).toBe(`${path} is not allowed.`);
  });

  it.each([
    ['mark has a value that is not allowed.', { mark: 'image' }],
    ['mark.type has a value that is not allowed.', { mark: { type: 'geoshape' } }],
    [
      'config.background has a value that is not allowed.',
      { config: { background: 'url(https://evil.example)' } },
    ],
    ['background has a value that is not allowed.', { background: 'image-set("https://evil.example")' }],
    ['mark.color has a value that is not allowed.', { mark: { type: 'bar', color: 'url(https://evil.example)' } }],
    [
      'encoding.color.scale.range[1] has a value that is not allowed.',
      { encoding: { color: { field: 'note', scale: { range: ['red', 'url(x)'] } } } },
    ],
    [
      'encoding.color.scale has a value that is not allowed.',
      { encoding: { color: { field: 'c', scale: 'log' } } },
    ],
    ['encoding.x.axis.tickCount must be from 0 to 40.', { encoding: { x: { axis: { tickCount: 1e9 } } } }],
    ['encoding.x.scale.base must be from 2 to 100.', { encoding: { x: { scale: { base: 1.000001 } } } }],
    [
      'encoding.x.bin.step makes more than 200 bars.',
      { encoding: { x: { field: 'year', bin: { step: 1e-9 } }, y: { aggregate: 'count' } } },
    ],
    [
      'encoding.x.bin.step makes more than 200 bars.',
      { encoding: { x: { field: 'year', bin: { step: -1 } }, y: { aggregate: 'count' } } },
    ],
    ['encoding.x.field names “month”, which is in no row.', { encoding: { x: { field: 'month' } } }],
    ['encoding.x.field names “constructor”, which is in no row.', { encoding: { x: { field: 'constructor' } } }],
    ['encoding names no field.', { encoding: {} }],
    ['encoding.theta is missing.', { mark: 'arc', encoding: { color: { field: 'note' } } }],
    [
      'encoding.color has more than 30 series.',
      {
        data: { values: Array.from({ length: 31 }, (_, n) => ({ n: `${n}`, v: n })) },
        encoding: { x: { field: 'v' }, color: { field: 'n' } },
      },
    ],
    [
      'it has more than 24 panels.',
      {
        data: { values: Array.from({ length: 25 }, (_, n) => ({ r: n % 5, c: Math.floor(n / 5) })) },
        encoding: { x: { field: 'r' }, row: { field: 'r' }, column: { field: 'c' } },
      },
    ],
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

  it('takes what only dresses a chart, and passes none of it on', () => {
    const reading = readChart(
      JSON.stringify({
        $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
        width: 'container',
        height: { step: 20 },
        background: '#fff',
        config: { view: { stroke: null }, axis: { labelFont: 'Arial, sans-serif', grid: false } },
        title: { text: ['Two', 'lines'], anchor: 'start', fontSize: 18 },
        data: base.data,
        mark: {
          type: 'bar',
          color: 'rgb(76 120 168 / 50%)',
          tooltip: true,
          cornerRadiusEnd: 4,
          point: { size: 60 },
        },
        encoding: {
          x: { field: 'note', axis: { labelAngle: -45, labelFontSize: 12 } },
          y: { field: 'cars', scale: { scheme: 'category10', zero: false } },
          fill: { field: 'note', scale: { range: ['#4c78a8', 'orange'] } },
          size: { value: 12 },
        },
      }),
    );
    if (reading.type !== 'chart') throw new Error(reading.reason);
    const { title, mark, encoding } = reading.chart;
    expect({ title, mark, encoding }).toEqual({
      title: 'Two lines',
      mark: { type: 'bar', tooltip: true, point: true },
      encoding: {
        x: { field: 'note', axis: { labelAngle: -45 } },
        y: { field: 'cars', scale: { zero: false } },
        color: { field: 'note', scale: {} },
      },
    });
  });

  it('reads fields whose names are those of every object', () => {
    const values = [JSON.parse('{"__proto__": "a", "v": 1}'), { v: 2 }];
    const reading = readChart(
      JSON.stringify({ ...base, data: { values }, encoding: { x: { field: '__proto__' } } }),
    );
    if (reading.type !== 'chart') throw new Error(reading.reason);
    expect(chartTable(reading.chart)).toEqual([
      ['__proto__', 'v'],
      ['a', '1'],
      ['', '2'],
    ]);
  });

  it.each([
    ['as they are', '\u202E'],
    ['as escapes', '\\u202E'],
  ])('shows hidden characters in names and words, written %s', (_how, sign) => {
    const text = `{"title":"a${sign}b","mark":"bar","encoding":{"x":{"field":"f${sign}"}},"data":{"values":[{"f${sign}":"v${sign}w"}]}}`;
    expect(readChart(text)).toMatchObject({
      type: 'chart',
      chart: {
        title: 'a[U+202E]b',
        rows: [{ 'f[U+202E]': 'v[U+202E]w' }],
        encoding: { x: { field: 'f[U+202E]' } },
      },
    });
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
