/** Vega's own: what a time unit leaves out is that of the first moment of 2012. */
const BASE_YEAR = 2012;

/** The beginning of the time unit (Vega-Lite's, e.g. `yearmonth`) in which a moment lies, both in milliseconds. */
export function floorTime(time: number, unit: string): number {
  const date = new Date(time);
  const has = (part: string) => unit.replace(/^utc/, '').includes(part);
  if (has('dayofyear') || has('week')) return floorByDays(date, has('year') && unit !== 'dayofyear', has('week'));
  if (/day(?!of)/.test(unit)) return new Date(BASE_YEAR, 0, 1 + date.getDay()).getTime();
  const month = has('month') ? date.getMonth() : has('quarter') ? date.getMonth() - (date.getMonth() % 3) : 0;
  return new Date(
    has('year') ? date.getFullYear() : BASE_YEAR,
    month,
    has('date') ? date.getDate() : 1,
    has('hours') ? date.getHours() : 0,
    has('minutes') ? date.getMinutes() : 0,
    /(?<!milli)seconds/.test(unit) ? date.getSeconds() : 0,
    has('milliseconds') ? date.getMilliseconds() : 0,
  ).getTime();
}

function floorByDays(date: Date, withYear: boolean, byWeek: boolean): number {
  const start = new Date(date.getFullYear(), 0, 1);
  const days = Math.floor((date.getTime() - start.getTime()) / 86_400_000);
  const year = withYear ? date.getFullYear() : BASE_YEAR;
  return new Date(year, 0, 1 + (byWeek ? days - (days % 7) : days)).getTime();
}
