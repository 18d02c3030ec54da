import { valuesOf, type ChartRoles } from './chart-points';
import type { Extent } from './plan-numbers';
import type { KnownChannel, KnownChart } from './understand-chart';

/** How thick bars are on an axis that has no places for them: most of the smallest gap. */
export function barSizeOf(
  known: KnownChart,
  roles: ChartRoles,
  channel: KnownChannel,
  length: number,
): number | null {
  const { bin, timeUnit } = channel.channel;
  const hasBands = channel.names !== null || (bin !== undefined && bin !== false) || timeUnit !== undefined;
  const hasEnds = known.channels.x2 !== undefined || known.channels.y2 !== undefined;
  if (known.chart.mark.type !== 'bar' || channel !== roles.dimension || hasBands || hasEnds) return null;
  const values = valuesOf(known, channel)
    .filter((value) => value !== null)
    .sort((a, b) => a - b);
  const [first = 0, last = 0] = [values[0], values.at(-1)];
  if (first === last) return 28;
  const gap = values
    .slice(1)
    .reduce((least, value, index) => Math.min(least, value - (values[index] ?? 0)), Infinity);
  return Math.max(1.5, Math.min(28, (gap / (last - first)) * length * 0.8));
}

/** Where lengths on a logarithm begin, which has no zero: at the power of ten below the least; null elsewhere. */
export function logFloor(
  { chart }: KnownChart,
  { measure }: ChartRoles,
  channel: KnownChannel,
  scale: Readonly<Record<string, unknown>>,
  numbers: Extent | null,
): number | null {
  const { type } = chart.mark;
  if ((type !== 'bar' && type !== 'area') || channel !== measure || scale['type'] !== 'log' || numbers === null)
    return null;
  const power = Math.floor(Math.log10(numbers[0]));
  return 10 ** (10 ** power === numbers[0] ? power - 1 : power);
}
