import { dressing, dressings } from './chart-dressing';
import {
  anyOf,
  flag,
  ignored,
  isRecord,
  listOf,
  number,
  oneOf,
  Refusal,
  shape,
  text,
  type Reader,
} from './read-shape';

// What a chart may say: design section 7's list and what axes, legends and scales need. Nothing in it can name an
// address, hold an expression or be a colour: the theme colours the chart, and a colour can be `url(…)`. Numbers that
// decide how much is drawn have limits, so that no chart can hold the panel up.

/** Rows of a chart; more are shown as text. */
export const MAX_ROWS = 5_000;
const MAX_FIELDS = 40;

const cell = anyOf(text(), number(), flag, oneOf(null));
const record: Reader = (value, path) => {
  if (!isRecord(value)) return new Refusal(`${path} must be an object.`, path);
  const entries = Object.entries(value);
  if (entries.length > MAX_FIELDS) return new Refusal(`${path} has more than ${MAX_FIELDS} fields.`, path);
  for (const [field, part] of entries) {
    const taken = cell(part, `${path}.${field}`);
    if (taken instanceof Refusal) return taken;
  }
  return value;
};

const words = anyOf(text(), ignored(oneOf(null)), listOf(text(), 10));
const title = anyOf(oneOf(null), text());
const order = oneOf('ascending', 'descending', 'x', 'y', 'color', 'size', '-x', '-y', '-color', '-size', null);
const side = oneOf('top', 'bottom', 'left', 'right');
const TIME_UNIT = /^(?:utc)?(?:year|quarter|month|week|day|dayofyear|date|hours|minutes|seconds|milliseconds)+$/;
const pixels = number(0, 1_000);

const axis = anyOf(
  oneOf(null),
  shape({
    title,
    format: text(),
    grid: flag,
    labels: flag,
    ticks: flag,
    domain: flag,
    labelAngle: number(-360, 360),
    tickCount: number(0, 40),
    tickMinStep: number(),
    values: listOf(cell, 100),
    orient: side,
    ...dressings('labelAlign', 'labelBaseline', 'labelColor', 'labelFont', 'labelFontSize', 'labelFontStyle'),
    ...dressings('labelFontWeight', 'labelLimit', 'labelOffset', 'labelOverlap', 'labelPadding', 'labelBound'),
    ...dressings('labelFlush', 'labelSeparation', 'labelOpacity', 'titleAlign', 'titleAnchor', 'titleAngle'),
    ...dressings('titleColor', 'titleFont', 'titleFontSize', 'titleFontStyle', 'titleFontWeight', 'titleLimit'),
    ...dressings('titlePadding', 'titleX', 'titleY', 'gridColor', 'gridDash', 'gridOpacity', 'gridWidth'),
    ...dressings('tickColor', 'tickSize', 'tickWidth', 'tickBand', 'tickOffset', 'tickExtra', 'tickRound'),
    ...dressings('domainColor', 'domainWidth', 'domainOpacity', 'offset', 'position', 'zindex', 'minExtent'),
    ...dressings('maxExtent', 'bandPosition'),
  }),
);

const legend = anyOf(
  oneOf(null),
  shape({
    title,
    format: text(),
    ...dressings('orient', 'direction', 'columns', 'values', 'tickCount', 'symbolType', 'symbolSize', 'offset'),
    ...dressings(
      'labelFontSize',
      'labelColor',
      'labelLimit',
      'labelFont',
      'titleFontSize',
      'titleColor',
      'padding',
    ),
    ...dressings('titleFont', 'titleFontWeight', 'titleLimit', 'titleOrient', 'gradientLength', 'symbolLimit'),
    ...dressings('rowPadding', 'columnPadding', 'symbolStrokeWidth', 'gradientThickness', 'labelOverlap', 'type'),
  }),
);

const scale = anyOf(
  ignored(oneOf(null)),
  shape({
    type: oneOf(
      ...['linear', 'log', 'symlog', 'pow', 'sqrt', 'time', 'utc', 'ordinal', 'band', 'point'],
      ...['quantile', 'quantize', 'threshold', 'bin-ordinal'],
    ),
    zero: flag,
    nice: anyOf(flag, ignored(number(0, 100)), ignored(text(/^[a-z]+$/))),
    clamp: flag,
    reverse: flag,
    base: number(2, 100),
    exponent: number(0.01, 10),
    domain: anyOf(listOf(cell, 200), oneOf('unaggregated')),
    domainMin: number(),
    domainMax: number(),
    ...dressings('scheme', 'range', 'rangeMin', 'rangeMax', 'padding', 'paddingInner', 'paddingOuter', 'round'),
    ...dressings('interpolate', 'align', 'constant', 'bins', 'domainMid'),
  }),
);

