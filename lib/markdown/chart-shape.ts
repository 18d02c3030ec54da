import { anyOf, flag, isRecord, listOf, number, oneOf, shape, text, type Check } from './check-shape';

// What a chart may say: design section 7's list and what axes, legends and types need. Nothing in it can name an
// address, hold an expression or be a colour: the theme colours the chart, and a colour can be `url(…)`.

const MAX_ROWS = 5_000;
const MAX_FIELDS = 40;

const cell = anyOf(text(), number, flag, oneOf(null));
const record: Check = (value, path) => {
  if (!isRecord(value)) return `${path} must be an object.`;
  const entries = Object.entries(value);
  if (entries.length > MAX_FIELDS) return `${path} has more than ${MAX_FIELDS} fields.`;
  for (const [field, part] of entries) {
    const problem = cell(part, `${path}.${field}`);
    if (problem !== null) return problem;
  }
  return null;
};

const title = anyOf(oneOf(null), text());
const words = shape({ text: text(), subtitle: text() });
const order = oneOf('ascending', 'descending', 'x', 'y', '-x', '-y', null);
const TIME_UNIT = /^(?:utc)?(?:year|quarter|month|week|day|dayofyear|date|hours|minutes|seconds|milliseconds)+$/;

const axis = anyOf(
  oneOf(null),
  shape({
    title,
    format: text(),
    grid: flag,
    labels: flag,
    ticks: flag,
    domain: flag,
    labelAngle: number,
    tickCount: number,
    values: listOf(cell, 100),
    orient: oneOf('top', 'bottom', 'left', 'right'),
  }),
);

const legend = anyOf(
  oneOf(null),
  shape({ title, format: text(), orient: oneOf('top', 'bottom', 'left', 'right') }),
);

const scale = shape({
  type: oneOf('linear', 'log', 'symlog', 'pow', 'sqrt', 'time', 'utc', 'ordinal', 'band', 'point'),
  zero: flag,
  nice: flag,
  clamp: flag,
  reverse: flag,
  base: number,
  exponent: number,
  padding: number,
  domain: listOf(cell, 200),
});

const definition = {
  field: text(),
  type: oneOf('quantitative', 'temporal', 'ordinal', 'nominal'),
  aggregate: oneOf(
    ...['count', 'sum', 'mean', 'average', 'median', 'min', 'max', 'distinct', 'valid', 'missing'],
    ...['q1', 'q3', 'ci0', 'ci1', 'stdev', 'stdevp', 'variance', 'variancep', 'stderr', 'product'],
  ),
  bin: anyOf(flag, shape({ maxbins: number, step: number, nice: flag })),
  timeUnit: text(TIME_UNIT),
  stack: oneOf('zero', 'normalize', 'center', true, false, null),
  title,
  sort: anyOf(order, listOf(cell, 500), shape({ field: text(), op: text(/^[a-z0-9]+$/), order })),
};

const place = shape({ ...definition, axis, scale });
const look = shape({ ...definition, legend, scale });
const facet = shape({ ...definition });
const told = shape({
  field: text(),
  type: definition.type,
  aggregate: definition.aggregate,
  title,
  format: text(),
});

const encoding = shape({
  x: place,
  y: place,
  x2: place,
  y2: place,
  xOffset: place,
  yOffset: place,
  theta: look,
  color: look,
  size: look,
  shape: look,
  opacity: look,
  detail: anyOf(facet, listOf(facet, 5)),
  order: facet,
  row: facet,
  column: facet,
  tooltip: anyOf(told, listOf(told, 10), oneOf(null)),
});

const markType = oneOf('line', 'bar', 'area', 'point', 'circle', 'square', 'tick', 'rect', 'rule', 'arc');
const mark = anyOf(
  markType,
  shape({
    type: markType,
    point: flag,
    line: flag,
    filled: flag,
    tooltip: flag,
    opacity: number,
    innerRadius: number,
    orient: oneOf('horizontal', 'vertical'),
    interpolate: oneOf('linear', 'monotone', 'step', 'step-before', 'step-after', 'basis', 'cardinal'),
  }),
);

/** Checks a parsed Vega-Lite specification. `$schema` and its measures are allowed, and ignored. */
export const checkChart: Check = shape({
  $schema: text(),
  width: anyOf(number, text(/^container$/), shape({ step: number })),
  height: anyOf(number, text(/^container$/), shape({ step: number })),
  title: anyOf(text(), words),
  description: text(),
  data: shape({ values: listOf(record, MAX_ROWS) }),
  mark,
  encoding,
});
