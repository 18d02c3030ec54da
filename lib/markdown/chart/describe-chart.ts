import type { Chart } from './chart';
import { pointsOf, rolesOf, valuesOf, wordsFor, type ChartRoles, type PlottedPoint } from './chart-points';
import { understandChart, type KnownChannel, type KnownChart } from './understand-chart';
import { plural } from '../../words/plural';

/** Names that are spoken; of more the first ones and how many. */
const MAX_NAMES = 5;

function nameOf(mark: string): string {
  switch (mark) {
    case 'line':
      return 'Line chart';
    case 'point':
    case 'circle':
    case 'square':
      return 'Point chart';
    case 'tick':
      return 'Tick chart';
    case 'rect':
      return 'Heat map';
    case 'rule':
      return 'Rule chart';
    case 'arc':
      return 'Pie chart';
    default:
      return 'Chart';
  }
}

/** Of marks that can stand beside and on each other. */
const FORMS = {
  bar: {
    plain: () => 'Bar chart',
    grouped: () => 'Grouped bar chart',
    shares: () => 'Bar chart, stacked to 100 %',
    stacked: () => 'Stacked bar chart',
  },
  lying: {
    plain: () => 'Horizontal bar chart',
    grouped: () => 'Grouped horizontal bar chart',
    shares: () => 'Horizontal bar chart, stacked to 100 %',
    stacked: () => 'Stacked horizontal bar chart',
  },
  area: {
    plain: () => 'Area chart',
    grouped: () => 'Grouped area chart',
    shares: () => 'Area chart, stacked to 100 %',
    stacked: () => 'Stacked area chart',
  },
} as const;

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
    seriesOf(known, formOf(known, roles), roles, locale),
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
  if (mark.type !== 'bar' && mark.type !== 'area') return nameOf(mark.type);
  const lying = mark.type === 'bar' && measure !== null && measure === channels.x && dimension !== null;
  const form = FORMS[lying ? 'lying' : mark.type];
  if (series.length === 0) return form.plain();
  const { stack } = measure?.channel ?? {};
  if (channels.xOffset !== undefined || channels.yOffset !== undefined) return form.grouped();
  if (stack === 'normalize') return form.shares();
  return stack === null || stack === false ? form.plain() : form.stacked();
}

function seriesOf(
  known: KnownChart,
  form: string,
  { series, panels }: ChartRoles,
  locale: string | undefined,
): string {
  const [[first], [panel]] = [series, panels];
  let told = form;
  if (first !== undefined) {
    const { count, words } = listed(known, first, locale);
    told = plural(count, ['{0} with 1 series ({1})', '{0} with # series ({1})'], [told, words]);
  }
  if (panel === undefined) return told;
  const { count, words } = listed(known, panel, locale);
  return plural(count, ['{0}, in 1 panel ({1})', '{0}, in # panels ({1})'], [told, words]);
}

function listed(
  known: KnownChart,
  channel: KnownChannel,
  locale: string | undefined,
): { readonly count: number; readonly words: string } {
  const names = channel.names ?? valuesOf(known, channel).map((value) => wordsFor(channel, value, locale));
  const first = names.slice(0, MAX_NAMES).join(', ');
  const more = names.length - MAX_NAMES;
  const words = more > 0 ? plural(more, ['{0} and 1 more', '{0} and # more'], [first]) : first;
  return { count: names.length, words };
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
    if (isRange) axes.push(rangeOf(dimension, values, locale));
    else {
      const { count, words } = listed(known, dimension, locale);
      axes.push(plural(count, ['{0}: 1 category ({1})', '{0}: # categories ({1})'], [dimension.title, words]));
    }
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
    axes.push(plural(known.rows.length, ['1 value is counted', '# values are counted']));
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
    const way = Math.sign(last.value - first.value);
    return [name === '' ? overall(way, from ?? '', to ?? '') : courseOf(name, way, from ?? '', to ?? '')];
  });
}

function overall(way: number, from: string, to: string): string {
  if (way > 0) return `Overall it rises from ${from} to ${to}`;
  return way < 0 ? `Overall it falls from ${from} to ${to}` : `Overall it ends where it began, at ${from}`;
}

function courseOf(name: string, way: number, from: string, to: string): string {
  if (way > 0) return `${name} rises from ${from} to ${to}`;
  return way < 0 ? `${name} falls from ${from} to ${to}` : `${name} ends where it began, at ${from}`;
}