const definition = {
  field: text(),
  type: oneOf('quantitative', 'temporal', 'ordinal', 'nominal'),
  aggregate: oneOf(
    ...['count', 'sum', 'mean', 'average', 'median', 'min', 'max', 'distinct', 'valid', 'missing'],
    ...['q1', 'q3', 'ci0', 'ci1', 'stdev', 'stdevp', 'variance', 'variancep', 'stderr', 'product'],
  ),
  bin: anyOf(flag, ignored(oneOf(null)), shape({ maxbins: number(1, 200), step: number(), nice: flag })),
  timeUnit: text(TIME_UNIT),
  stack: oneOf('zero', 'normalize', 'center', true, false, null),
  title,
  sort: anyOf(order, listOf(cell, 500), shape({ field: text(), op: text(/^[a-z0-9]+$/), order, encoding: order })),
  ...dressings('bandPosition'),
};

const place = shape({ ...definition, axis, scale });
/** A channel of looks; a fixed look is the theme's. */
const look = anyOf(shape({ ...definition, legend, scale }), ignored(shape({ value: dressing })));
const header = anyOf(
  ignored(oneOf(null)),
  shape({
    title,
    format: text(),
    ...dressings('labelAngle', 'labelAlign', 'labelColor', 'labelFontSize', 'labelOrient', 'labels', 'orient'),
    ...dressings('titleFontSize', 'titleColor', 'titleOrient', 'labelFontWeight', 'titleFontWeight'),
  }),
);
const facet = shape({ ...definition, header, columns: number(1, 20), ...dressings('spacing', 'align', 'center') });
const told = shape({
  field: text(),
  type: definition.type,
  aggregate: definition.aggregate,
  bin: definition.bin,
  timeUnit: definition.timeUnit,
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
  radius: look,
  color: look,
  fill: look,
  stroke: look,
  size: look,
  shape: look,
  opacity: look,
  strokeDash: look,
  strokeWidth: look,
  fillOpacity: look,
  strokeOpacity: look,
  detail: anyOf(facet, listOf(facet, 5)),
  order: anyOf(facet, listOf(facet, 5)),
  facet,
  row: facet,
  column: facet,
  tooltip: anyOf(told, listOf(told, 10), oneOf(null), ignored(shape({ value: oneOf(null) }))),
});

const markType = oneOf('line', 'bar', 'area', 'point', 'circle', 'square', 'tick', 'rect', 'rule', 'arc');
/** `point: {filled: false}` asks for points, whatever they look like. */
const asFlag: Reader = (value, path) => {
  const taken = isRecord(value) ? dressing(value, path) : flag(value, path);
  return taken === undefined ? true : taken;
};
const mark = anyOf(
  markType,
  shape({
    type: markType,
    point: anyOf(asFlag, ignored(oneOf('transparent'))),
    line: asFlag,
    filled: flag,
    tooltip: anyOf(flag, ignored(oneOf(null)), ignored(shape({ content: text(/^\w+$/) }))),
    opacity: number(0, 1),
    innerRadius: pixels,
    orient: oneOf('horizontal', 'vertical'),
    interpolate: oneOf(
      ...[
        'linear',
        'monotone',
        'step',
        'step-before',
        'step-after',
        'basis',
        'cardinal',
        'natural',
        'catmull-rom',
      ],
    ),
    ...dressings(
      'color',
      'fill',
      'stroke',
      'strokeWidth',
      'strokeDash',
      'strokeCap',
      'strokeJoin',
      'size',
      'shape',
    ),
    ...dressings('fillOpacity', 'strokeOpacity', 'cornerRadius', 'cornerRadiusEnd', 'cornerRadiusTopLeft'),
    ...dressings('cornerRadiusTopRight', 'cornerRadiusBottomLeft', 'cornerRadiusBottomRight', 'width', 'height'),
    ...dressings('outerRadius', 'padAngle', 'tension', 'thickness', 'clip', 'invalid', 'binSpacing', 'blend'),
    ...dressings('cursor', 'bandSize', 'continuousBandSize', 'discreteBandSize', 'minBandSize', 'aria', 'radius'),
  }),
);

const caption = anyOf(
  ignored(oneOf(null)),
  text(),
  listOf(text(), 10),
  shape({
    text: words,
    subtitle: words,
    ...dressings('anchor', 'align', 'angle', 'color', 'font', 'fontSize', 'fontStyle', 'fontWeight', 'frame'),
    ...dressings('limit', 'offset', 'orient', 'baseline', 'dx', 'dy', 'lineHeight', 'subtitleColor', 'zindex'),
    ...dressings('subtitleFont', 'subtitleFontSize', 'subtitleFontStyle', 'subtitleFontWeight', 'subtitlePadding'),
  }),
);

const size = ignored(anyOf(number(), text(/^container$/), shape({ step: number() })));

/** Reads a parsed Vega-Lite specification; what only dresses it and its measures are allowed, and left out. */
export const readShape: Reader = shape({
  $schema: ignored(text()),
  name: ignored(text()),
  width: size,
  height: size,
  ...dressings('autosize', 'background', 'padding', 'config', 'view', 'spacing', 'bounds'),
  title: caption,
  description: text(),
  data: shape({ values: listOf(record, MAX_ROWS) }),
  mark,
  encoding,
});
