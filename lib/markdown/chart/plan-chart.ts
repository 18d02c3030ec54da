import { arrangeChart } from './arrange-chart';
import type { ChannelName, Chart } from './chart';
import type { TickStyle } from '../values/format-value';
import { rolesOf, type ChartRoles } from './chart-points';
import { ROOM, type ChartRoom } from './chart-room';
import { encodeField, tellFields } from './encode-channels';
import { barSizeOf, logFloor } from './plan-bars';
import { planAxis, type AxisPlan, type NameFormat } from './plan-axis';
import { planLegend } from './plan-legend';
import { extentOf, isStacked, numberStyle, type Extent } from './plan-numbers';
import { planPanels, type PanelPlan } from './plan-panels';
import { planScale } from './plan-scale';
import { understandChart, type KnownChart, type KnownRow } from './understand-chart';

type VegaObject = Readonly<Record<string, unknown>>;

/** A chart laid out for its room, ready to be drawn. */
export interface ChartPlan {
  /** Tells its names from those of other drawings. */
  readonly id: string;
  /** CSS pixels of the whole picture; known before anything is drawn. */
  readonly width: number;
  readonly height: number;
  readonly rows: readonly KnownRow[];
  /** Vega-Lite's. */
  readonly mark: VegaObject;
  readonly encoding: VegaObject;
  readonly panels: PanelPlan | null;
  /** What is said of a point, in the order of the tooltip's fields `t0`, `t1`, …. */
  readonly titles: readonly string[];
  /** Which of those tell series and panels apart, by their place. */
  readonly series: readonly number[];
  /** Along which axis its points follow each other. */
  readonly main: 'x' | 'y';
  /** Lists of names; formats of type `asideName` are `<id>|<list>|<width of a line or 0>`. */
  readonly names: readonly (readonly string[])[];
}

const GUIDED: readonly ChannelName[] = ['color', 'shape', 'strokeDash', 'size', 'opacity', 'strokeWidth'];

/**
 * Lays a chart out so that axes, legends and labels fit its room. `id` tells this drawing's lists of names from those of
 * others.
 */
export function planChart(chart: Chart, room: ChartRoom, id: string): ChartPlan {
  const known = arrangeChart(understandChart(chart), room);
  const roles = rolesOf(known);
  const lists: (readonly string[])[] = [];
  const nameFormat: NameFormat = (names, width) => {
    const index = lists.includes(names) ? lists.indexOf(names) : lists.push(names) - 1;
    return `${id}|${index}|${Math.floor(width)}`;
  };
  const panels = planPanels(known, room, nameFormat);
  const axes = planAxes(known, roles, room, panels, nameFormat);
  const legends = planLegends(known, roles, room, nameFormat);
  const told = tellFields(known, roles, nameFormat);
  const plot = panels === null ? axes.plotHeight : panels.down * panels.height + panels.headers;
  return {
    id,
    width: room.width,
    height: Math.max(ROOM.least, Math.ceil(plot + axes.height + legends.height + 8)),
    rows: known.rows,
    mark: planMark(known, roles, axes.barSize),
    encoding: {
      ...plainChannels(known),
      ...axes.encoding,
      ...legends.encoding,
      ...panels?.encoding,
      tooltip: told.tooltip,
    },
    panels,
    titles: told.titles,
    series: told.series,
    main: roles.measure !== null && roles.measure === known.channels.x && !roles.isScatter ? 'y' : 'x',
    names: lists,
  };
}

interface AxesPlan {
  readonly encoding: VegaObject;
  /** CSS pixels of the plot, and of what stands above and below it. */
  readonly plotHeight: number;
  readonly height: number;
  readonly barSize: number | null;
}

function planAxes(
  known: KnownChart,
  roles: ChartRoles,
  room: ChartRoom,
  panels: PanelPlan | null,
  nameFormat: NameFormat,
): AxesPlan {
  const plotHeight = plotHeightOf(known, room);
  const encoding: Record<string, unknown> = {};
  const plans: Partial<Record<'x' | 'y', AxisPlan>> = {};
  let barSize: number | null = null;
  for (const side of ['y', 'x'] as const) {
    const channel = known.channels[side];
    if (channel === undefined) continue;
    const numbers = channel.names === null ? extentOf(known, channel, roles) : null;
    const scale = planScale(side, known, channel, roles, numbers);
    const fromZero = !('zero' in scale) && channel === roles.measure;
    const length =
      side === 'y' ? (panels?.height ?? plotHeight) : (panels?.width ?? room.width - (plans.y?.depth ?? 0) - 8);
    const style = numberStyle(channel, numbers, fromZero);
    const plan = planAxis(
      known,
      channel,
      { side, length, style, isPanel: panels !== null, tickStyle: tickStyleOf(numbers) },
      room,
      nameFormat,
    );
    plans[side] = plan;
    const size = barSizeOf(known, roles, channel, length);
    barSize = size ?? barSize;
    const padding = size === null ? {} : { padding: size / 2 + 2 };
    encoding[side] = { ...encodeField(known, channel, true), axis: plan.axis, scale: { ...scale, ...padding } };
    const floor = logFloor(known, roles, channel, scale, numbers);
    if (floor !== null) {
      // Lengths on a logarithm begin at a power below the least: it has no zero.
      encoding[side] = { ...(encoding[side] as object), stack: null, scale: { ...scale, domainMin: floor } };
      encoding[`${side}2`] = { datum: floor };
    }
  }
  const height = (plans.x?.depth ?? 0) + (plans.x?.titleRoom ?? 0) + (plans.y?.titleRoom ?? 0) + ROOM.gap;
  return { encoding, plotHeight, height, barSize };
}

