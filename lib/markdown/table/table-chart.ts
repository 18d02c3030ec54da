import type { Chart, ChartEncoding, ChartMark, ChartRow, ChartValue } from '../chart/chart';
import { MAX_ROWS } from '../chart/chart-shape';
import { isYear } from '../chart/read-field';
import { readColumn, type Column } from '../values/read-column';

/** Forms that a table can take as a chart. */
export const FORMS = ['line', 'area', 'bar', 'stacked', 'pie', 'points'] as const;

/** One of them. */
export type TableForm = (typeof FORMS)[number];

/** A column of a table, understood. */
export interface TableColumn {
  readonly name: string;
  readonly texts: readonly string[];
  readonly column: Column;
  /** Whether its numbers are years, and so say when rather than how much. */
  readonly isYears: boolean;
}

/** How a table is drawn: places in its columns. */
export interface TableChoice {
  readonly form: TableForm;
  readonly dimension: number;
  /** At least one. */
  readonly measures: readonly number[];
}

/** Columns of numbers that are drawn together; more can't be told apart. */
const MAX_MEASURES = 8;
/** Parts of a whole that a pie can show. */
const MAX_PARTS = 8;

/** Understands a table's columns; empty names become numbers. `locale` is a BCP 47 tag, the browser's if absent. */
export function readTableColumns(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  locale?: string,
): readonly TableColumn[] {
  const names = new Map<string, number>();
  return head.map((title, index) => {
    const plain = title || `Column ${index + 1}`;
    const times = (names.get(plain) ?? 0) + 1;
    names.set(plain, times);
    const texts = rows.slice(0, MAX_ROWS).map((cells) => cells[index] ?? '');
    const column = readColumn(texts, locale);
    const said = column.kind === 'number' ? column.values.filter((value) => value !== null) : [];
    const isYears =
      column.kind === 'number' &&
      column.unit === '' &&
      said.every((value) => isYear(value) && value >= 1700 && value <= 2100);
    return { name: times === 1 ? plain : `${plain} (${times})`, texts, column, isYears };
  });
}

/** Columns that measure. Years do not, unless nothing else could. */
export function measuresOf(columns: readonly TableColumn[]): readonly number[] {
  const numbers = [...columns.keys()].filter((index) => columns[index]?.column.kind === 'number');
  const amounts = numbers.filter((index) => columns[index]?.isYears !== true);
  return amounts.length > 0 ? amounts : numbers;
}

/** The likeliest chart of a table; null where there is nothing to draw. */
export function suggestChart(columns: readonly TableColumn[]): TableChoice | null {
  const measures = measuresOf(columns);
  const [first] = measures;
  if (first === undefined || (columns[0]?.texts.length ?? 0) < 2) return null;
  const others = [...columns.keys()].filter((index) => !measures.includes(index));
  // The first column says what a row is about; a date further on only says something of it.
  const dimension = others[0];
  if (dimension === undefined) {
    const [x, y] = measures;
    if (x === undefined || y === undefined) return { form: 'bar', dimension: first, measures: [first] };
    return { form: 'points', dimension: x, measures: [y] };
  }
  const alike = measures
    .filter((index) => unitOf(columns, index) === unitOf(columns, first))
    .slice(0, MAX_MEASURES);
  const isLong = (columns[0]?.texts.length ?? 0) > 2;
  if (isLong && (columns[dimension]?.column.kind === 'date' || columns[dimension]?.isYears === true))
    return { form: 'line', dimension, measures: alike };
  if (alike.length === 1 && isWhole(columns[first])) return { form: 'pie', dimension, measures: alike };
  return { form: 'bar', dimension, measures: comparable(columns, alike) };
}

/** Bars of thousands beside bars of ones would hide these: only columns of one size are drawn together at first. */
function comparable(columns: readonly TableColumn[], measures: readonly number[]): readonly number[] {
  const sizeOf = (index: number) => Math.max(...numbersOf(columns[index]).map(Math.abs), 0);
  const [first = 0] = measures;
  const size = sizeOf(first);
  return measures.filter((index) => sizeOf(index) <= size * 20 && sizeOf(index) >= size / 20);
}

