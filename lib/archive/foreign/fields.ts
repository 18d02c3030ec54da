/** An object of a file. Its keys are data: they are read by `own`, never followed to a prototype. */
export type Json = Readonly<Record<string, unknown>>;

/** Whether it is an object of JSON. */
export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field of an object; undefined where it has none of its own. */
export function own(value: unknown, name: string): unknown {
  return isJson(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** A text; empty where it is none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A list; empty where it is none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The latest time that a Date can be, in milliseconds since the epoch. */
const MOST = 8.64e15;

/** Seconds since the epoch (as some files have them) or an ISO date, in milliseconds; null where it is neither. */
export function timeOf(value: unknown): number | null {
  const time = typeof value === 'string' ? Date.parse(value) : typeof value === 'number' ? value * 1_000 : NaN;
  return Number.isFinite(time) && Math.abs(time) <= MOST ? Math.round(time) : null;
}

/** Milliseconds since the epoch; null where it is no number that can be. */
export function millisOf(value: unknown): number | null {
  return typeof value === 'number' ? timeOf(value / 1_000) : null;
}
