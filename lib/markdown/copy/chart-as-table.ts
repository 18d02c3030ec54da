import type { Chart } from '../chart/chart';
import { chartTable } from '../chart/read-chart';
import type { Cell, TableNode } from '../nodes';

/** The data of a chart as the table that is copied in its place. */
export function chartAsTable(chart: Chart): TableNode {
  const [head = [], ...rows] = chartTable(chart).map((cells) =>
    cells.map((text): Cell => [{ type: 'text', text }]),
  );
  return { type: 'table', key: 0, aligns: [], head, rows: rows.map((cells) => ({ type: 'row', key: 0, cells })) };
}
