import type { NumberStyle } from '../values/format-value';
import { pointsOf, type ChartRoles } from './chart-points';
import type { KnownChannel, KnownChart } from './understand-chart';

/** From here on numbers on an axis are shortened: `10K`. */
const LONG_NUMBER = 10_000;

/** The smallest and the largest number that an axis has to show. */
export type Extent = readonly [least: number, most: number];

/** The extent of a channel's numbers as they are drawn, stacked or counted; null where it has none. */
export function extentOf(known: KnownChart, channel: KnownChannel, roles: ChartRoles): Extent | null {
  const { aggregate, bin } = channel.channel;
  if (channel !== roles.measure || (bin !== undefined && bin !== false))
    return extent(known.rows.map((row) => (channel.column === null ? null : (row[channel.column] ?? null))));
  const points = pointsOf(known, roles);
  if (points.length === 0 && aggregate === 'count') return [0, known.rows.length];
  if (!isStacked(known, roles)) return extent(points.map(({ value }) => value));
  const stacks = Map.groupBy(points, ({ at, series }) => JSON.stringify([at, series.slice(roles.series.length)]));
  const sums = [...stacks.values()].map((stack) => stack.reduce((sum, { value }) => sum + value, 0));
  return extent([...sums, ...points.map(({ value }) => value)]);
}

/** Whether a chart's series stand on each other. */
export function isStacked({ chart, channels }: KnownChart, { measure, series }: ChartRoles): boolean {
  const { type } = chart.mark;
  if ((type !== 'bar' && type !== 'area') || series.length === 0 || measure === null) return false;
  if (channels.xOffset !== undefined || channels.yOffset !== undefined) return false;
  const { stack } = measure.channel;
  return stack !== null && stack !== false;
}

function extent(values: readonly (number | null)[]): Extent | null {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value === null) continue;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return least <= most ? [least, most] : null;
}

/** How the numbers of an axis are written, so that they are short and its marks differ. */
export function numberStyle(channel: KnownChannel, numbers: Extent | null, fromZero: boolean): NumberStyle {
  if (channel.isYears) return 'plain';
  if (numbers === null) return 'full';
  const [least, most] = fromZero ? [Math.min(0, numbers[0]), Math.max(0, numbers[1])] : numbers;
  const size = Math.max(Math.abs(least), Math.abs(most));
  if (size < LONG_NUMBER) return 'full';
  const step = (most - least || size) / 4;
  return `compact:${Math.min(6, Math.max(2, Math.ceil(Math.log10(size / step)) + 1))}`;
}
