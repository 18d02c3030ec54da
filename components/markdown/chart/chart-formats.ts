import { expressionFunction } from 'vega';
import { wrapRest } from '../../../lib/markdown/chart/chart-room';
import {
  formatDate,
  formatNumber,
  formatTick,
  formatTimeUnit,
  type TickStyle,
} from '../../../lib/markdown/values/format-value';
import type { DateGrain } from '../../../lib/markdown/values/parse-date';
import type { NumberStyle } from '../../../lib/markdown/values/format-value';

/** What the drawings that are being made write names from, by their id. */
const lists = new Map<string, NameLists>();

/** Lists of names, and how wide a text is. */
export interface NameLists {
  readonly names: readonly (readonly string[])[];
  readonly measure: (text: string) => number;
}

/** Lets a drawing write its names while it is made. Returns how to end that. */
export function lendNames(id: string, names: NameLists): () => void {
  lists.set(id, names);
  return () => lists.delete(id);
}

/** A place in a list by its name; `format` is `<id>|<list>|<width of a line, or 0>`, two lines at most. */
function writeName(place: unknown, format: string): string | readonly string[] {
  const [id = '', list = '', width = ''] = format.split('|');
  const lent = lists.get(id);
  const name = lent?.names[Number(list)]?.[Number(place)] ?? '';
  const room = Number(width);
  return lent === undefined || room === 0 ? name : wrapRest(name, room, lent.measure);
}

expressionFunction('asideName', writeName);
expressionFunction('asideNumber', (value: unknown, style: NumberStyle) => formatNumber(Number(value), style));
expressionFunction('asideTick', (time: unknown, style: TickStyle) => formatTick(Number(time), style));
expressionFunction('asideDate', (time: unknown, grain: DateGrain) => formatDate(Number(time), grain));
expressionFunction('asideUnit', (time: unknown, unit: string) => formatTimeUnit(Number(time), unit));
