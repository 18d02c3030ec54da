import type { DateGrain } from '../values/parse-date';
import { cellOf, channelsOf, type Chart, type ChannelName, type ChartChannel, type FieldType } from './chart';
import { isYear, readField, type FieldReading } from './read-field';

/** A channel whose field was read. */
export interface KnownChannel {
  readonly channel: ChartChannel;
  /** Name of the column of `rows` that holds its values; null where it only counts. */
  readonly column: string | null;
  readonly type: FieldType;
  readonly grain: DateGrain | null;
  /** What its values, which are places in this list, are called; null for measures and times. */
  readonly names: readonly string[] | null;
  /** The same in fewer letters, for an axis where each stands between its neighbours. */
  readonly marks?: readonly string[];
  /** Whether its numbers are years, which are written without separators. */
  readonly isYears: boolean;
  /** What it is called, whether the chart shows that or not. */
  readonly title: string;
}

/** One row of a chart whose values were read. */
export type KnownRow = Readonly<Record<string, number | null>>;

/**
 * A chart whose values were read: dates are times, `1,234` is a number, names are places in a list, and columns have names
 * that mean nothing. What draws it meets no text of the model's as data.
 */
export interface KnownChart {
  readonly chart: Chart;
  readonly rows: readonly KnownRow[];
  readonly channels: Readonly<Partial<Record<ChannelName, KnownChannel>>>;
  readonly detail: readonly KnownChannel[];
  readonly order: readonly KnownChannel[];
  readonly tooltip: readonly KnownChannel[];
  /** Columns of the fields that channels are sorted by, by field. */
  readonly sorters: ReadonlyMap<string, string>;
}

/** What numbers that were worked out are called. */
const AGGREGATES: Readonly<Record<string, (name: string) => string>> = {
  sum: (name) => `Sum of ${name}`,
  mean: (name) => `Mean of ${name}`,
  average: (name) => `Average of ${name}`,
  median: (name) => `Median of ${name}`,
  min: (name) => `Lowest of ${name}`,
  max: (name) => `Highest of ${name}`,
  distinct: (name) => `Different values of ${name}`,
  valid: (name) => `Values of ${name}`,
  missing: (name) => `Missing values of ${name}`,
  product: (name) => `Product of ${name}`,
  q1: (name) => `Lower quartile of ${name}`,
  q3: (name) => `Upper quartile of ${name}`,
  stdev: (name) => `Standard deviation of ${name}`,
  stdevp: (name) => `Standard deviation of ${name}`,
  variance: (name) => `Variance of ${name}`,
  variancep: (name) => `Variance of ${name}`,
  stderr: (name) => `Standard error of ${name}`,
  ci0: (name) => `Confidence, lower end of ${name}`,
  ci1: (name) => `Confidence, upper end of ${name}`,
};

const YEAR_NAME = /year|jahr|année|año|anno|\bano\b|rok|год|年/iu;

/** Reads the values of a chart's fields as its channels say. */
export function understandChart(chart: Chart): KnownChart {
  const columns = new Map<string, { readonly name: string; readonly reading: FieldReading }>();
  const { rows, fields, encoding } = chart;

  function column(
    channel: ChartChannel,
    field: string,
  ): { readonly name: string; readonly reading: FieldReading } {
    const { type, timeUnit, bin, aggregate, sort } = channel;
    const isBinned = bin !== undefined && bin !== false;
    const key = JSON.stringify([field, type, timeUnit !== undefined, isBinned, aggregate !== undefined, sort]);
    const known = columns.get(key);
    if (known !== undefined) return known;
    const values = rows.map((row) => cellOf(row, field));
    const added = { name: `f${columns.size}`, reading: readField(channel, values) };
    columns.set(key, added);
    return added;
  }

  function know(channel: ChartChannel): KnownChannel {
    const { field } = channel;
    const title = titleOf(channel);
    if (field === undefined || !fields.includes(field))
      return { channel, column: null, type: 'quantitative', grain: null, names: null, isYears: false, title };
    const { name, reading } = column(channel, field);
    const { type, grain, names } = reading;
    const isYears = type === 'quantitative' && channel.aggregate === undefined && areYears(field, reading.values);
    return { channel, column: name, type, grain, names, isYears, title };
  }

  const channels = Object.fromEntries(channelsOf(encoding).map(([name, channel]) => [name, know(channel)]));
  const lists = {
    detail: (encoding.detail ?? []).map(know),
    order: (encoding.order ?? []).map(know),
    tooltip: (encoding.tooltip ?? []).map(know),
  };
  const sorters = new Map<string, string>();
  for (const [, { sort }] of channelsOf(encoding)) {
    const field = sortField(sort);
    if (field !== null && fields.includes(field)) sorters.set(field, column({ type: 'quantitative' }, field).name);
  }
  return { chart, rows: toRows(rows.length, [...columns.values()]), channels, ...lists, sorters };
}

/** The field that a channel is sorted by, if it is by a field. */
export function sortField(sort: unknown): string | null {
  const field = typeof sort === 'object' && sort !== null && 'field' in sort ? sort.field : null;
  return typeof field === 'string' ? field : null;
}

/** What a field is called by default: `vehicles_per_day` is `vehicles per day`. */
export function fieldTitle(field: string): string {
  return field.replace(/_+/g, ' ').trim();
}

function titleOf({ field, aggregate, title, axis, legend, header }: ChartChannel): string {
  const own = [title, axis?.title, legend?.title, header?.title].find(
    (one) => typeof one === 'string' && one !== '',
  );
  if (typeof own === 'string') return own;
  if (aggregate === 'count' || field === undefined) return 'Count';
  const name = fieldTitle(field);
  if (aggregate === undefined) return name;
  return AGGREGATES[aggregate]?.(name) ?? `${aggregate}: ${name}`;
}

function areYears(field: string, values: readonly (number | null)[]): boolean {
  const said = values.filter((value) => value !== null);
  if (said.length === 0 || !said.every(isYear)) return false;
  return YEAR_NAME.test(field) || said.every((value) => value >= 1700 && value <= 2100);
}

function toRows(
  count: number,
  columns: readonly { readonly name: string; readonly reading: FieldReading }[],
): readonly KnownRow[] {
  return Array.from({ length: count }, (_, row) =>
    Object.fromEntries(columns.map(({ name, reading }) => [name, reading.values[row] ?? null])),
  );
}
