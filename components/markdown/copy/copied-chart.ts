import type { Attachment } from 'svelte/attachments';
import { chartTable } from '../../../lib/markdown/chart/read-chart';
import type { Chart } from '../../../lib/markdown/chart/chart';
import type { Cell, TableNode } from '../../../lib/markdown/nodes';

const charts = new WeakMap<Element, Chart>();

/** Tells what chart an element shows, so that a selection over it copies the data. */
export function copyAsData(chart: Chart): Attachment {
  return (element) => {
    charts.set(element, chart);
  };
}

/** The data of the chart that an element shows as a table; null where it shows none. */
export function chartShownIn(element: Element): TableNode | null {
  const chart = charts.get(element);
  if (chart === undefined) return null;
  const [head = [], ...rows] = chartTable(chart).map((cells) =>
    cells.map((text): Cell => [{ type: 'text', text }]),
  );
  return { type: 'table', key: 0, aligns: [], head, rows: rows.map((cells) => ({ type: 'row', key: 0, cells })) };
}
