import type { Payload, PayloadGroup } from '../payload.ts';

type Spec = Readonly<Record<string, unknown>>;

const ROWS = [
  { a: 'one', b: 1, c: 3 },
  { a: 'two', b: 2, c: 5 },
];
const BASE: Spec = {
  mark: 'bar',
  encoding: { x: { field: 'a', type: 'nominal' }, y: { field: 'b', type: 'quantitative' } },
  data: { values: ROWS },
};
const x = (definition: Spec): Spec => ({ ...BASE, encoding: { ...(BASE['encoding'] as Spec), x: definition } });
const y = (definition: Spec): Spec => ({ ...BASE, encoding: { ...(BASE['encoding'] as Spec), y: definition } });
const encode = (more: Spec): Spec => ({ ...BASE, encoding: { ...(BASE['encoding'] as Spec), ...more } });
const rows = (values: readonly unknown[], more: Spec = {}): Spec => ({ ...BASE, data: { values }, ...more });
const quantity = { field: 'b', type: 'quantitative' };
const EVIL = 'datum.constructor.constructor("alert(1)")()';
const HOSTILE_FIELDS: Readonly<Record<string, string>> = {
  'an expression': EVIL,
  'an end of its string': '"];alert(1);//',
  'an end in single quotes': "'];alert(1);//",
  brackets: 'a[0].b',
  'escaped dots': 'a\\.b',
  'a prototype': '__proto__',
  constructor: 'constructor',
  'a signal': "signal('width')",
  markup: '<img src=x onerror=alert(1)>',
  'a template': '{{constructor.constructor("alert(1)")()}}',
  'hidden characters': 'a\u202Eb\u{E0041}',
  'a line break': 'a\nb',
  nothing: '',
  'far too much': 'f'.repeat(499),
};

