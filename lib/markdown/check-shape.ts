/** Says what is wrong with a value, in words that name its path, or null. */
export type Check = (value: unknown, path: string) => string | null;

/** One of these very values. */
export function oneOf(...allowed: readonly (string | number | boolean | null)[]): Check {
  return (value, path) =>
    allowed.some((one) => one === value) ? null : `${path} has a value that is not allowed.`;
}

/** A string, at most 500 characters, that matches if a pattern is given. */
export function text(pattern?: RegExp): Check {
  return (value, path) => {
    if (typeof value !== 'string') return `${path} must be text.`;
    if (value.length > 500) return `${path} is too long.`;
    return pattern === undefined || pattern.test(value) ? null : `${path} has a value that is not allowed.`;
  };
}

/** A finite number. */
export const number: Check = (value, path) =>
  typeof value === 'number' && Number.isFinite(value) ? null : `${path} must be a number.`;

/** Takes true and false. */
export const flag: Check = (value, path) => (typeof value === 'boolean' ? null : `${path} must be true or false.`);

/** A list of at most `limit` parts. */
export function listOf(check: Check, limit: number): Check {
  return (value, path) => {
    if (!Array.isArray(value)) return `${path} must be a list.`;
    if (value.length > limit) return `${path} has more than ${limit} parts.`;
    return firstProblem(value.map((part, index) => () => check(part, `${path}[${index}]`)));
  };
}

/** Passes what one of the checks passes; otherwise the words of the one that got beyond the value itself, if any. */
export function anyOf(...checks: readonly Check[]): Check {
  return (value, path) => {
    let deeper: string | null = null;
    for (const check of checks) {
      const problem = check(value, path);
      if (problem === null) return null;
      if (!problem.startsWith(`${path} `)) deeper ??= problem;
    }
    return deeper ?? `${path} has a value that is not allowed.`;
  };
}

/** An object with these keys and no others; none is required. */
export function shape(checks: Readonly<Record<string, Check>>): Check {
  return (value, path) => {
    if (!isRecord(value)) return `${path || 'The chart'} must be an object.`;
    return firstProblem(
      Object.entries(value).map(([key, part]) => () => {
        const at = path === '' ? key : `${path}.${key}`;
        const check = Object.hasOwn(checks, key) ? checks[key] : undefined;
        return check === undefined ? `${at} is not allowed.` : check(part, at);
      }),
    );
  };
}

/** Whether a value is an object that is not a list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstProblem(checks: readonly (() => string | null)[]): string | null {
  for (const check of checks) {
    const problem = check();
    if (problem !== null) return problem;
  }
  return null;
}
