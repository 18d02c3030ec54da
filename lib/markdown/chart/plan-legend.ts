import { ROOM, type ChartRoom } from './chart-room';
import type { NameFormat } from './plan-axis';
import { numberStyle, type Extent } from './plan-numbers';
import type { KnownChannel } from './understand-chart';

/** A legend as Vega-Lite takes it (null: none) and how high it will be, in CSS pixels. */
export interface LegendPlan {
  readonly legend: Readonly<Record<string, unknown>> | null;
  readonly height: number;
}

const SYMBOL = 20;
const COLUMN_GAP = 10;
const ROW = 17;
/** Above the legend. */
const OFFSET = 10;

/** Of lines with points Vega-Lite would show the points, whose dashes nobody could tell apart. */
const AS_LINE = { symbolType: 'stroke', symbolStrokeWidth: 2 } as const;

/** Plans a legend below the plot, in as many columns as its names leave room for. `ofLines`: it explains lines. */
export function planLegend(
  channel: KnownChannel,
  ofLines: boolean,
  numbers: Extent | null,
  { width, measure }: ChartRoom,
  nameFormat: NameFormat,
): LegendPlan {
  const own = channel.channel.legend;
  if (own === null) return { legend: null, height: 0 };
  if (channel.names !== null) {
    const title = typeof own?.title === 'string' && own.title !== '' ? own.title : null;
    const widest = channel.names.reduce((most, name) => Math.max(most, measure(name)), 0);
    const columns = Math.max(1, Math.floor((width + COLUMN_GAP) / (widest + SYMBOL + COLUMN_GAP)));
    const labelLimit = Math.floor(width / columns) - SYMBOL;
    const rows = Math.ceil(channel.names.length / columns);
    const format = nameFormat(channel.names, 0);
    return {
      legend: { title, columns, labelLimit, formatType: 'asideName', format, ...(ofLines ? AS_LINE : {}) },
      height: OFFSET + rows * ROW + (title === null ? 0 : ROOM.title),
    };
  }
  const times = { formatType: 'asideTick', format: 'month' };
  const style = { formatType: 'asideNumber', format: numberStyle(channel, numbers, false) };
  const title = own?.title === null ? null : channel.title;
  return {
    legend: {
      title,
      ...(channel.type === 'temporal' ? times : style),
      gradientLength: Math.round(Math.min(180, width * 0.6)),
      tickCount: 3,
      columns: 4,
    },
    height: OFFSET + 26 + (title === null ? 0 : ROOM.title),
  };
}
