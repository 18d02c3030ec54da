import { View, loader, parse, type Loader } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { Chart } from '../../../lib/markdown/chart/chart';
import type { ChartColors } from './theme-colors';
import { vegaConfig } from './vega-config';

/** Height of the plot itself in CSS pixels; axes and legends come on top. */
const PLOT_HEIGHT = 170;

/** What a chart is drawn with. */
export interface ChartFrame {
  /** CSS pixels. */
  readonly width: number;
  readonly font: string;
  readonly colors: ChartColors;
}

/**
 * Draws a chart as SVG in an element and resolves to a function that removes it. Expressions are interpreted, never
 * compiled (our policy forbids that), and nothing can be loaded. Rejects where Vega can't make sense of the chart.
 */
export async function drawChart(element: HTMLElement, chart: Chart, frame: ChartFrame): Promise<() => void> {
  const { spec } = compile(toVegaLite(chart, frame.width), { config: vegaConfig(frame.colors, frame.font) });
  const view = new View(parse(spec, undefined, { ast: true }), {
    renderer: 'svg',
    container: element,
    expr: expressionInterpreter,
    loader: createClosedLoader(),
    hover: false,
    logLevel: 0,
  });
  await view.runAsync();
  return () => {
    view.finalize();
    element.replaceChildren();
  };
}

function toVegaLite(chart: Chart, width: number): TopLevelSpec {
  const faceted = 'row' in chart.encoding || 'column' in chart.encoding;
  const spec = {
    data: { values: structuredClone(chart.rows) },
    mark: chart.mark,
    encoding: chart.encoding,
    description: chart.description || chart.title || 'Chart',
    // Facets can't fit themselves to a width: their parts share it.
    ...(faceted
      ? { width: facetWidth(chart, width), height: PLOT_HEIGHT / 2 }
      : { width, height: PLOT_HEIGHT, autosize: { type: 'fit-x', contains: 'padding' } }),
  };
  // The whitelist (chart-shape.ts) is the type here.
  return spec as unknown as TopLevelSpec;
}

function facetWidth(chart: Chart, width: number): number {
  const column = chart.encoding['column'] as { readonly field?: string } | undefined;
  if (column?.field === undefined) return width - 60;
  const { field } = column;
  const parts = new Set(chart.rows.map((row) => row[field])).size;
  return Math.max(60, (width - 50) / Math.max(1, parts) - 20);
}

function createClosedLoader(): Loader {
  const refuse = () => Promise.reject(new Error('Charts load nothing.'));
  return Object.assign(loader(), { load: refuse, sanitize: refuse, http: refuse, file: refuse });
}
