import { dateReader } from '../values/parse-date';
import type { ChartRoles } from './chart-points';
import type { Extent } from './plan-numbers';
import { isYear } from './read-field';
import type { KnownChannel, KnownChart } from './understand-chart';

/** Values that lie closer together than this share of the largest are shown without the empty part below them. */
const CLOSE = 0.4;
const SCALES: readonly string[] = ['linear', 'log', 'symlog', 'pow', 'sqrt'];

/** Vega-Lite's scale of a channel of numbers or times; nothing for names, whose order is that of their places. */
export function planScale(
  name: string,
  known: KnownChart,
  channel: KnownChannel,
  roles: ChartRoles,
  numbers: Extent | null,
): Readonly<Record<string, unknown>> {
  const own = channel.channel.scale ?? {};
  const reverse = own.reverse === true ? { reverse: true } : {};
  if (channel.names !== null) return reverse;
  const domain = domainOf(channel);
  if (channel.type === 'temporal') return { ...reverse, ...domain, nice: own.nice ?? false };
  const type = own.type !== undefined && SCALES.includes(own.type) ? own.type : 'linear';
  // A logarithm has no place for zero and less.
  const isLog = type === 'log';
  const shown = isLog && numbers !== null && numbers[0] <= 0 ? 'symlog' : type;
  const isPlace = name === 'x' || name === 'y';
  return {
    ...reverse,
    ...domain,
    ...(shown === 'linear' ? {} : { type: shown }),
    ...(shown === 'log' && own.base !== undefined ? { base: own.base } : {}),
    ...(shown === 'pow' && own.exponent !== undefined ? { exponent: own.exponent } : {}),
    ...(own.nice === undefined ? (channel.isYears ? { nice: false } : {}) : { nice: own.nice }),
    ...(isPlace && shown === 'linear' && !('domain' in domain) ? zeroOf(known, channel, roles, numbers) : {}),
  };
}

/** Whether an axis of numbers begins at nothing. Lengths have to; places need not. */
function zeroOf(
  { chart }: KnownChart,
  channel: KnownChannel,
  { measure }: ChartRoles,
  numbers: Extent | null,
): { readonly zero?: boolean } {
  const own = channel.channel.scale?.zero;
  const { type } = chart.mark;
  const isLength = (type === 'bar' || type === 'area') && channel === measure;
  if (isLength) return {};
  if (own !== undefined) return { zero: own };
  if (channel.isYears || (type === 'line' && channel !== measure)) return { zero: false };
  if (numbers === null) return {};
  const [least, most] = numbers;
  const isFar = least > 0 ? most - least < most * CLOSE : most < 0 && most - least < -least * CLOSE;
  return isFar ? { zero: false } : {};
}

function domainOf(channel: KnownChannel): Readonly<Record<string, unknown>> {
  const { scale } = channel.channel;
  const { domain, domainMin, domainMax } = scale ?? {};
  const ends = {
    ...(typeof domainMin === 'number' && channel.type === 'quantitative' ? { domainMin } : {}),
    ...(typeof domainMax === 'number' && channel.type === 'quantitative' ? { domainMax } : {}),
  };
  if (!Array.isArray(domain) || domain.length !== 2) return ends;
  const read = dateReader([]);
  const numbers = (domain as readonly unknown[]).map((end) => {
    if (channel.type === 'quantitative') return typeof end === 'number' ? end : null;
    if (typeof end === 'number') return isYear(end) ? new Date(end, 0, 1).getTime() : end;
    if (typeof end !== 'string') return null;
    return isYear(end) ? new Date(Number(end), 0, 1).getTime() : (read(end)?.time ?? null);
  });
  return numbers.includes(null) || numbers[0] === numbers[1] ? ends : { domain: numbers };
}
