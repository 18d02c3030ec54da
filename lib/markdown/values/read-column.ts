import { dateReader, type DateGrain } from './parse-date';
import { decimalMarkOf, parseNumber } from './parse-number';

/** The cells of a column, understood. Cells that say nothing, or nothing of the kind, are null. */
export type Column =
  | { readonly kind: 'number'; readonly values: readonly (number | null)[]; readonly unit: string }
  | { readonly kind: 'date'; readonly values: readonly (number | null)[]; readonly grain: DateGrain }
  | { readonly kind: 'text'; readonly values: readonly (string | null)[] };

/** The kind of a column is that of at least so many of its cells that say something. */
const MOST = 0.9;
const BLANK = /^(?:|[-–—−.…?]+|n\/?a\.?|none|null|nil|unknown|not available|tbd|tba|k\.\s?a\.)$/i;

const GRAINS: readonly DateGrain[] = ['minute', 'day', 'month', 'quarter', 'year'];

/** Tells from the texts of its cells what a column holds. `locale` is a BCP 47 tag, the browser's if absent. */
export function readColumn(texts: readonly string[], locale?: string): Column {
  const said = texts.map((text) => (isBlank(text) ? null : text.trim()));
  return asNumbers(said) ?? asDates(said, locale) ?? { kind: 'text', values: said };
}

/** Whether a cell says that there is nothing to say. */
export function isBlank(text: string): boolean {
  return BLANK.test(text.trim());
}

function asNumbers(texts: readonly (string | null)[]): Column | null {
  const said = texts.filter((text) => text !== null);
  const mark = decimalMarkOf(said);
  const parsed = texts.map((text) => (text === null ? null : parseNumber(text, mark)));
  const numbers = parsed.filter((one) => one !== null);
  if (numbers.length === 0 || numbers.length < said.length * MOST) return null;
  const units = new Set(numbers.map(({ unit }) => unit).filter((unit) => unit !== ''));
  if (units.size > 1) return null;
  return { kind: 'number', values: parsed.map((one) => one?.value ?? null), unit: [...units][0] ?? '' };
}

function asDates(texts: readonly (string | null)[], locale: string | undefined): Column | null {
  const said = texts.filter((text) => text !== null);
  const read = dateReader(said, locale);
  const parsed = texts.map((text) => (text === null ? null : read(text)));
  const dates = parsed.filter((one) => one !== null);
  if (dates.length === 0 || dates.length < said.length * MOST) return null;
  const grain = GRAINS.find((one) => dates.some((date) => date.grain === one)) ?? 'day';
  return { kind: 'date', values: parsed.map((one) => one?.time ?? null), grain };
}