function numbersOf(column: TableColumn | undefined): readonly number[] {
  if (column?.column.kind !== 'number') return [];
  return column.column.values.filter((value) => value !== null);
}

function unitOf(columns: readonly TableColumn[], index: number): string {
  const column = columns[index]?.column;
  return column?.kind === 'number' ? column.unit : '';
}

/** A few shares that make up a hundred per cent. */
function isWhole(column: TableColumn | undefined): boolean {
  const numbers = numbersOf(column);
  const sum = numbers.reduce((total, value) => total + value, 0);
  const isShare = column?.column.kind === 'number' && column.column.unit === '%';
  return isShare && numbers.length <= MAX_PARTS && numbers.every((value) => value > 0) && Math.abs(sum - 100) < 5;
}

const SERIES = 'Column';
const VALUE = 'Value';

/** The chart of a choice. Several columns of numbers become series that are called after them. */
export function chartOfTable(columns: readonly TableColumn[], { form, dimension, measures }: TableChoice): Chart {
  const place = columns[dimension];
  const drawn = measures.flatMap((index) => columns[index] ?? []);
  const only = drawn.length === 1 ? drawn[0] : undefined;
  const valueName = only?.name ?? free(VALUE, place?.name);
  const seriesName = free(SERIES, place?.name);
  const rows: ChartRow[] = drawn.flatMap((measure) =>
    measure.texts.map((_, row): ChartRow => ({
      [place?.name ?? '']: placeValue(place, row),
      ...(only === undefined ? { [seriesName]: measure.name } : {}),
      [valueName]: valueAt(measure, row),
    })),
  );
  const series = only === undefined ? seriesName : null;
  return {
    title: only === undefined ? '' : only.name,
    subtitle: '',
    description: '',
    rows: rows.slice(0, MAX_ROWS),
    fields: [place?.name ?? '', ...(series === null ? [] : [series]), valueName],
    ...formOf(form, place, valueName, series),
  };
}

function free(name: string, taken: string | undefined): string {
  return name === taken ? `${name} ` : name;
}

function placeValue(place: TableColumn | undefined, row: number): ChartValue {
  if (place?.column.kind === 'number') return place.column.values[row] ?? null;
  return place?.texts[row] ?? null;
}

function valueAt({ column }: TableColumn, row: number): number | null {
  const value = column.values[row] ?? null;
  return typeof value === 'number' ? value : null;
}

function formOf(
  form: TableForm,
  place: TableColumn | undefined,
  value: string,
  series: string | null,
): { readonly mark: ChartMark; readonly encoding: ChartEncoding } {
  const field = place?.name ?? '';
  const y = { field: value, type: 'quantitative' } as const;
  const color = series === null ? {} : ({ color: { field: series, type: 'nominal' } } as const);
  const kind = place?.column.kind;
  const isTime = kind === 'date' || place?.isYears === true;
  const along = {
    field,
    type: kind === 'date' ? 'temporal' : isTime || kind === 'number' ? 'quantitative' : 'ordinal',
  } as const;
  const names = { field, type: kind === 'date' ? 'temporal' : 'ordinal' } as const;
  switch (form) {
    case 'line':
      return {
        mark: { type: 'line', point: (place?.texts.length ?? 0) <= 12 },
        encoding: { x: along, y, ...color },
      };
    case 'area':
      return { mark: { type: 'area' }, encoding: { x: along, y, ...color } };
    case 'points':
      return { mark: { type: 'point' }, encoding: { x: along, y, ...color } };
    case 'pie':
      return { mark: { type: 'arc' }, encoding: { theta: y, color: { field, type: 'nominal' } } };
    case 'stacked':
      return { mark: { type: 'bar' }, encoding: { x: names, y, ...color } };
    case 'bar':
      return {
        mark: { type: 'bar' },
        encoding: {
          x: names,
          y,
          ...color,
          ...(series === null ? {} : { xOffset: { field: series, type: 'nominal' } }),
        },
      };
  }
}
