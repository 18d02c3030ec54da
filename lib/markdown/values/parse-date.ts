import { locale as interfaceLocale } from '../../words/locale';

/** How exactly a date is said. */
export type DateGrain = 'year' | 'quarter' | 'month' | 'day' | 'minute';

/** A date as people write it, in the reader's own time zone. */
export interface ParsedDate {
  /** Milliseconds since the epoch of its beginning. */
  readonly time: number;
  readonly grain: DateGrain;
}

/** Reads dates as one column writes them. */
export type ParseDate = (text: string) => ParsedDate | null;

const MAX_LENGTH = 40;
const ISO =
  /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:[T ]\s?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?)?$/i;
const NUMERIC = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:,?\s+(\d{1,2}):(\d{2})(?::\d{2})?)?$/;
const QUARTER = /^(?:Q([1-4])[\s/,'-]*(\d{4})|(\d{4})[\s/-]*Q([1-4]))$/i;
const MONTH_YEAR = /^(\p{L}{3,12})\.?[\s,/-]*(?:of\s)?['’]?(\d{4}|\d{2})$/u;
const YEAR_MONTH = /^(\d{4})[\s,/-]+(\p{L}{3,12})\.?$/u;
const DAY_FIRST =
  /^(?:\p{L}{2,12}\.?,\s*)?(\d{1,2})(?:st|nd|rd|th|\.|er|º)?(?:\s+(?:of|de|d'))?[\s-]+(\p{L}{3,12})\.?(?:\s+de)?(?:[\s,-]+(\d{4}))?$/u;
const MONTH_FIRST = /^(?:\p{L}{2,12}\.?,\s*)?(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?$/u;
const MONTH = /^\p{L}{3,12}\.?$/u;

/** Stands in for the year of dates that are given without one. */
const NO_YEAR = 2000;

/**
 * Makes a reader for dates written as `texts` are: these tell whether 3/4 is in March or in April. `locale` (a BCP 47
 * tag, the browser's if absent) gives the names of months besides the English ones, and decides where they don't tell.
 */
export function dateReader(texts: readonly string[], locale?: string): ParseDate {
  const months = monthNames(locale);
  const dayFirst = isDayFirst(texts, locale);
  return (text) => {
    const written = text.trim();
    if (written.length > MAX_LENGTH || !/\d|^\p{L}+\.?$/u.test(written)) return null;
    return (
      readIso(written) ?? readNumeric(written, dayFirst) ?? readQuarter(written) ?? readNamed(written, months)
    );
  };
}

function readIso(text: string): ParsedDate | null {
  const [all, year, month, day, hour, minute, second = '0', zone] = ISO.exec(text) ?? [];
  if (all === undefined) return null;
  if (day === undefined) return localDate(Number(year), Number(month), 1, 'month');
  if (hour === undefined) return localDate(Number(year), Number(month), Number(day), 'day');
  const date = localDate(Number(year), Number(month), Number(day), 'minute');
  if (date === null || Number(hour) > 24 || Number(minute) > 59) return null;
  if (zone === undefined) {
    const moment = new Date(date.time);
    moment.setHours(Number(hour), Number(minute), Number(second));
    return { time: moment.getTime(), grain: 'minute' };
  }
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  const utc = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  return { time: utc - offset * 60_000, grain: 'minute' };
}

function readNumeric(text: string, dayFirst: boolean): ParsedDate | null {
  const [all, first, separator, second, year, hour, minute] = NUMERIC.exec(text) ?? [];
  if (all === undefined || year === undefined) return null;
  const [day, month] = dayFirst || separator === '.' ? [first, second] : [second, first];
  const date = localDate(fullYear(year), Number(month), Number(day), 'day');
  if (date === null || hour === undefined) return date;
  return { time: date.time + (Number(hour) * 60 + Number(minute)) * 60_000, grain: 'minute' };
}

function readQuarter(text: string): ParsedDate | null {
  const [all, early, yearAfter, yearBefore, late] = QUARTER.exec(text) ?? [];
  if (all === undefined) return null;
  return localDate(Number(yearAfter ?? yearBefore), (Number(early ?? late) - 1) * 3 + 1, 1, 'quarter');
}

function readNamed(text: string, months: ReadonlyMap<string, number>): ParsedDate | null {
  const monthOf = (name = '') => months.get(foldName(name));
  const named = MONTH_YEAR.exec(text);
  const monthYear = monthOf(named?.[1]);
  if (named?.[2] !== undefined && monthYear !== undefined)
    return localDate(fullYear(named[2]), monthYear, 1, 'month');
  const yearMonth = YEAR_MONTH.exec(text);
  const month = monthOf(yearMonth?.[2]);
  if (yearMonth !== null && month !== undefined) return localDate(Number(yearMonth[1]), month, 1, 'month');
  for (const [pattern, day, name] of [
    [DAY_FIRST, 1, 2],
    [MONTH_FIRST, 2, 1],
  ] as const) {
    const found = pattern.exec(text);
    const at = monthOf(found?.[name]);
    if (found !== null && at !== undefined)
      return localDate(Number(found[3] ?? NO_YEAR), at, Number(found[day]), 'day');
  }
  const alone = MONTH.test(text) ? monthOf(text) : undefined;
  return alone === undefined ? null : localDate(NO_YEAR, alone, 1, 'month');
}

function localDate(year: number, month: number, day: number, grain: DateGrain): ParsedDate | null {
  const date = new Date(year, month - 1, day);
  // The constructor takes 99 for 1999, and the 31st of April for the 1st of May.
  date.setFullYear(year, month - 1, day);
  const exists = date.getFullYear() === year && date.getMonth() === month - 1 && date.getDate() === day;
  return exists ? { time: date.getTime(), grain } : null;
}

function fullYear(year: string): number {
  if (year.length === 4) return Number(year);
  return Number(year) + (Number(year) < 70 ? 2000 : 1900);
}

function isDayFirst(texts: readonly string[], locale: string | undefined): boolean {
  let [dayFirst, monthFirst] = [false, false];
  for (const text of texts) {
    const [, first, , second] = NUMERIC.exec(text.trim()) ?? [];
    if (Number(first) > 12) dayFirst = true;
    if (Number(second) > 12) monthFirst = true;
  }
  if (dayFirst !== monthFirst) return dayFirst;
  const parts = new Intl.DateTimeFormat(locale ?? interfaceLocale(), { dateStyle: 'short' })
    .formatToParts(0)
    .map(({ type }) => type);
  return parts.indexOf('day') < parts.indexOf('month');
}

const cachedNames = new Map<string, ReadonlyMap<string, number>>();

function monthNames(locale: string | undefined): ReadonlyMap<string, number> {
  const tag = locale ?? interfaceLocale();
  const cached = cachedNames.get(tag);
  if (cached !== undefined) return cached;
  const names = new Map<string, number>();
  for (const language of new Set([tag, 'en'])) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { month: style });
      for (let month = 1; month <= 12; month++) {
        const name = foldName(format.format(new Date(2000, month - 1, 1)));
        if (/^\p{L}{3,}$/u.test(name)) names.set(name, month);
      }
    }
  }
  names.set('sept', 9);
  cachedNames.set(locale ?? '', names);
  return names;
}

function foldName(name: string): string {
  return name.toLowerCase().replace(/\.$/, '').normalize('NFC');
}
