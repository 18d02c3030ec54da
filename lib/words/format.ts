import { locale } from './locale';

const made = new Map<string, unknown>();

/** A number as the interface's language writes it. */
export function formatNumber(value: number, options: Intl.NumberFormatOptions = {}): string {
  return keep('number', options, (tag) => new Intl.NumberFormat(tag, options)).format(value);
}

/** A moment as the interface's language writes it; without options the day in numbers. */
export function formatDate(moment: Date | number, options: Intl.DateTimeFormatOptions = {}): string {
  return keep('date', options, (tag) => new Intl.DateTimeFormat(tag, options)).format(moment);
}

/** Several names as one phrase: "a, b, and c". */
export function formatList(names: Iterable<string>, options: Intl.ListFormatOptions = {}): string {
  return keep('list', options, (tag) => new Intl.ListFormat(tag, options)).format(names);
}

/** Large counts shortly: 1.2K. */
export function formatCompact(value: number): string {
  return formatNumber(value, { notation: 'compact', maximumFractionDigits: 1 });
}

/** Making a format takes longer than using it. */
function keep<Format>(kind: string, options: object, make: (tag: string) => Format): Format {
  const tag = locale();
  const key = `${kind} ${tag} ${JSON.stringify(options)}`;
  const known = made.get(key) as Format | undefined;
  if (known !== undefined) return known;
  const format = make(tag);
  made.set(key, format);
  return format;
}
