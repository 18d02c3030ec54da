import type { Chart } from '../../../lib/markdown/chart/chart';
import { planChart } from '../../../lib/markdown/chart/plan-chart';
import { chartTable } from '../../../lib/markdown/chart/read-chart';
import { toCsv } from '../../../lib/markdown/table/table-csv';
import { saveFile } from '../../../lib/panel/save-file';
import { roomOf } from './chart-room-of';
import { themeColors } from './theme-colors';

/** What a chart can be saved as. */
export type ChartFile = 'png' | 'svg' | 'csv';

/** A saved picture is at least so wide, in CSS pixels, whatever the panel is. */
const LEAST_WIDTH = 560;
/** Pixels of a PNG for each CSS pixel. */
const SCALE = 2;

/**
 * Offers a chart as a file: its data, or a picture with its title in the colours of the theme. `element` is where it is
 * drawn. Rejects where the browser can't make the picture.
 */
export async function saveChart(chart: Chart, file: ChartFile, element: Element): Promise<void> {
  const name = `${chart.title || 'Chart'}.${file}`;
  if (file === 'csv') {
    saveFile(name, 'text/csv', toCsv(chartTable(chart)));
    return;
  }
  const { drawChart } = await import('./draw-chart');
  const room = roomOf(element);
  const plan = planChart(chart, { ...room, width: Math.max(LEAST_WIDTH, room.width) }, 'saved');
  const font = getComputedStyle(element).fontFamily;
  const { title, subtitle } = chart;
  const { view, end } = await drawChart(plan, {
    font,
    measure: room.measure,
    colors: themeColors(element),
    page: { title, subtitle },
  });
  try {
    if (file === 'svg') saveFile(name, 'image/svg+xml', await view.toSVG());
    else saveFile(name, 'image/png', await toPng(await view.toCanvas(SCALE)));
  } finally {
    end();
  }
}

function toPng(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png');
  });
}
