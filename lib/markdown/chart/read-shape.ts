/** Why a value is not taken, as a sentence that names its path, and that path. */
export class Refusal {
  readonly reason: string;
  readonly path: string;

  constructor(reason: string, path: string) {
    this.reason = reason;
    this.path = path;
  }
}

/**
 * Takes what a stranger wrote apart: gives back a value of our own with nothing in it that was not asked for, or says
 * why not. Undefined means that the value is fine and left out.
 */
export type Reader = (value: unknown, path: string) => unknown;

/** One of these very values. */
export function oneOf(...allowed: readonly (string | number | boolean | null)[]): Reader {
  return (value, path) => {
    const found = allowed.find((one) => one === value);
    return found === undefined ? notAllowed(path) : found;
  };
}

/** A string, at most 500 characters, that matches if a pattern is given. */
export function text(pattern?: RegExp): Reader {
  return (value, path) => {
    if (typeof value !== 'string') return new Refusal(`${path} must be text.`, path);
    if (value.length > 500) return new Refusal(`${path} is too long.`, path);
    return pattern === undefined || pattern.test(value) ? value : notAllowed(path);
  };
}

/** A finite number from `least` to `most`. */
export function number(least = -Infinity, most = Infinity): Reader {
  return (value, path) => {
    if (typeof value !== 'number' || !Number.isFinite(value))
      return new Refusal(`${path} must be a number.`, path);
    if (value < least || value > most) return new Refusal(`${path} must be from ${least} to ${most}.`, path);
    return value;
  };
}

/** Takes true and false. */
export const flag: Reader = (value, path) =>
  typeof value === 'boolean' ? value : new Refusal(`${path} must be true or false.`, path);

/** A list of at most `limit` parts. */
export function listOf(read: Reader, limit: number): Reader {
  return (value, path) => {
    if (!Array.isArray(value)) return new Refusal(`${path} must be a list.`, path);
    if (value.length > limit) return new Refusal(`${path} has more than ${limit} parts.`, path);
    const parts: unknown[] = [];
    for (const [index, part] of value.entries()) {
      const taken = read(part, `${path}[${index}]`);
      if (taken instanceof Refusal) return taken;
      if (taken !== undefined) parts.push(taken);
    }
    return parts;
  };
}

/** Takes what one of the readers takes; otherwise the words of the one that got beyond the value itself, if any. */
export function anyOf(...readers: readonly Reader[]): Reader {
  return (value, path) => {
    let deeper: Refusal | null = null;
    for (const read of readers) {
      const taken = read(value, path);
      if (!(taken instanceof Refusal)) return taken;
      if (taken.path !== path) deeper ??= taken;
    }
    return deeper ?? notAllowed(path);
  };
}

/** An object with these keys and no others; none is required. */
export function shape(readers: Readonly<Record<string, Reader>>): Reader {
  return (value, path) => {
    if (!isRecord(value)) return new Refusal(`${path || 'The chart'} must be an object.`, path);
    const taken: [string, unknown][] = [];
    for (const [key, part] of Object.entries(value)) {
      const at = path === '' ? key : `${path}.${key}`;
      const read = Object.hasOwn(readers, key) ? readers[key] : undefined;
      const result = read === undefined ? new Refusal(`${at} is not allowed.`, at) : read(part, at);
      if (result instanceof Refusal) return result;
      if (result !== undefined) taken.push([key, result]);
    }
    return Object.fromEntries(taken);
  };
}

/** Takes what `read` takes, and leaves it out. */
export function ignored(read: Reader): Reader {
  return (value, path) => {
    const taken = read(value, path);
    return taken instanceof Refusal ? taken : undefined;
  };
}

/** Whether a value is an object that is not a list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function notAllowed(path: string): Refusal {
  return new Refusal(`${path} has a value that is not allowed.`, path);
}
