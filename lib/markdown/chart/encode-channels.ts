import type { ChannelName, ChartChannel } from './chart';
import type { ChartRoles } from './chart-points';
import { numberFormatOf, timeFormatOf } from './own-format';
import type { NameFormat } from './plan-axis';
import { sortField, type KnownChannel, type KnownChart } from './understand-chart';

type VegaObject = Readonly<Record<string, unknown>>;

/** Vega-Lite's field definition of a channel, without axis, legend and scale; `isPlace` of one for x or y. */
export function encodeField(known: KnownChart, channel: KnownChannel, isPlace = false): VegaObject {
  const { aggregate, bin, timeUnit, stack } = channel.channel;
  const isNamed = channel.names !== null;
  const sort = isNamed && isPlace ? encodeSort(known, channel.channel.sort) : undefined;
  return {
    ...(channel.column === null ? {} : { field: channel.column }),
    // Places in a list are in order, whatever they name.
    type: isNamed && isPlace ? 'ordinal' : channel.type,
    ...(aggregate === undefined ? {} : { aggregate }),
    ...(bin === undefined || bin === false ? {} : { bin }),
    ...(timeUnit === undefined || isNamed ? {} : { timeUnit: localUnit(timeUnit) }),
    ...(stack === undefined ? {} : { stack }),
    ...(sort === undefined ? {} : { sort }),
  };
}

/** Times are read in the reader's own zone, and cut there. */
function localUnit(unit: string): string {
  return unit.replace(/^utc/, '');
}

const ENCODING_SORT = /^-?(?:x|y|color|size)$/;

function encodeSort({ sorters }: KnownChart, sort: unknown): unknown {
  if (typeof sort === 'string') return ENCODING_SORT.test(sort) ? sort : undefined;
  if (typeof sort !== 'object' || sort === null || Array.isArray(sort)) return undefined;
  const { op, order, encoding } = sort as { op?: unknown; order?: unknown; encoding?: unknown };
  const direction = order === 'descending' ? 'descending' : 'ascending';
  if (typeof encoding === 'string') return { encoding: encoding.replace(/^-/, ''), order: direction };
  const column = sorters.get(sortField(sort) ?? '');
  return column === undefined
    ? undefined
    : { field: column, op: OPERATIONS.includes(String(op)) ? op : 'mean', order: direction };
}

const OPERATIONS: readonly string[] = ['count', 'sum', 'mean', 'average', 'median', 'min', 'max', 'distinct'];

/** What is said of a point: Vega-Lite's tooltip, whose titles stand for the places of `titles`. */
export interface ToldFields {
  readonly tooltip: readonly VegaObject[];
  readonly titles: readonly string[];
  /** Which of them tell series and panels apart. */
  readonly series: readonly number[];
}

const TOLD: readonly ChannelName[] = [
  ...(['x', 'y', 'theta', 'color', 'shape', 'strokeDash', 'size', 'opacity', 'xOffset', 'yOffset'] as const),
  ...(['column', 'row', 'facet', 'x2', 'y2'] as const),
];

/** Says of each point what the chart asks to say, or what its channels show, each field once. */
export function tellFields(known: KnownChart, roles: ChartRoles, nameFormat: NameFormat): ToldFields {
  const shown = TOLD.flatMap((name) => known.channels[name] ?? []);
  const asked = known.tooltip.filter(({ column, channel }) => column !== null || channel.aggregate === 'count');
  const told = (asked.length > 0 ? asked : shown).filter(
    ({ channel }, index, all) =>
      (channel.field !== undefined || channel.aggregate === 'count') &&
      all.findIndex(
        (one) => one.channel.field === channel.field && one.channel.aggregate === channel.aggregate,
      ) === index,
  );
  const apart = [...roles.series, ...roles.panels].map(({ channel }) => channel.field);
  return {
    titles: told.map(({ title }) => title),
    series: [...told.keys()].filter((index) => apart.includes(told[index]?.channel.field)),
    tooltip: told.map((channel, index) => ({
      ...encodeField(known, channel),
      // Vega-Lite puts titles into an expression: none of a model's goes there.
      title: `t${index}`,
      ...writeValue(channel, nameFormat),
    })),
  };
}

function writeValue(known: KnownChannel, nameFormat: NameFormat): VegaObject {
  const { channel, names, type, grain } = known;
  if (names !== null) return { formatType: 'asideName', format: nameFormat(names, 0) };
  const own = ownFormat(channel);
  if (type === 'temporal') {
    const format = timeFormatOf(own);
    if (format !== null && channel.timeUnit === undefined) return { format };
    if (channel.timeUnit !== undefined) return { formatType: 'asideUnit', format: localUnit(channel.timeUnit) };
    return { formatType: 'asideDate', format: grain ?? 'day' };
  }
  const format = numberFormatOf(own);
  if (format !== null) return { format };
  return { formatType: 'asideNumber', format: known.isYears ? 'plain' : 'full' };
}

function ownFormat({ format, axis, legend }: ChartChannel): string | undefined {
  return format ?? axis?.format ?? legend?.format;
}