/** In less than a month of days the first of one must not be called by the month alone. */
function tickStyleOf(times: Extent | null): TickStyle {
  return times !== null && times[1] - times[0] < 32 * 86_400_000 ? 'day' : 'month';
}

/** A row of its own for each name at the side; otherwise always the same. */
function plotHeightOf({ channels, chart }: KnownChart, { width, measure }: ChartRoom): number {
  if (chart.mark.type === 'arc') return ROOM.plot + 20;
  const { y, yOffset } = channels;
  if (y?.names == null) return ROOM.plot;
  const count = y.names.length;
  const isLong = y.names.some((name) => measure(name) > width * 0.4);
  const single = isLong ? 34 : count <= 15 ? 24 : count <= 30 ? 20 : 16;
  const step = yOffset?.names == null ? single : Math.max(single, yOffset.names.length * 9 + 8);
  return Math.max(70, Math.min(640, count * step));
}

function planLegends(
  known: KnownChart,
  roles: ChartRoles,
  room: ChartRoom,
  nameFormat: NameFormat,
): { readonly encoding: VegaObject; readonly height: number } {
  const encoding: Record<string, unknown> = {};
  const heights = new Map<string, number>();
  for (const name of GUIDED) {
    const channel = known.channels[name];
    if (channel === undefined) continue;
    const numbers = channel.names === null ? extentOf(known, channel, roles) : null;
    const { legend, height } = planLegend(channel, known.chart.mark.type === 'line', numbers, room, nameFormat);
    const scale = planScale(name, known, channel, roles, numbers);
    encoding[name] = { ...encodeField(known, channel), legend, scale };
    // Channels of one field have one legend.
    heights.set(JSON.stringify([channel.channel.field, channel.channel.aggregate]), height);
  }
  return { encoding, height: [...heights.values()].reduce((sum, height) => sum + height, 0) };
}

const PLAIN: readonly ChannelName[] = ['x2', 'y2', 'theta', 'radius', 'xOffset', 'yOffset'];

function plainChannels(known: KnownChart): VegaObject {
  const encoding: Record<string, unknown> = {};
  for (const name of PLAIN) {
    const channel = known.channels[name];
    if (channel === undefined) continue;
    const { type, ...field } = encodeField(known, channel);
    // An end takes the type of its beginning.
    encoding[name] = name === 'x2' || name === 'y2' ? field : { ...field, type };
  }
  const lists = { detail: known.detail, order: known.order };
  for (const [name, list] of Object.entries(lists)) {
    if (list.length > 0) encoding[name] = list.map((channel) => encodeField(known, channel));
  }
  return encoding;
}

function planMark(known: KnownChart, roles: ChartRoles, barSize: number | null): VegaObject {
  const { type, point, line, filled, opacity, innerRadius, orient, interpolate } = known.chart.mark;
  const isLine = type === 'line' || type === 'area';
  return {
    type,
    ...(isLine && (point === true || hasLonePoint(known, roles)) ? { point: true } : {}),
    ...(type === 'area' ? { line: line ?? !isStacked(known, roles) } : {}),
    ...(filled === undefined ? {} : { filled }),
    ...(innerRadius === undefined ? {} : { innerRadius: Math.min(innerRadius, 60) }),
    ...(orient === undefined ? {} : { orient }),
    ...(interpolate === undefined ? {} : { interpolate }),
    ...(barSize === null ? {} : { size: barSize }),
    ...opacityOf(known, roles, opacity),
  };
}

/** A line through one point would not be seen. */
function hasLonePoint(known: KnownChart, { dimension, series, panels }: ChartRoles): boolean {
  if (dimension === null) return true;
  const lines = new Map<string, Set<number | null>>();
  for (const row of known.rows) {
    const key = JSON.stringify([...series, ...panels].map(({ column }) => (column === null ? null : row[column])));
    const at = dimension.column === null ? null : (row[dimension.column] ?? null);
    lines.set(key, (lines.get(key) ?? new Set()).add(at));
  }
  return [...lines.values()].some((places) => places.size === 1);
}

function opacityOf(known: KnownChart, roles: ChartRoles, own: number | undefined): VegaObject {
  if (own !== undefined) return { opacity: Math.max(0.2, own) };
  const { type } = known.chart.mark;
  if (type === 'area') return { fillOpacity: isStacked(known, roles) ? 0.85 : 0.22 };
  const isCloud = (type === 'point' || type === 'circle' || type === 'square') && known.rows.length > 40;
  return isCloud || known.channels.size !== undefined ? { opacity: 0.65 } : {};
}
