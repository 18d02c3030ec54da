import { cellOf, channelsOf, distinctValues, isDiscrete, type Chart, type ChartChannel } from './chart';
import { said } from '../../words/said';

/** Series that are told apart by colour, shape or dash. */
export const MAX_SERIES = 30;
/** Small charts beside each other. */
export const MAX_PANELS = 24;
/** Bars of a histogram. */
const MAX_BINS = 200;

const SERIES_CHANNELS: readonly string[] = ['color', 'shape', 'strokeDash'];
const PANEL_CHANNELS: readonly string[] = ['row', 'column', 'facet'];

/** Says what a well-formed chart lacks or has too much of, as a sentence that names the path, or null. */
export function limitProblem({ rows, fields, mark, encoding }: Chart): string | null {
  const channels = channelsOf(encoding);
  if (channels.length === 0) return said('encoding names no field.');
  if (mark.type === 'arc' && encoding.theta === undefined) return said('encoding.theta is missing.');
  for (const [name, channel] of channels) {
    const { field } = channel;
    if (field === undefined) continue;
    if (!fields.includes(field)) return said(`encoding.${name}.field names “${field}”, which is in no row.`);
    const steps = binCount(channel, rows);
    if (steps > MAX_BINS) return said(`encoding.${name}.bin.step makes more than ${MAX_BINS} bars.`);
    const isNamed = isDiscrete(channel) && mark.type !== 'arc' && !isPlaced(field, encoding.x, encoding.y);
    if (SERIES_CHANNELS.includes(name) && isNamed && distinctValues(rows, field).length > MAX_SERIES)
      return said(`encoding.${name} has more than ${MAX_SERIES} series.`);
  }
  const panels = channels
    .filter(([name]) => PANEL_CHANNELS.includes(name))
    .reduce((product, [, { field }]) => product * (field ? distinctValues(rows, field).length : 1), 1);
  return panels > MAX_PANELS ? said(`it has more than ${MAX_PANELS} panels.`) : null;
}

/** Colouring each bar tells nothing that its place does not. */
function isPlaced(field: string, ...places: readonly (ChartChannel | undefined)[]): boolean {
  return places.some((place) => place?.field === field);
}

function binCount({ field, bin }: ChartChannel, rows: Chart['rows']): number {
  if (typeof bin !== 'object' || bin.step === undefined || field === undefined) return 0;
  const numbers = rows.map((row) => Number(cellOf(row, field) ?? Number.NaN)).filter(Number.isFinite);
  const spread = Math.max(...numbers) - Math.min(...numbers);
  return bin.step > 0 ? spread / bin.step : Infinity;
}
