import type { DateGrain } from './parse-date';
import { locale as interfaceLocale } from '../../words/locale';

/**
 * How numbers of one kind are written: in full; `plain`, for years, without separators; `compact`, for axes, as in
 * `1.2M` with so many significant digits.
 */
export type NumberStyle = 'full' | 'plain' | `compact:${number}`;

/** Cached: making a format costs a thousand times more than using it. */
const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** A number as people of `locale` (BCP 47, the interface's if absent) write it. */
export function formatNumber(value: number, style: NumberStyle, locale?: string): string {
  if (!Number.isFinite(value)) return '';
  const tag = locale ?? interfaceLocale();
  const key = `${tag} ${style} ${isTiny(value)}`;
  let format = numberFormats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(tag, isTiny(value) ? TINY : numberOptions(style));
    numberFormats.set(key, format);
  }
  return format.format(value);
}

const TINY: Intl.NumberFormatOptions = { notation: 'scientific', maximumSignificantDigits: 3 };

/** Too small to be told from nothing when written in full. */
function isTiny(value: number): boolean {
  return value !== 0 && Math.abs(value) < 1e-4;
}

function numberOptions(style: NumberStyle): Intl.NumberFormatOptions {
  if (style === 'plain') return { useGrouping: false, maximumFractionDigits: 20 };
  if (style === 'full')
    return { maximumSignificantDigits: 4, maximumFractionDigits: 3, roundingPriority: 'morePrecision' };
  const digits = Math.min(12, Math.max(1, Number(style.slice('compact:'.length)) || 3));
  return { notation: 'compact', maximumSignificantDigits: digits };
}

const DATE_OPTIONS: Readonly<Record<Exclude<DateGrain, 'quarter'>, Intl.DateTimeFormatOptions>> = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'short' },
  day: { year: 'numeric', month: 'short', day: 'numeric' },
  minute: { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' },
};

/** A moment (milliseconds since the epoch) as exactly as it was said, in the reader's time zone. */
export function formatDate(time: number, grain: DateGrain, locale?: string): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return '';
  if (grain === 'quarter') return `Q${Math.floor(date.getMonth() / 3) + 1} ${date.getFullYear()}`;
  return dateFormat(DATE_OPTIONS[grain], locale).format(date);
}

/** Whether the first of a month is written as the month or as the day that it is. */
export type TickStyle = 'month' | 'day';

/** The mark of a time axis: the year at a year's beginning, the month at a month's, and so on. */
export function formatTick(time: number, style: TickStyle, locale?: string): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return '';
  const isMidnight = date.getHours() + date.getMinutes() + date.getSeconds() + date.getMilliseconds() === 0;
  if (!isMidnight) {
    const seconds = date.getSeconds() === 0 ? {} : ({ second: '2-digit' } as const);
    return dateFormat({ hour: 'numeric', minute: '2-digit', ...seconds }, locale).format(date);
  }
  if (date.getDate() !== 1 || style === 'day')
    return dateFormat({ month: 'short', day: 'numeric' }, locale).format(date);
  return dateFormat(date.getMonth() === 0 ? { year: 'numeric' } : { month: 'short' }, locale).format(date);
}

/** What a time unit of Vega-Lite's, such as `yearmonth` or `day`, leaves of a moment. */
export function formatTimeUnit(time: number, unit: string, locale?: string): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return '';
  if (unit.includes('quarter')) {
    const quarter = `Q${Math.floor(date.getMonth() / 3) + 1}`;
    return unit.includes('year') ? `${quarter} ${date.getFullYear()}` : quarter;
  }
  return dateFormat(
    {
      ...(unit.includes('year') && unit !== 'dayofyear' ? { year: 'numeric' } : {}),
      ...(/month|week/.test(unit) ? { month: 'short' } : {}),
      ...(/date|week/.test(unit) ? { day: 'numeric' } : {}),
      ...(/day(?!of)/.test(unit) ? { weekday: 'short' } : {}),
      ...(unit.includes('hours') ? { hour: '2-digit' } : {}),
      ...(unit.includes('minutes') ? { minute: '2-digit' } : {}),
      ...(unit.includes('seconds') ? { second: '2-digit' } : {}),
    },
    locale,
  ).format(date);
}

function dateFormat(options: Intl.DateTimeFormatOptions, locale: string | undefined): Intl.DateTimeFormat {
  const tag = locale ?? interfaceLocale();
  const key = `${tag} ${JSON.stringify(options)}`;
  let format = dateFormats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(tag, options);
    dateFormats.set(key, format);
  }
  return format;
}
