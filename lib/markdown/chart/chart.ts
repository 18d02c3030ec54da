/** What a cell of a chart's data can hold. */
export type ChartValue = string | number | boolean | null;

/** One row of a chart's data, by field. */
export type ChartRow = Readonly<Record<string, ChartValue>>;

/** How a field's values are to be understood, in Vega-Lite's words. */
export type FieldType = 'quantitative' | 'temporal' | 'ordinal' | 'nominal';

/** Vega-Lite's marks that are drawn. */
export type MarkType = 'line' | 'bar' | 'area' | 'point' | 'circle' | 'square' | 'tick' | 'rect' | 'rule' | 'arc';

/** A mark with what may be said of it; the rest of its looks is the theme's. */
export interface ChartMark {
  readonly type: MarkType;
  readonly point?: boolean;
  readonly line?: boolean;
  readonly filled?: boolean;
  readonly opacity?: number;
  readonly innerRadius?: number;
  readonly orient?: 'horizontal' | 'vertical';
  readonly interpolate?: string;
}

/** What may be said of an axis. */
export interface ChartAxis {
  readonly title?: string | null;
  readonly format?: string;
  readonly grid?: boolean;
  readonly labels?: boolean;
  readonly ticks?: boolean;
  readonly domain?: boolean;
  /** Degrees. */
  readonly labelAngle?: number;
  readonly tickCount?: number;
  readonly values?: readonly ChartValue[];
  readonly orient?: string;
}

/** What may be said of a scale; the theme has its colours. */
export interface ChartScale {
  readonly type?: string;
  readonly zero?: boolean;
  readonly nice?: boolean;
  readonly reverse?: boolean;
  readonly base?: number;
  readonly exponent?: number;
  readonly domain?: readonly ChartValue[] | 'unaggregated';
  readonly domainMin?: number;
  readonly domainMax?: number;
}

/** What a channel shows: Vega-Lite's field definition. */
export interface ChartChannel {
  readonly field?: string;
  readonly type?: FieldType;
  readonly aggregate?: string;
  readonly bin?: boolean | { readonly maxbins?: number; readonly step?: number; readonly nice?: boolean };
  readonly timeUnit?: string;
  readonly stack?: string | boolean | null;
  readonly title?: string | null;
  readonly sort?: unknown;
  readonly format?: string;
  readonly axis?: ChartAxis | null;
  readonly legend?: { readonly title?: string | null; readonly format?: string } | null;
  readonly scale?: ChartScale;
  readonly header?: { readonly title?: string | null; readonly format?: string };
  /** Of facets: how many stand side by side. */
  readonly columns?: number;
}

/** Channels with one definition, in the order in which they are spoken of. */
export const CHANNELS = [
  ...(['x', 'y', 'x2', 'y2', 'theta', 'radius', 'color', 'size', 'shape', 'opacity', 'strokeDash'] as const),
  ...(['strokeWidth', 'fillOpacity', 'strokeOpacity', 'xOffset', 'yOffset', 'row', 'column', 'facet'] as const),
] as const;

/** A channel with one definition. */
export type ChannelName = (typeof CHANNELS)[number];

/** Vega-Lite's encoding, `fill` and `stroke` read as `color`, lists always lists. */
export type ChartEncoding = { readonly [Name in ChannelName]?: ChartChannel } & {
  readonly detail?: readonly ChartChannel[];
  readonly order?: readonly ChartChannel[];
  readonly tooltip?: readonly ChartChannel[];
};

/** A chart that passed the whitelist: nothing in it can run, fetch or colour. */
export interface Chart {
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
  readonly rows: readonly ChartRow[];
  /** Names of the rows' fields, in order of appearance. */
  readonly fields: readonly string[];
  readonly mark: ChartMark;
  readonly encoding: ChartEncoding;
}

/** The channels that a chart uses, each with its definition. */
export function channelsOf(encoding: ChartEncoding): readonly (readonly [ChannelName, ChartChannel])[] {
  return CHANNELS.flatMap((name) => {
    const channel = encoding[name];
    return channel === undefined ? [] : [[name, channel] as const];
  });
}

/** Whether a channel tells groups apart rather than measuring: its values are names. */
export function isDiscrete({ type, bin, timeUnit, aggregate }: ChartChannel): boolean {
  if (aggregate !== undefined || (bin !== undefined && bin !== false)) return false;
  return type === undefined ? timeUnit === undefined : type === 'nominal' || type === 'ordinal';
}

/** The different values of a field, in order of appearance, nothing left out. */
export function distinctValues(rows: readonly ChartRow[], field: string): readonly ChartValue[] {
  return [...new Set(rows.map((row) => cellOf(row, field)))];
}

/** A row's value of a field, null where it has none; a field may be called `constructor`. */
export function cellOf(row: ChartRow, field: string): ChartValue {
  return Object.hasOwn(row, field) ? (row[field] ?? null) : null;
}
