import { dateReader, type DateGrain } from '../values/parse-date';
import { decimalMarkOf, parseNumber } from '../values/parse-number';
import type { ChartChannel, ChartValue, FieldType } from './chart';
import { locale } from '../../words/locale';

/** A field's values made what its channel takes them for. */
export interface FieldReading {
  readonly type: FieldType;
  /**
   * Numbers for measures, milliseconds since the epoch for times, for the rest places in `names`; null where there is
   * none. Nothing that a model wrote is left in it.
   */
  readonly values: readonly (number | null)[];
  /** How exact its times are; null where it has none. */
  readonly grain: DateGrain | null;
  /** What is told apart, in the order in which it is shown; null for measures and times. */
  readonly names: readonly string[] | null;
}

/** Where a name should stand that is missing. */
const NO_NAME = '–';
const ISO_DATE = /^\d{4}-\d{2}(?:-\d{2}(?:[T ].+)?)?$/;

/**
 * Reads a field as its channel says; where it says nothing, as Vega-Lite would if it looked at the data. Times that
 * can't be read as times become names in the order given, so that there is a chart.
 */
export function readField(channel: ChartChannel, values: readonly ChartValue[]): FieldReading {
  switch (typeOf(channel, values)) {
    case 'quantitative':
      return { type: 'quantitative', values: readNumbers(values), grain: null, names: null };
    case 'temporal':
      return readTimes(values) ?? readNames(values, 'ordinal', channel.sort);
    case 'ordinal':
      return readNames(values, 'ordinal', channel.sort);
    case 'nominal':
      return readNames(values, 'nominal', channel.sort);
  }
}

function typeOf({ type, bin, timeUnit, aggregate }: ChartChannel, values: readonly ChartValue[]): FieldType {
  if (timeUnit !== undefined) return 'temporal';
  if (bin !== undefined && bin !== false) return 'quantitative';
  if (aggregate !== undefined && type !== 'temporal') return 'quantitative';
  if (type !== undefined) return type;
  const said = values.filter((value) => value !== null);
  if (said.every((value) => typeof value === 'number')) return 'quantitative';
  return said.every((value) => typeof value === 'string' && ISO_DATE.test(value)) ? 'temporal' : 'nominal';
}

function readNumbers(values: readonly ChartValue[]): readonly (number | null)[] {
  const mark = decimalMarkOf(values.filter((value) => typeof value === 'string'));
  return values.map((value) => {
    if (typeof value === 'string') return parseNumber(value, mark)?.value ?? null;
    return value === null ? null : Number(value);
  });
}

function readTimes(values: readonly ChartValue[]): FieldReading | null {
  const said = values.filter((value) => value !== null);
  if (said.length > 0 && said.every(isYear)) {
    const years = values.map((value) => (value === null ? null : startOfYear(Number(value))));
    return { type: 'temporal', values: years, grain: 'year', names: null };
  }
  const read = dateReader(said.filter((value) => typeof value === 'string'));
  let grain: DateGrain = 'year';
  const times: (number | null)[] = [];
  for (const value of values) {
    const time = typeof value === 'string' ? (read(value) ?? readAsBrowsersDo(value)) : timeOfNumber(value);
    if (value !== null && time === null) return null;
    if (time !== null && EXACTNESS.indexOf(time.grain) > EXACTNESS.indexOf(grain)) grain = time.grain;
    times.push(time?.time ?? null);
  }
  return { type: 'temporal', values: times, grain, names: null };
}

const EXACTNESS: readonly DateGrain[] = ['year', 'quarter', 'month', 'day', 'minute'];

/** Whether a value is a year: text or a number from 1000 to 2999. */
export function isYear(value: ChartValue): boolean {
  return /^[12]\d{3}$/.test(String(value));
}

function startOfYear(year: number): number {
  return new Date(year, 0, 1).getTime();
}

function timeOfNumber(value: ChartValue): { readonly time: number; readonly grain: DateGrain } | null {
  if (typeof value !== 'number') return null;
  // Seconds since the epoch, of 1990 to 2100, rather than a day in January 1970.
  const time = Math.abs(value) > 6e8 && Math.abs(value) < 4.2e9 ? value * 1000 : value;
  return { time, grain: 'minute' };
}

function readAsBrowsersDo(text: string): { readonly time: number; readonly grain: DateGrain } | null {
  const time = isYear(text) ? startOfYear(Number(text)) : Date.parse(text);
  return Number.isNaN(time) ? null : { time, grain: isYear(text) ? 'year' : 'minute' };
}

function readNames(values: readonly ChartValue[], type: 'ordinal' | 'nominal', sort: unknown): FieldReading {
  const names = inOrder([...new Set(values)], sort);
  const places = new Map(names.map((name, place) => [name, place]));
  return {
    type,
    values: values.map((value) => places.get(value) ?? null),
    grain: null,
    names: names.map((name) => String(name ?? NO_NAME)),
  };
}

/**
 * As the chart says; otherwise numbers by size and names as they come, since a model writes months and sizes in an order
 * that means something (Vega-Lite's own order is that of the alphabet).
 */
function inOrder(names: readonly ChartValue[], sort: unknown): readonly ChartValue[] {
  if (Array.isArray(sort)) {
    const wanted = (sort as readonly ChartValue[]).filter((name) => names.includes(name));
    return [...new Set([...wanted, ...names])];
  }
  const numbers = names.every((name) => typeof name === 'number' || name === null);
  if (sort !== 'ascending' && sort !== 'descending' && !numbers) return names;
  const { compare } = new Intl.Collator(locale(), { numeric: true });
  const sorted = names.toSorted((a, b) => (numbers ? Number(a) - Number(b) : compare(String(a), String(b))));
  return sort === 'descending' ? sorted.reverse() : sort === null ? names : sorted;
}
