import { formatTick, formatTimeUnit } from '../values/format-value';
import type { ChartChannel, ChannelName } from './chart';
import { isMeasure, valueIn, valuesOf, wordsFor } from './chart-points';
import { ROOM, wrapText, type ChartRoom } from './chart-room';
import type { KnownChannel, KnownChart } from './understand-chart';

/** More names than this would make bars that lie too high a chart. */
const MAX_LYING = 30;
/** Points in time that each get a place of their own under bars. */
const MAX_PLACES = 31;
/** Gaps between points in time that still count as even: February to March. */
const EVEN = 1.2;
/** Names longer than this, in CSS pixels, are read better beside bars that lie. */
const LONG_NAME = 70;
/** Kinds of points; more series are told apart by colour, and by their words. */
const MAX_SHAPES = 5;
/** Eight colours and five dashes are forty lines that differ. */
const MAX_DASHES = 40;
/** Milliseconds. */
const MONTH = 32 * 86_400_000;

type Channels = KnownChart['channels'];

/**
 * Makes of a chart what reads well in a narrow room and says the same: bars side by side rather than in narrow panels,
 * bars that lie where their names are long, a place for each date under bars, series told apart by more than colour.
 */
export function arrangeChart(known: KnownChart, room: ChartRoom): KnownChart {
  return flipForNames(tellApart(dropRepeats(sideBySide(placesForTimes(known)))), room);
}

/** Under bars, evenly spaced dates and years are places with names: `Jan`, `Feb`. */
function placesForTimes(known: KnownChart): KnownChart {
  const { type } = known.chart.mark;
  if (type !== 'bar' && type !== 'rect') return known;
  let { rows } = known;
  const channels: Record<string, KnownChannel> = { ...known.channels };
  for (const name of ['x', 'y'] as const) {
    const old = channels[name];
    const other = channels[name === 'x' ? 'y' : 'x'];
    if (old === undefined || old.column === null || !(old.type === 'temporal' || old.isYears)) continue;
    if (type === 'bar' && !isMeasure(other)) continue;
    const times = valuesOf(known, old)
      .filter((time) => time !== null)
      .sort((a, b) => a - b);
    if (times.length === 0 || times.length > MAX_PLACES || !isEven(times)) continue;
    const column = `${old.column}p`;
    const places = new Map(times.map((time, place) => [time, place]));
    rows = rows.flatMap((row) => {
      const place = places.get(valueIn(row, old) ?? Number.NaN);
      return place === undefined ? [] : [{ ...row, [column]: place }];
    });
    channels[name] = {
      ...old,
      column,
      type: 'ordinal',
      isYears: false,
      ...namesOfTimes(old, times),
      channel: asOrdinal(old.channel),
    };
    known = { ...known, rows };
  }
  return { ...known, rows, channels };
}

function isEven(times: readonly number[]): boolean {
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  return gaps.length === 0 || Math.max(...gaps) <= Math.min(...gaps) * EVEN;
}

function namesOfTimes(known: KnownChannel, times: readonly number[]): Pick<KnownChannel, 'names' | 'marks'> {
  const names = times.map((time) => wordsFor(known, time));
  const { timeUnit } = known.channel;
  if (known.type !== 'temporal' || known.grain === 'year' || known.grain === 'quarter') return { names };
  const isCycle = timeUnit !== undefined && !timeUnit.includes('year');
  const marks = times.map((time) =>
    isCycle
      ? formatTimeUnit(time, timeUnit)
      : formatTick(time, times.length > 0 && (times.at(-1) ?? 0) - (times[0] ?? 0) < MONTH ? 'day' : 'month'),
  );
  return { names, marks };
}

function asOrdinal({ timeUnit: _unit, scale: _scale, axis, ...channel }: ChartChannel): ChartChannel {
  if (axis === undefined || axis === null)
    return { ...channel, type: 'ordinal', ...(axis === null ? { axis } : {}) };
  const { format: _format, values: _values, tickCount: _count, ...kept } = axis;
  return { ...channel, type: 'ordinal', axis: kept };
}

