import { formatDate, formatNumber, formatTimeUnit } from '../values/format-value';
import type { ChannelName } from './chart';
import { aggregateOf } from './aggregate';
import { floorTime } from './floor-time';
import type { KnownChannel, KnownChart, KnownRow } from './understand-chart';

/** Which channel measures and which says what is measured. */
export interface ChartRoles {
  readonly measure: KnownChannel | null;
  readonly dimension: KnownChannel | null;
  /** Both places are measures. */
  readonly isScatter: boolean;
  /** What tells series apart, and panels. */
  readonly series: readonly KnownChannel[];
  readonly panels: readonly KnownChannel[];
}

/** One thing that is drawn, as far as it can be told from the data. */
export interface PlottedPoint {
  readonly at: number | null;
  readonly series: readonly (number | null)[];
  readonly value: number;
}

const SERIES: readonly ChannelName[] = ['color', 'strokeDash', 'shape', 'xOffset', 'yOffset'];

/** Whether a channel measures: its numbers are sizes, not places in a row of bins. */
export function isMeasure(known: KnownChannel | undefined): known is KnownChannel {
  if (known === undefined) return false;
  const { bin } = known.channel;
  return known.type === 'quantitative' && (bin === undefined || bin === false);
}

/** Tells what measures what in a chart. */
export function rolesOf({ chart, channels, detail }: KnownChart): ChartRoles {
  const { x, y, theta, color } = channels;
  const panels = [channels.row, channels.column, channels.facet].filter((one) => one !== undefined);
  let [measure, dimension]: [KnownChannel | undefined, KnownChannel | undefined] = [undefined, undefined];
  if (chart.mark.type === 'arc') [measure, dimension] = [theta, color ?? x ?? y];
  else if (chart.mark.type === 'rect' && isMeasure(color)) [measure, dimension] = [color, x ?? y];
  else if (isMeasure(y)) [measure, dimension] = [y, x];
  else if (isMeasure(x)) [measure, dimension] = [x, y];
  const isScatter = isMeasure(x) && isMeasure(y);
  const names = SERIES.map((name) => channels[name]).filter((one) => one !== undefined);
  if (measure === color && y !== undefined && dimension !== y) names.push(y);
  const series = [...names, ...detail].filter(
    (one, index, all) =>
      one.column !== null &&
      one.channel.field !== dimension?.channel.field &&
      one.type !== 'quantitative' &&
      all.findIndex(({ channel }) => channel.field === one.channel.field) === index,
  );
  return { measure: measure ?? null, dimension: dimension ?? null, isScatter, series, panels };
}

/** The points of a chart, worked out as Vega-Lite would; none where bins decide. */
export function pointsOf(
  { rows }: KnownChart,
  { measure, dimension, series, panels }: ChartRoles,
): readonly PlottedPoint[] {
  if (measure === null || hasBins(dimension) || series.some(hasBins)) return [];
  const { aggregate, timeUnit } = measure.channel;
  const groups = new Map<string, { readonly point: Omit<PlottedPoint, 'value'>; readonly rows: KnownRow[] }>();
  for (const [index, row] of rows.entries()) {
    const at = valueIn(row, dimension);
    const names = [...series, ...panels].map((one) => valueIn(row, one));
    const key = aggregate === undefined ? String(index) : JSON.stringify([at, names]);
    const group = groups.get(key) ?? { point: { at, series: names }, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  const points: PlottedPoint[] = [];
  for (const group of groups.values()) {
    const values = group.rows.map((row) => (measure.column === null ? 1 : (row[measure.column] ?? null)));
    const value = aggregateOf(aggregate ?? 'sum', values);
    const isEmpty = aggregate === undefined && values.every((one) => one === null);
    if (value !== null && !isEmpty && timeUnit === undefined) points.push({ ...group.point, value });
  }
  return points;
}

function hasBins(known: KnownChannel | null): boolean {
  const bin = known?.channel.bin;
  return bin !== undefined && bin !== false;
}

/** What a row says in a channel: a time is that of its unit. */
export function valueIn(row: KnownRow, known: KnownChannel | null): number | null {
  const value = known?.column == null ? null : (row[known.column] ?? null);
  const unit = known?.channel.timeUnit;
  return unit === undefined || value === null ? value : floorTime(value, unit);
}

/** The values that a channel takes, in order of appearance. */
export function valuesOf({ rows }: KnownChart, known: KnownChannel): readonly (number | null)[] {
  return known.column === null ? [] : [...new Set(rows.map((row) => valueIn(row, known)))];
}

/** A value of a channel in words. */
export function wordsFor(known: KnownChannel, value: number | null, locale?: string): string {
  if (value === null) return '–';
  if (known.names !== null) return known.names[value] ?? '';
  if (known.type !== 'temporal') return formatNumber(value, known.isYears ? 'plain' : 'full', locale);
  const unit = known.channel.timeUnit;
  return unit === undefined
    ? formatDate(value, known.grain ?? 'day', locale)
    : formatTimeUnit(value, unit, locale);
}
