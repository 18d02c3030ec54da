import { findHidden, showHidden } from '../../domain/hidden-characters';
import { cellOf, type Chart, type ChartChannel, type ChartEncoding, type ChartMark, type ChartRow } from './chart';
import { limitProblem } from './chart-limits';
import { readShape } from './chart-shape';
import { isRecord, Refusal } from './read-shape';
import { said } from '../../words/said';

/** What became of a fence. */
export type ChartReading =
  | { readonly type: 'chart'; readonly chart: Chart }
  /** Why it is not drawn, as a sentence that names the path. */
  | { readonly type: 'refused'; readonly reason: string };

/** Longer specifications are refused unread. */
const MAX_LENGTH = 400_000;

/** Reads the text of a `vega-lite` fence. Never throws. */
export function readChart(text: string): ChartReading {
  if (text.length > MAX_LENGTH) return refused(said('it is too long.'));
  let spec: unknown;
  try {
    spec = parseShown(text);
  } catch (error) {
    return refused(said(`it is not valid JSON (${error instanceof Error ? error.message : String(error)}).`));
  }
  const read = readShape(spec, '');
  if (read instanceof Refusal) return refused(read.reason);
  if (!isRecord(read) || !isRecord(read['data'])) return refused(said('data is missing.'));
  if (!isRecord(read['encoding'])) return refused(said('encoding is missing.'));
  if (read['mark'] === undefined) return refused(said('mark is missing.'));
  const rows = (read['data']['values'] ?? []) as readonly ChartRow[];
  if (rows.length === 0) return refused(said('data.values is empty.'));
  const chart: Chart = {
    ...wordsOf(read),
    rows,
    fields: [...new Set(rows.flatMap((row) => Object.keys(row)))],
    mark: toMark(read['mark']),
    encoding: toEncoding(read['encoding']),
  };
  const problem = limitProblem(chart);
  return problem === null ? { type: 'chart', chart } : refused(problem);
}

/** Parses JSON with hidden characters in its words and names shown: drawn, they would be there but unseen. */
function parseShown(text: string): unknown {
  if (!text.includes('\\u') && findHidden(text).length === 0) return JSON.parse(text);
  return JSON.parse(text, (_name, value: unknown) => {
    if (typeof value === 'string') return showHidden(value);
    if (!isRecord(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [showHidden(name), part]));
  });
}

function refused(reason: string): ChartReading {
  return { type: 'refused', reason: `Not drawn as a chart: ${reason}` };
}

// The whitelist is what makes these casts true.

function toMark(mark: unknown): ChartMark {
  return (isRecord(mark) ? { type: 'point', ...mark } : { type: mark }) as ChartMark;
}

function toEncoding(encoding: Readonly<Record<string, unknown>>): ChartEncoding {
  const { color, fill, stroke, detail, order, tooltip, ...others } = encoding;
  const paint = color ?? fill ?? stroke;
  return {
    ...others,
    ...(paint === undefined ? {} : { color: paint as ChartChannel }),
    ...(detail === undefined ? {} : { detail: listed(detail) }),
    ...(order === undefined ? {} : { order: listed(order) }),
    ...(tooltip === undefined || tooltip === null ? {} : { tooltip: listed(tooltip) }),
  };
}

function listed(value: unknown): readonly ChartChannel[] {
  return (Array.isArray(value) ? value : [value]) as readonly ChartChannel[];
}

function wordsOf(spec: Readonly<Record<string, unknown>>): Pick<Chart, 'title' | 'subtitle' | 'description'> {
  const { title, description } = spec;
  const parts = isRecord(title) ? title : { text: title };
  return { title: asText(parts['text']), subtitle: asText(parts['subtitle']), description: asText(description) };
}

function asText(value: unknown): string {
  if (Array.isArray(value)) return value.join(' ');
  return typeof value === 'string' ? value : '';
}

/** A chart's rows as text, for its table and for CSV; the fields' names come first. */
export function chartTable(chart: Chart): readonly (readonly string[])[] {
  return [chart.fields, ...chart.rows.map((row) => chart.fields.map((field) => String(cellOf(row, field) ?? '')))];
}
