import { View, loader, parse, type Loader } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { ChartPlan } from '../../../lib/markdown/chart/plan-chart';
import { lendNames } from './chart-formats';
import { readPoints, type DrawnPoint } from './read-points';
import type { ChartColors } from './theme-colors';
import { vegaConfig } from './vega-config';

/** What a chart is drawn with. */
export interface ChartLook {
  readonly font: string;
  /** How wide a label's text is in that font, in CSS pixels. */
  readonly measure: (text: string) => number;
  readonly colors: ChartColors;
  /** For pictures that leave the page: they have a paper of their own, and these words on it. */
  readonly page?: { readonly title: string; readonly subtitle: string };
}

/** A chart as it was drawn. Call `end` when it goes. */
export interface Drawing {
  readonly element: HTMLElement;
  readonly points: readonly DrawnPoint[];
  readonly view: View;
  readonly end: () => void;
}

/** Panels narrower or lower than this are not made smaller still, in CSS pixels. */
const LEAST_PANEL = 24;

/**
 * Draws a planned chart as SVG in an element of its own. Expressions are interpreted, never compiled (our policy forbids
 * that), and nothing can be loaded. Rejects where Vega can't make sense of the chart.
 */
export async function drawChart(plan: ChartPlan, look: ChartLook): Promise<Drawing> {
  const { panels } = plan;
  let drawing = await draw(plan, look, panels?.width ?? 0, panels?.height ?? 0);
  if (panels !== null) {
    // What axes and names really take is known only now: the panels share what is left.
    const svg = drawing.element.querySelector('svg');
    const [width, height] = [Number(svg?.getAttribute('width')), Number(svg?.getAttribute('height'))];
    const fitted = [
      Math.max(LEAST_PANEL, panels.width + (plan.width - width) / panels.across),
      Math.max(LEAST_PANEL, panels.height + (plan.height - height) / panels.down),
    ] as const;
    drawing.end();
    drawing = await draw(plan, look, ...fitted);
  }
  return drawing;
}

async function draw(plan: ChartPlan, look: ChartLook, panelWidth: number, panelHeight: number): Promise<Drawing> {
  const { spec } = compile(toVegaLite(plan, look, Math.floor(panelWidth), Math.floor(panelHeight)), {
    config: vegaConfig(look, plan.width),
    logger: SILENT,
  });
  const element = document.createElement('div');
  const view = new View(parse(spec, undefined, { ast: true }), {
    renderer: 'svg',
    container: element,
    expr: expressionInterpreter,
    loader: createClosedLoader(),
    hover: false,
    tooltip: () => undefined,
    logLevel: 0,
  });
  const takeBack = lendNames(plan.id, { names: plan.names, measure: look.measure });
  try {
    await view.runAsync();
  } finally {
    takeBack();
  }
  return { element, view, points: readPoints(view), end: () => view.finalize() };
}

function toVegaLite(
  { rows, mark, encoding, panels, width, height }: ChartPlan,
  { page }: ChartLook,
  panelWidth: number,
  panelHeight: number,
): TopLevelSpec {
  const spec = {
    // Vega marks its rows.
    data: { values: structuredClone(rows) },
    mark,
    encoding,
    ...(page === undefined || page.title === '' ? {} : { title: { text: page.title, subtitle: page.subtitle } }),
    ...(panels === null
      ? { width, height, autosize: { type: 'fit', contains: 'padding' } }
      : { width: panelWidth, height: panelHeight }),
  };
  // The whitelist (chart-shape.ts) is the type here.
  return spec as unknown as TopLevelSpec;
}

/** Vega-Lite's remarks on a specification are nothing that its reader can act on. */
const SILENT = {
  level: () => SILENT,
  error: () => SILENT,
  warn: () => SILENT,
  info: () => SILENT,
  debug: () => SILENT,
};

function createClosedLoader(): Loader {
  const refuse = () => Promise.reject(new Error('Charts load nothing.'));
  return Object.assign(loader(), { load: refuse, sanitize: refuse, http: refuse, file: refuse });
}