/** Charts by what they say: many are refused, the rest are drawn. */
const SPECS: Readonly<Record<string, Spec | string>> = {
  'data from afar': { ...BASE, data: { url: 'http://CANARY/data.json' } },
  'data by name': { ...BASE, data: { name: 'secret' } },
  'data from a sequence': { ...BASE, data: { sequence: { start: 0, stop: 1e12 } } },
  'data from a graticule': { ...BASE, data: { graticule: true } },
  'data as text': { ...BASE, data: { values: 'a,b\n1,2', format: { type: 'csv' } } },
  'data with a format': { ...BASE, data: { values: ROWS, format: { parse: { a: `date:'${EVIL}'` } } } },
  'data sets': { ...BASE, datasets: { evil: [{ a: 1 }] } },
  'a schema from afar': { ...BASE, $schema: 'http://CANARY/schema.json' },
  'a chart of another language': {
    ...BASE,
    $schema: 'https://vega.github.io/schema/vega/v5.json',
    signals: [{ name: 's', update: EVIL }],
  },
  'bare Vega': {
    signals: [{ name: 's', init: EVIL }],
    marks: [{ type: 'image', encode: { enter: { url: { value: 'http://CANARY/m.png' } } } }],
  },
  'a filter': { ...BASE, transform: [{ filter: EVIL }] },
  'a calculation': { ...BASE, transform: [{ calculate: EVIL, as: 'd' }] },
  'a look-up from afar': {
    ...BASE,
    transform: [{ lookup: 'a', from: { data: { url: 'http://CANARY/l.json' }, key: 'a' } }],
  },
  parameters: { ...BASE, params: [{ name: 'p', expr: EVIL }] },
  'a parameter in a field': { ...BASE, params: [{ name: 'p', bind: { input: 'text', element: '#app' } }] },
  'a selection': { ...BASE, params: [{ name: 'p', select: { type: 'point', on: `click[${EVIL}]` } }] },
  'an expression as width': { ...BASE, width: { expr: EVIL } },
  'a signal as width': { ...BASE, width: { signal: EVIL } },
  'a huge width': { ...BASE, width: 1e9, height: 1e9 },
  'a negative width': { ...BASE, width: -1, height: -1 },
  'a step without end': { ...BASE, width: { step: 1e9 } },
  'a configuration': { ...BASE, config: { background: 'url(http://CANARY/b.png)' } },
  'a background': { ...BASE, background: 'url(http://CANARY/b.png)' },
  'user metadata': { ...BASE, usermeta: { embedOptions: { loader: { baseURL: 'http://CANARY/' } } } },
  layers: { layer: [BASE, { ...BASE, mark: { type: 'image' } }] },
  'charts beside': { hconcat: [BASE, BASE] },
  'charts repeated': { repeat: { row: Array(500).fill('a') }, spec: BASE },
  'a mark of pictures': { ...BASE, mark: 'image' },
  'a mark of pictures with a source': { ...BASE, mark: { type: 'image', url: 'http://CANARY/i.png' } },
  'a mark of text': { ...BASE, mark: { type: 'text', text: '<script>alert(1)</script>' } },
  'a mark of shapes': { ...BASE, mark: 'geoshape' },
  'a mark with a link': { ...BASE, mark: { type: 'bar', href: 'javascript:alert(1)' } },
  'a mark with a colour': { ...BASE, mark: { type: 'bar', color: 'url(http://CANARY/c)' } },
  'a mark with a gradient': {
    ...BASE,
    mark: { type: 'bar', color: { gradient: 'linear', stops: [{ offset: 0, color: 'url(http://CANARY/)' }] } },
  },
  'a mark with a shape': { ...BASE, mark: { type: 'point', shape: 'M0,0L1e9,1e9' } },
  'a mark with a cursor': { ...BASE, mark: { type: 'bar', cursor: 'url(http://CANARY/c.cur), auto' } },
  'a mark with a tooltip': { ...BASE, mark: { type: 'bar', tooltip: { signal: EVIL } } },
  'a mark with a style': { ...BASE, mark: { type: 'bar', style: 'x" onload="alert(1)' } },
  'a mark with a description': { ...BASE, mark: { type: 'bar', description: '" onload="alert(1)' } },
  'a mark with a blend': { ...BASE, mark: { type: 'bar', blend: 'url(http://CANARY/)' } },
  'a mark of a prototype': { ...BASE, mark: '__proto__' },
  'a mark by an expression': { ...BASE, mark: { type: 'arc', innerRadius: { expr: EVIL } } },
  'a mark with a huge radius': {
    ...BASE,
    mark: { type: 'arc', innerRadius: 1e308 },
    encoding: { theta: quantity },
  },
  'a mark with odd opacity': { ...BASE, mark: { type: 'bar', opacity: -1e308 } },
  'a link': encode({ href: { value: 'javascript:alert(1)' } }),
  'a link from data': rows([{ a: 'javascript:alert(1)', b: 1 }], {
    encoding: { href: { field: 'a', type: 'nominal' }, y: quantity },
  }),
  'an address': encode({ url: { value: 'http://CANARY/u.png' } }),
  'a description from data': encode({ description: { field: 'a' } }),
  'a key': encode({ key: { field: 'a' } }),
  'a text': encode({ text: { value: '<svg onload=alert(1)>' } }),
  'a condition': encode({ color: { condition: { test: EVIL, value: 'red' } } }),
  'a colour as value': encode({ color: { value: 'url(http://CANARY/c)' } }),
  'a colour from data': encode({ color: { field: 'a', type: 'nominal', scale: null } }),
  'colours as range': encode({
    color: { field: 'a', type: 'nominal', scale: { range: ['url(http://CANARY/r)'] } },
  }),
  'a scheme by signal': encode({ color: { field: 'a', scale: { scheme: { signal: EVIL } } } }),
  'a shape from data': encode({ shape: { field: 'a', type: 'nominal', scale: { range: ['M0,0h1e9'] } } }),
  'a datum': encode({ x: { datum: { expr: EVIL } } }),
  'a field that repeats': x({ field: { repeat: 'row' }, type: 'nominal' }),
  'a field by signal': x({ field: { signal: EVIL }, type: 'nominal' }),
  'a title by signal': x({ field: 'a', type: 'nominal', title: { signal: EVIL } }),
  'a title with markup': { ...BASE, title: '<img src=x onerror=alert(1)>' },
  'a title with a link': { ...BASE, title: '[x](javascript:alert(1))' },
  'a title with hidden characters': { ...BASE, title: 'a\u202Eb\u{E0041}\u{E0042}' },
  'a title that is too long': { ...BASE, title: 't'.repeat(5_000) },
  'a title as a list': { ...BASE, title: ['a', EVIL] },
  'a title with an anchor': { ...BASE, title: { text: 'x', anchor: { expr: EVIL } } },
  'a description with markup': { ...BASE, description: '"><script>alert(1)</script>' },
  'an axis with an expression': x({ field: 'a', type: 'nominal', axis: { labelExpr: EVIL } }),
  'an axis with an encoding': x({
    field: 'a',
    type: 'nominal',
    axis: { encoding: { labels: { update: { text: { signal: EVIL } } } } },
  }),
  'an axis with a colour': x({ field: 'a', type: 'nominal', axis: { labelColor: 'url(http://CANARY/)' } }),
  'an axis with a font': x({
    field: 'a',
    type: 'nominal',
    axis: { labelFont: 'x;background:url(http://CANARY/)' },
  }),
  'an axis with too many ticks': y({ ...quantity, axis: { tickCount: 1e9 } }),
  'an axis with ticks by signal': y({ ...quantity, axis: { tickCount: { signal: EVIL } } }),
  'an axis with negative ticks': y({ ...quantity, axis: { tickCount: -1e9 } }),
  'an axis with values': y({ ...quantity, axis: { values: { signal: EVIL } } }),
  'an axis with a format': y({ ...quantity, axis: { format: '0999999999d' } }),
  'an axis with a wide format': y({ ...quantity, axis: { format: '999999999,.999999999f' } }),
  'an axis with an odd format': y({ ...quantity, axis: { format: '<script>%' } }),
  'an axis with a format of time': x({ field: 'a', type: 'temporal', axis: { format: '%Y"onload="alert(1)' } }),
  'an axis at an angle': x({ field: 'a', type: 'nominal', axis: { labelAngle: 1e308 } }),
  'a legend from an expression': encode({ color: { field: 'a', legend: { labelExpr: EVIL } } }),
  'a legend with symbols': encode({
    color: { field: 'a', legend: { symbolType: 'M0,0', symbolFillColor: 'url(http://CANARY/)' } },
  }),
  'a scale by signal': y({ ...quantity, scale: { domain: { signal: EVIL } } }),
  'a scale from a selection': y({ ...quantity, scale: { domain: { param: 'p' } } }),
  'a scale that is huge': y({ ...quantity, scale: { domain: [-1e308, 1e308] } }),
  'a scale that is empty': y({ ...quantity, scale: { domain: [] } }),
  'a scale of words': y({ ...quantity, scale: { domain: ['a', '<b>'] } }),
  'a scale of a tiny base': y({ ...quantity, scale: { type: 'log', base: 1.0000001 } }),
  'a scale of a base below zero': y({ ...quantity, scale: { type: 'log', base: -10 } }),
  'a scale of a base of one': y({ ...quantity, scale: { type: 'log', base: 1 } }),
  'a scale with a huge exponent': y({ ...quantity, scale: { type: 'pow', exponent: 1e308 } }),
  'a scale with huge padding': x({ field: 'a', type: 'nominal', scale: { type: 'band', padding: 1e308 } }),
  'bins without end': x({ ...quantity, bin: { maxbins: 1e9 } }),
  'bins of a tiny step': x({ ...quantity, bin: { step: 1e-12 } }),
  'bins of a negative step': x({ ...quantity, bin: { step: -1 } }),
  'bins by signal': x({ ...quantity, bin: { maxbins: { signal: EVIL } } }),
  'bins over an extent': x({ ...quantity, bin: { extent: [0, 1e12], step: 1 } }),
  'a unit of time': x({ field: 'a', type: 'temporal', timeUnit: 'yearmonth"]);alert(1)//' }),
  'a unit of milliseconds over ages': rows(
    [
      { a: '-200000-01-01', b: 1 },
      { a: '200000-01-01', b: 2 },
    ],
    { encoding: { x: { field: 'a', type: 'temporal', timeUnit: 'milliseconds' }, y: quantity } },
  ),
  'times beyond time': rows(
    [
      { a: 8.65e15, b: 1 },
      { a: 'no date', b: 2 },
    ],
    { mark: 'line', encoding: { x: { field: 'a', type: 'temporal' }, y: quantity } },
  ),
  'an aggregate by expression': y({ aggregate: { argmax: EVIL } }),
  'an aggregate of a prototype': y({ aggregate: '__proto__' }),
  'an order by expression': x({ field: 'a', type: 'nominal', sort: { field: EVIL, op: 'sum' } }),
  'an order by an odd operation': x({ field: 'a', type: 'nominal', sort: { field: 'b', op: 'constructor' } }),
  'a stack by expression': y({ ...quantity, stack: { expr: EVIL } }),
  'an impute': y({ ...quantity, impute: { value: { expr: EVIL } } }),
  'a projection': { ...BASE, projection: { type: { expr: EVIL } } },
  'a view': { ...BASE, view: { fill: 'url(http://CANARY/)' } },
  'a name': { ...BASE, name: 'app" onload="alert(1)' },
  'a resolve': { ...BASE, resolve: { scale: { x: EVIL } } },
  'a tooltip of markup': rows([{ a: '<img src=x onerror=alert(1)>', b: 1 }], {
    mark: { type: 'bar', tooltip: true },
  }),
  'a tooltip of a prototype': encode({ tooltip: [{ field: '__proto__' }, { field: 'constructor' }] }),
  'facets without end': rows(
    Array.from({ length: 400 }, (_, n) => ({ a: `f${n}`, b: n })),
    { encoding: { row: { field: 'a', type: 'nominal' }, y: quantity } },
  ),
  'columns without end': rows(
    Array.from({ length: 400 }, (_, n) => ({ a: `f${n}`, b: n })),
    { encoding: { column: { field: 'a', type: 'nominal' }, y: quantity } },
  ),
  'categories without end': rows(
    Array.from({ length: 900 }, (_, n) => ({ a: `f${n}`, b: n })),
    { encoding: { color: { field: 'a', type: 'nominal' }, y: quantity } },
  ),
  'numbers at the edge': rows([
    { a: 'x', b: 1e308 },
    { a: 'y', b: -1e308 },
    { a: 'z', b: 5e-324 },
  ]),
  'a list as a row': rows([
    [1, 2],
    [3, 4],
  ]),
  'a row in a row': rows([{ a: { toString: EVIL }, b: { valueOf: 1 } }]),
  'rows of nothing': rows([null, 1, 'a', true]),
  'rows with too many fields': rows([Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`f${n}`, n]))]),
  'words of markup': rows([
    { a: '<script>alert(1)</script>', b: 1 },
    { a: '&lt;b&gt;"\'', b: 2 },
  ]),
  'words like links': rows([
    { a: 'javascript:alert(1)', b: 1 },
    { a: 'http://CANARY/w.png', b: 2 },
  ]),
  'words of hidden characters': rows([
    { a: 'a\u202Eb', b: 1 },
    { a: '\u{E0041}\u{E0042}', b: 2 },
  ]),
  'words without end': rows([{ a: 'w'.repeat(499), b: 1 }]),
  'words of marks': rows([{ a: `z${'\u0300'.repeat(400)}`, b: 1 }]),
  'not JSON': '{mark: "bar", data: alert(1)}',
  'two values': '{"mark":"bar"}{"mark":"line"}',
  'a bare word': 'alert(1)',
  'markup in the place of JSON': '<script>alert(1)</script>',
  'a prototype in JSON':
    '{"__proto__":{"polluted":"ran"},"mark":"bar","data":{"values":[{"__proto__":{"polluted":"ran"},"a":1}]},"encoding":{"x":{"field":"a"},"__proto__":{"polluted":1}}}',
  'a constructor in JSON': '{"constructor":{"prototype":{"polluted":"ran"}},"mark":"bar"}',
  'the same key twice':
    '{"mark":"bar","mark":{"type":"image"},"data":{"values":[{"a":1}]},"encoding":{"x":{"field":"a"}}}',
  'escaped letters': '{"mark":"\\u0069mage","data":{"\\u0075rl":"http://CANARY/e.json"},"encoding":{}}',
  'deep lists': `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
  'deep objects': `${'{"mark":'.repeat(2_000)}1${'}'.repeat(2_000)}`,
  'a number without end': `{"mark":"bar","width":${'9'.repeat(2_000)}}`,
};

const MARKS = ['line', 'area', 'point', 'rect', 'tick', 'arc'] as const;

/** Specifications of charts, and fields with hostile names in every kind of mark. */
export const charts: PayloadGroup = {
  group: 'charts',
  payloads: [
    ...Object.entries(SPECS).map(([name, spec]): Payload => ({
      name,
      text: typeof spec === 'string' ? spec : JSON.stringify(spec),
      fence: 'vega-lite',
    })),
    ...Object.entries(HOSTILE_FIELDS).map(([name, field], index): Payload => {
      const mark = MARKS[index % MARKS.length] ?? 'bar';
      const encoding =
        mark === 'arc'
          ? { theta: { field: 'n', type: 'quantitative' }, color: { field, type: 'nominal' } }
          : { x: { field, type: 'nominal' }, y: { field: 'n', type: 'quantitative' }, tooltip: [{ field }] };
      const spec = {
        title: field,
        mark,
        encoding,
        data: {
          values: [
            { [field]: 'a', n: 1 },
            { [field]: 'b', n: 2 },
          ],
        },
      };
      return { name: `a field named like ${name}`, text: JSON.stringify(spec), fence: 'vega-lite' };
    }),
  ],
};
