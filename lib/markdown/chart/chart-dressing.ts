import { ignored, isRecord, Refusal, type Reader } from './read-shape';

// What only dresses a chart: colours, fonts, widths of strokes. Models write it by habit, so it does not get a chart
// refused, but the theme dresses ours: none of it is passed on. Even so nothing is taken that names an address, holds
// an expression or is asked for by a name that something could listen to.

const MAX_DEPTH = 4;
const MAX_PARTS = 40;

/** Names, sizes, `#4c78a8`, `rgb(76 120 168 / 50%)`, `Arial, sans-serif`. */
const PLAIN_WORDS = /^[\w#.,%+' -]{0,100}$/;
const COLOR_FUNCTION = /^(?:rgb|hsl)a?\([\d\s.,%/+-]{1,40}(?:deg)?[\d\s.,%/+-]{0,40}\)$/;
const LIVE_NAMES = /^(?:data|dataset|datasets|expr|signal|signals|param|params|test|transform|url|href|on|bind)$/;

/** Takes what can only be looks, and leaves it out of the chart. */
export const dressing: Reader = ignored((value, path) => plain(value, path, 0));

function plain(value: unknown, path: string, depth: number): unknown {
  switch (typeof value) {
    case 'number':
    case 'boolean':
      return value;
    case 'string':
      return PLAIN_WORDS.test(value) || COLOR_FUNCTION.test(value)
        ? value
        : new Refusal(`${path} has a value that is not allowed.`, path);
    default:
  }
  if (value === null) return value;
  if (depth === MAX_DEPTH) return new Refusal(`${path} is nested too deep.`, path);
  const parts = Array.isArray(value)
    ? value.map((part, index) => [`${path}[${index}]`, part] as const)
    : Object.entries(isRecord(value) ? value : {}).map(([key, part]) => [`${path}.${key}`, part] as const);
  if (parts.length > MAX_PARTS) return new Refusal(`${path} has more than ${MAX_PARTS} parts.`, path);
  for (const [at, part] of parts) {
    if (LIVE_NAMES.test(at.slice(path.length + 1))) return new Refusal(`${at} is not allowed.`, at);
    const taken = plain(part, at, depth + 1);
    if (taken instanceof Refusal) return taken;
  }
  return value;
}

/** Readers for keys that are dressing. */
export function dressings(...keys: readonly string[]): Readonly<Record<string, Reader>> {
  return Object.fromEntries(keys.map((key) => [key, dressing]));
}
