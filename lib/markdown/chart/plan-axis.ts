import type { NumberStyle, TickStyle } from '../values/format-value';
import { ROOM, wrapText, type ChartRoom } from './chart-room';
import { numberFormatOf, timeFormatOf } from './own-format';
import type { KnownChannel, KnownChart } from './understand-chart';

/** An axis as Vega-Lite takes it (null: none) and the room it needs. */
export interface AxisPlan {
  readonly axis: Readonly<Record<string, unknown>> | null;
  /** CSS pixels that its labels take away from the plot: below it for x, beside it for y. */
  readonly depth: number;
  /** CSS pixels above (y) or below (x) for its title. */
  readonly titleRoom: number;
}

/** Places are numbers that are written as names: this says of which list, and how wide a line of them may be. */
export type NameFormat = (names: readonly string[], width: number) => string;

interface AxisPlace {
  readonly side: 'x' | 'y';
  /** Length of the axis in CSS pixels. */
  readonly length: number;
  readonly style: NumberStyle;
  /** Whether there are more plots than one: a title above this one would stand in the name of its panel. */
  readonly isPanel: boolean;
  /** How marks of times are written. */
  readonly tickStyle: TickStyle;
}

/** Plans an axis so that its labels can be read and do not run into each other. */
export function planAxis(
  known: KnownChart,
  channel: KnownChannel,
  place: AxisPlace,
  room: ChartRoom,
  nameFormat: NameFormat,
): AxisPlan {
  const own = channel.channel.axis;
  if (own === null) return { axis: null, depth: 0, titleRoom: 0 };
  const title = axisTitle(known, channel);
  const shared = {
    title,
    ...(own?.grid === undefined ? {} : { grid: own.grid }),
    ...(own?.labels === false ? { labels: false } : {}),
  };
  const labels = channel.names === null ? planMarks(channel, place) : planNames(channel, place, room, nameFormat);
  const lies = place.side === 'y' && !place.isPanel;
  const titleRoom = title === null || (place.side === 'y' && place.isPanel) ? 0 : ROOM.title;
  return {
    axis: { ...shared, ...labels.axis, ...(lies ? ABOVE : {}) },
    depth: own?.labels === false ? 0 : labels.depth,
    titleRoom,
  };
}

/** A title that lies above the axis costs no width. */
const ABOVE = { titleAngle: 0, titleAlign: 'left', titleBaseline: 'bottom', titleX: 0, titleY: -7 } as const;

interface LabelPlan {
  readonly axis: Readonly<Record<string, unknown>>;
  readonly depth: number;
}

/** Marks of numbers and times. */
function planMarks(channel: KnownChannel, { side, length, style, tickStyle }: AxisPlace): LabelPlan {
  const own = channel.channel.axis;
  const count =
    side === 'x' ? Math.max(2, Math.min(8, Math.floor(length / (channel.type === 'temporal' ? 40 : 62)))) : 4;
  const tickCount = Math.min(own?.tickCount ?? count, side === 'x' ? count + 2 : 8);
  const ticks = { tickCount, labelOverlap: 'parity' };
  const depth = side === 'x' ? ROOM.line + 4 : ROOM.sideAxis;
  if (channel.type === 'temporal') {
    const unit = channel.channel.timeUnit;
    const isCycle = unit !== undefined && !unit.includes('year');
    const format = timeFormatOf(own?.format);
    if (format !== null) return { axis: { ...ticks, format }, depth };
    const named = isCycle
      ? { formatType: 'asideUnit', format: unit }
      : { formatType: 'asideTick', format: tickStyle };
    return { axis: { ...ticks, ...named }, depth };
  }
  const values = own?.values?.filter((value) => typeof value === 'number') ?? [];
  const chosen = values.length > 0 && values.length <= tickCount + 4 ? { values } : ticks;
  const whole = channel.channel.aggregate === 'count' || channel.isYears ? { tickMinStep: 1 } : {};
  // Marks of a logarithm stand ever closer: of them as many as fit; of others every second, fourth, ….
  const overlap = { labelOverlap: channel.channel.scale?.type === 'log' ? 'greedy' : 'parity', ...whole };
  const format = numberFormatOf(own?.format);
  if (format !== null) return { axis: { ...chosen, ...overlap, format }, depth };
  // Shares have Vega-Lite's own marks, in per cent.
  if (channel.channel.stack === 'normalize') return { axis: { ...chosen, ...overlap }, depth };
  const numbers = { formatType: 'asideNumber', format: style };
  return { axis: { ...chosen, ...overlap, ...numbers }, depth };
}

/** Names of places: straight if they fit, on two lines, at a slant, and at last not all of them. */
function planNames(
  channel: KnownChannel,
  { side, length }: AxisPlace,
  { width, measure }: ChartRoom,
  nameFormat: NameFormat,
): LabelPlan {
  const names = channel.marks ?? channel.names ?? [];
  const widest = names.reduce((most, name) => Math.max(most, measure(name)), 0);
  const step = length / Math.max(1, names.length);
  const named = (room: number) => ({ formatType: 'asideName', format: nameFormat(names, room) });
  if (side === 'y') {
    const limit = Math.floor(width * 0.4);
    const isTwoLines = widest > limit && step >= 2 * ROOM.line;
    const axis = {
      ...named(isTwoLines ? limit : 0),
      labelLimit: limit,
      labelOverlap: step < 11 ? 'greedy' : false,
    };
    return { axis, depth: Math.min(limit, widest) + 8 };
  }
  const free = step - ROOM.gap;
  if (widest <= free) return { axis: { ...named(0), labelAngle: 0, labelOverlap: false }, depth: ROOM.line + 4 };
  if (names.every((name) => wrapText(name, free, 2, measure) !== null)) {
    const axis = { ...named(free), labelAngle: 0, labelOverlap: false, labelLimit: free + 2 };
    return { axis, depth: 2 * ROOM.line + 4 };
  }
  // Marks of times can be left out; what stands between two of them is clear.
  if (channel.marks !== undefined || areNumbers(names))
    return { axis: { ...named(0), labelAngle: 0, labelOverlap: 'parity' }, depth: ROOM.line + 4 };
  const slanted = Math.min(widest, ROOM.slanted);
  const axis = {
    ...named(0),
    labelAngle: -45,
    labelLimit: ROOM.slanted,
    labelOverlap: step < ROOM.line ? 'greedy' : false,
  };
  return { axis, depth: Math.ceil(slanted * Math.SQRT1_2) + ROOM.line };
}

function areNumbers(names: readonly string[]): boolean {
  return names.every((name) => /^[\d.,:%\s-]+$/.test(name));
}

/** A title where it tells something that the chart's own does not. */
function axisTitle({ chart }: KnownChart, { channel, title, type, isYears, names }: KnownChannel): string | null {
  const own = [channel.title, channel.axis?.title].find((one) => one !== undefined);
  if (own === null || own === '') return null;
  const said = `${chart.title} ${chart.subtitle}`.toLowerCase();
  if (own !== undefined) return said.includes(own.toLowerCase()) ? null : own;
  // Dates and names say themselves what they are.
  if (type === 'temporal' || isYears || names !== null) return null;
  const words = title.toLowerCase().split(/\s+/);
  return words.every((word) => said.includes(word)) ? null : title;
}
