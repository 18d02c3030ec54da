import type { Attachment } from 'svelte/attachments';
import type { Chart } from '../../../lib/markdown/chart/chart';
import { chartAsTable } from '../../../lib/markdown/copy/chart-as-table';
import type { TableNode } from '../../../lib/markdown/nodes';

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
  return chart === undefined ? null : chartAsTable(chart);
}
