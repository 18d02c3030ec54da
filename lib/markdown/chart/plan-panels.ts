import { ROOM, type ChartRoom } from './chart-room';
import type { NameFormat } from './plan-axis';
import type { KnownChannel, KnownChart } from './understand-chart';

/** Small charts beside and below each other. */
export interface PanelPlan {
  readonly across: number;
  readonly down: number;
  /** CSS pixels of one panel's plot, before it is known what its axes really take. */
  readonly width: number;
  readonly height: number;
  /** CSS pixels of the names above the panels. */
  readonly headers: number;
  readonly encoding: Readonly<Record<string, unknown>>;
}

/** Narrower panels can't be read. */
const LEAST_WIDTH = 116;
const HEADER = 20;
const SPACING = 10;
const HEIGHTS = [140, 110, 84] as const;

/** Plans the panels of a chart that has a row, a column or a facet channel; null for one that has none. */
export function planPanels({ channels }: KnownChart, room: ChartRoom, nameFormat: NameFormat): PanelPlan | null {
  const { row, column, facet } = channels;
  const free = room.width - ROOM.sideAxis;
  if (row !== undefined && column !== undefined) {
    const [across, down] = [countOf(column), countOf(row)];
    const [width, height] = [Math.floor(free / across) - SPACING, Math.max(60, Math.min(84, 400 / down))];
    const encoding = {
      column: panelField(column, width, nameFormat),
      row: { ...panelField(row, height, nameFormat), spacing: SPACING },
    };
    return { across, down, width, height, headers: HEADER, encoding };
  }
  const by = row ?? column ?? facet;
  if (by === undefined) return null;
  const count = countOf(by);
  const most = row === undefined ? Math.max(1, Math.floor(free / LEAST_WIDTH)) : 1;
  const asked = facet?.channel.columns ?? count;
  const across = Math.max(1, Math.min(most, asked, count));
  const down = Math.ceil(count / across);
  const width = Math.floor(free / across) - SPACING;
  return {
    across,
    down,
    width,
    height: HEIGHTS[Math.min(down, HEIGHTS.length) - 1] ?? HEIGHTS[2],
    headers: down * (HEADER + SPACING),
    encoding: { facet: { ...panelField(by, width, nameFormat), columns: across, spacing: SPACING } },
  };
}

function countOf({ names }: KnownChannel): number {
  return Math.max(1, names?.length ?? 1);
}

function panelField(
  channel: KnownChannel,
  width: number,
  nameFormat: NameFormat,
): Readonly<Record<string, unknown>> {
  const named =
    channel.names === null
      ? { formatType: 'asideTick', format: 'month' }
      : { formatType: 'asideName', format: nameFormat(channel.names, 0) };
  return {
    field: channel.column ?? '',
    type: channel.names === null ? channel.type : 'ordinal',
    header: { title: null, labelLimit: Math.max(40, width), labelPadding: 4, ...named },
  };
}
