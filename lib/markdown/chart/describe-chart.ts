import { formatNumber } from '../values/format-value';
import type { Chart } from './chart';
import { pointsOf, rolesOf, valuesOf, wordsFor, type ChartRoles, type PlottedPoint } from './chart-points';
import { understandChart, type KnownChannel, type KnownChart } from './understand-chart';

/** Names that are spoken; of more the first ones and how many. */
const MAX_NAMES = 5;

const MARKS: Readonly<Record<string, string>> = {
  ...{
    line: 'Line chart',
    area: 'Area chart',
    point: 'Point chart',
    circle: 'Point chart',
    square: 'Point chart',
  },
  ...{ tick: 'Tick chart', rect: 'Heat map', rule: 'Rule chart', arc: 'Pie chart', bar: 'Bar chart' },
};

/**
 * What a chart shows, in a few sentences for somebody who does not see it: its form, what its axes say and their range,
 * the extremes and, over time, where it goes. `locale` (BCP 47, the browser's if absent) writes the numbers.
 */
export function describeChart(chart: Chart, locale?: string): string {
  const known = understandChart(chart);
  const roles = rolesOf(known);
  const points = pointsOf(known, roles);
  return [
    chart.description,
    `${formOf(known, roles)}${seriesOf(known, roles, locale)}`,
    ...axesOf(known, roles, points, locale),
    ...extremesOf(known, roles, points, locale),
    ...coursesOf(roles, points, locale),
  ]
    .filter((sentence) => sentence !== '')
    .map((sentence) => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`))
    .join(' ');
}

function formOf({ chart, channels }: KnownChart, { isScatter, series, measure, dimension }: ChartRoles): string {
  const { mark } = chart;
  const bins = [channels.x, channels.y].some((one) => one?.channel.bin !== undefined && one.channel.bin !== false);
  if (mark.type === 'bar' && bins && measure?.channel.aggregate === 'count') return 'Histogram';
  if (isScatter && mark.type !== 'line' && mark.type !== 'area')
    return channels.size === undefined ? 'Scatter plot' : 'Bubble chart';
  if (mark.type === 'arc' && (mark.innerRadius ?? 0) > 0) return 'Ring chart';
  const name = MARKS[mark.type] ?? 'Chart';
  if (mark.type !== 'bar' && mark.type !== 'area') return name;
  const lying = mark.type === 'bar' && measure !== null && measure === channels.x && dimension !== null;
  const form = lying ? `Horizontal ${name.toLowerCase()}` : name;
  if (series.length === 0) return form;
  const { stack } = measure?.channel ?? {};
  const grouped = channels.xOffset !== undefined || channels.yOffset !== undefined;
  if (grouped) return `Grouped ${form.toLowerCase()}`;
  if (stack === 'normalize') return `${form}, stacked to 100 %`;
  return stack === null || stack === false ? form : `Stacked ${form.toLowerCase()}`;
}

function seriesOf(known: KnownChart, { series, panels }: ChartRoles, locale: string | undefined): string {
  const [first] = series;
  const told = first === undefined ? '' : ` with ${listed(known, first, 'series', locale)}`;
  const [panel] = panels;
  return panel === undefined ? told : `${told}, in ${listed(known, panel, 'panels', locale)}`;
}

function listed(known: KnownChart, channel: KnownChannel, noun: string, locale: string | undefined): string {
  const names = channel.names ?? valuesOf(known, channel).map((value) => wordsFor(channel, value, locale));
  const more = names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : '';
  return `${names.length} ${noun} (${names.slice(0, MAX_NAMES).join(', ')}${more})`;
}

function axesOf(
  known: KnownChart,
  { dimension, measure }: ChartRoles,
  points: readonly PlottedPoint[],
  locale: string | undefined,
): readonly string[] {
  const axes: string[] = [];
  if (dimension !== null && dimension.column !== null) {
    const values = valuesOf(known, dimension);
    const isRange = dimension.type === 'quantitative' || dimension.type === 'temporal';
    axes.push(
      isRange
        ? rangeOf(dimension, values, locale)
        : `${dimension.title}: ${listed(known, dimension, 'categories', locale)}`,
    );
  }
  if (measure !== null && points.length > 0) {
    axes.push(
      rangeOf(
        measure,
        points.map(({ value }) => value),
        locale,
      ),
    );
  }
  if (measure?.channel.aggregate === 'count' && points.length === 0)
    axes.push(`${formatNumber(known.rows.length, 'full', locale)} values are counted`);
  return axes;
}

function rangeOf(known: KnownChannel, values: readonly (number | null)[], locale: string | undefined): string {
  const numbers = values.filter((value) => value !== null);
  if (numbers.length === 0) return `${known.title}: no values`;
  const [least, most] = [reduce(numbers, Math.min), reduce(numbers, Math.max)];
  const [from, to] = [wordsFor(known, least, locale), wordsFor(known, most, locale)];
  return from === to ? `${known.title}: ${from}` : `${known.title} from ${from} to ${to}`;
}

function reduce(numbers: readonly number[], pick: (a: number, b: number) => number): number {
  return numbers.reduce((a, b) => pick(a, b));
}

function extremesOf(
  { chart }: KnownChart,
  { measure, dimension, series, panels }: ChartRoles,
  points: readonly PlottedPoint[],
  locale: string | undefined,
): readonly string[] {
  if (measure === null || dimension === null || points.length < 2) return [];
  const total = points.reduce((sum, { value }) => sum + value, 0);
  const tell = ({ at, series: names, value }: PlottedPoint) => {
    const places = [
      wordsFor(dimension, at, locale),
      ...[...series, ...panels].map((one, index) => wordsFor(one, names[index] ?? null, locale)),
    ];
    const share = chart.mark.type === 'arc' && total > 0 ? ` (${Math.round((value / total) * 100)} %)` : '';
    return `${wordsFor(measure, value, locale)}${share} at ${places.join(', ')}`;
  };
  const highest = points.reduce((best, point) => (point.value > best.value ? point : best));
  const lowest = points.reduce((best, point) => (point.value < best.value ? point : best));
  if (highest.value === lowest.value) return [];
  return [`Highest: ${tell(highest)}; lowest: ${tell(lowest)}`];
}

/** Where each series goes from its first point to its last, in order of the dimension, for what is read that way. */
function coursesOf(
  { measure, dimension, series, panels }: ChartRoles,
  points: readonly PlottedPoint[],
  locale: string | undefined,
): readonly string[] {
  if (measure === null || dimension === null || panels.length > 0) return [];
  if (dimension.type !== 'temporal' && !dimension.isYears) return [];
  const lines = Map.groupBy(points, (point) => JSON.stringify(point.series));
  if (lines.size > MAX_NAMES) return [];
  return [...lines.values()].flatMap((line) => {
    const sorted = line.toSorted((a, b) => Number(a.at) - Number(b.at));
    const [first, last] = [sorted[0], sorted.at(-1)];
    if (first === undefined || last === undefined || sorted.length < 3) return [];
    const name = series.map((one, index) => wordsFor(one, first.series[index] ?? null, locale)).join(', ');
    const [from, to] = [first, last].map(({ value }) => wordsFor(measure, value, locale));
    const verb = last.value > first.value ? 'rises' : last.value < first.value ? 'falls' : 'ends where it began';
    const course = first.value === last.value ? `${verb}, at ${from}` : `${verb} from ${from} to ${to}`;
    return [name === '' ? `Overall it ${course}` : `${name} ${course}`];
  });
}
