import { isBlank, readColumn } from '../values/read-column';
import { locale as interfaceLocale } from '../../words/locale';

/** Which way a column is sorted, in ARIA's words. */
export type SortDirection = 'ascending' | 'descending';

/** What a row is sorted by: rows that say something come first, whatever the direction. */
interface SortKey {
  readonly index: number;
  /** 0 for a value of the column's kind, 1 for other words, 2 for nothing. */
  readonly rank: 0 | 1 | 2;
  readonly size: number;
  readonly text: string;
}

/**
 * The order of a column's cells as indices into `texts`: numbers and dates by what they mean, text as people of
 * `locale` (BCP 47, the browser's if absent) sort it, with numbers in it by their size. Equals keep their order.
 */
export function sortedOrder(
  texts: readonly string[],
  direction: SortDirection,
  locale?: string,
): readonly number[] {
  const column = readColumn(texts, locale);
  const collator = new Intl.Collator(locale ?? interfaceLocale(), { numeric: true });
  const sign = direction === 'ascending' ? 1 : -1;
  const keys = texts.map((text, index): SortKey => {
    const value = column.values[index] ?? null;
    if (typeof value === 'number') return { index, rank: 0, size: value, text: '' };
    if (value !== null) return { index, rank: 0, size: 0, text: value };
    return isBlank(text) ? { index, rank: 2, size: 0, text: '' } : { index, rank: 1, size: 0, text };
  });
  keys.sort(
    (a, b) => a.rank - b.rank || sign * (a.size - b.size || collator.compare(a.text, b.text)) || a.index - b.index,
  );
  return keys.map(({ index }) => index);
}
