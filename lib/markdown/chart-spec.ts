import { checkChart } from './chart-shape';
import { isRecord } from './check-shape';

export type ChartValue = string | number | boolean | null;

/** A chart that passed the whitelist: nothing in it can run, fetch or colour. */
export interface Chart {
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
  readonly rows: readonly Readonly<Record<string, ChartValue>>[];
  /** Names of the rows' fields, in order of appearance. */
  readonly fields: readonly string[];
  /** Vega-Lite's own. */
  readonly mark: unknown;
  readonly encoding: Readonly<Record<string, unknown>>;
}

export type ChartReading =
  | { readonly type: 'chart'; readonly chart: Chart }
  /** Why it is not drawn, as a sentence that names the path. */
  | { readonly type: 'refused'; readonly reason: string };

/** Longer specifications are refused unread. */
const MAX_LENGTH = 400_000;

/** Reads the text of a `vega-lite` fence. Never throws. */
export function readChart(text: string): ChartReading {
  if (text.length > MAX_LENGTH) return refused('it is too long.');
  let spec: unknown;
  try {
    spec = JSON.parse(text);
  } catch (error) {
    return refused(`it is not valid JSON (${error instanceof Error ? error.message : String(error)}).`);
  }
  const problem = checkChart(spec, '');
  if (problem !== null) return refused(problem);
  if (!isRecord(spec) || !isRecord(spec['data'])) return refused('data is missing.');
  if (!isRecord(spec['encoding'])) return refused('encoding is missing.');
  if (spec['mark'] === undefined) return refused('mark is missing.');
  const rows = (spec['data']['values'] ?? []) as Chart['rows'];
  if (rows.length === 0) return refused('data.values is empty.');
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const { mark, encoding } = spec;
  return { type: 'chart', chart: { ...wordsOf(spec), rows, fields, mark, encoding } };
}

function refused(reason: string): ChartReading {
  return { type: 'refused', reason: `Not drawn as a chart: ${reason}` };
}

function wordsOf(spec: Readonly<Record<string, unknown>>): Pick<Chart, 'title' | 'subtitle' | 'description'> {
  const { title, description } = spec;
  const text = isRecord(title) ? title['text'] : title;
  const subtitle = isRecord(title) ? title['subtitle'] : '';
  return { title: asText(text), subtitle: asText(subtitle), description: asText(description) };
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A chart's rows as text, for its table and for CSV; the fields' names come first. */
export function chartTable(chart: Chart): readonly (readonly string[])[] {
  return [chart.fields, ...chart.rows.map((row) => chart.fields.map((field) => String(row[field] ?? '')))];
}