/** Bars in one narrow panel for each category, as older specifications group them, are bars side by side. */
function sideBySide(known: KnownChart): KnownChart {
  const { x, y, column, color, xOffset } = known.channels;
  if (known.chart.mark.type !== 'bar' || x?.names == null || column?.names == null || !isMeasure(y)) return known;
  if (xOffset !== undefined || color?.channel.field !== x.channel.field) return known;
  const { column: _column, ...channels } = known.channels;
  return { ...known, channels: { ...channels, x: column, xOffset: x } };
}

/** Colours that repeat what a place says need no legend, and are too many to be told apart. */
function dropRepeats(known: KnownChart): KnownChart {
  const { color, x, y } = known.channels;
  if (color?.names == null || known.chart.mark.type === 'arc') return known;
  const repeats = [x, y].some((place) => place?.channel.field === color.channel.field);
  if (!repeats && color.names.length > 1) return known;
  const { color: _color, ...channels } = known.channels;
  return { ...known, channels };
}

/** Nothing is told by colour alone: lines get dashes, points get shapes. */
function tellApart(known: KnownChart): KnownChart {
  const { color, strokeDash, shape } = known.channels;
  if (color?.names == null) return known;
  const { length } = color.names;
  const { type } = known.chart.mark;
  if (type === 'line' && strokeDash === undefined && length <= MAX_DASHES)
    return { ...known, channels: { ...known.channels, strokeDash: color } };
  if (
    (type === 'point' || type === 'circle' || type === 'square') &&
    shape === undefined &&
    length <= MAX_SHAPES
  ) {
    const mark = { ...known.chart.mark, type: 'point' } as const;
    return { ...known, chart: { ...known.chart, mark }, channels: { ...known.channels, shape: color } };
  }
  return known;
}

function flipForNames(known: KnownChart, room: ChartRoom): KnownChart {
  const { x, y, row, column, facet } = known.channels;
  if (known.chart.mark.type !== 'bar' || x?.names == null || !isMeasure(y)) return known;
  if (row !== undefined || column !== undefined || facet !== undefined || known.channels.x2 !== undefined)
    return known;
  if (x.names.length > MAX_LYING || x.channel.axis === null) return known;
  const names = x.marks ?? x.names;
  const step = (room.width - ROOM.sideAxis) / Math.max(1, names.length) - ROOM.gap;
  const fits = names.every((name) => wrapText(name, step, 2, room.measure) !== null);
  if (fits || names.every((name) => room.measure(name) <= LONG_NAME)) return known;
  const { orient: _orient, ...mark } = known.chart.mark;
  return { ...known, chart: { ...known.chart, mark }, channels: swapPlaces(known.channels) };
}

const SWAPS: readonly (readonly [ChannelName, ChannelName])[] = [
  ['x', 'y'],
  ['x2', 'y2'],
  ['xOffset', 'yOffset'],
];

function swapPlaces(channels: Channels): Channels {
  const swapped: Record<string, KnownChannel> = { ...channels };
  for (const [a, b] of SWAPS) {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const known = channels[from];
      if (known === undefined) Reflect.deleteProperty(swapped, to);
      else swapped[to] = { ...known, channel: turned(known.channel) };
    }
  }
  return swapped;
}

function turned({ axis, sort, ...channel }: ChartChannel): ChartChannel {
  return {
    ...channel,
    ...(sort === undefined ? {} : { sort: typeof sort === 'string' ? (TURNED_SORTS[sort] ?? sort) : sort }),
    ...(axis == null ? { ...(axis === null ? { axis } : {}) } : { axis: withoutPlace(axis) }),
  };
}

const TURNED_SORTS: Readonly<Record<string, string>> = { x: 'y', y: 'x', '-x': '-y', '-y': '-x' };

function withoutPlace({ orient: _orient, labelAngle: _angle, ...axis }: NonNullable<ChartChannel['axis']>) {
  return axis;
}
