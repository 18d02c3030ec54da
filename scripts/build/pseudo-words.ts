const ACCENTS: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('aeiouycnsAEIOUYCNS', (letter, at) => [letter, Array.from('àéîöüýçñšÀÉÎÖÜÝÇÑŠ')[at] ?? letter]),
);

/** How much longer than English the longest of our languages may be. */
const LONGER = 0.4;

/**
 * A compiled catalogue in a language that nobody speaks: every text in brackets, with accents and 40 % longer. What is on
 * view without brackets was not taken out of the code, and what does not fit would not fit in German either.
 * @param json The words of a catalogue as the compiler gives them: texts, lists with numbers for holes, lists of forms.
 */
export function pseudoWords(json: string): string {
  return JSON.stringify((JSON.parse(json) as unknown[]).map(pseudo));
}

function pseudo(item: unknown): unknown {
  if (typeof item === 'string') return wrap([item])[0];
  if (!Array.isArray(item)) return item;
  return item.length > 1 && item.every((part) => typeof part === 'string')
    ? item.map((form: string) => wrap([form])[0])
    : wrap(item);
}

/** Brackets round the whole, and its length behind it. */
function wrap(parts: readonly unknown[]): readonly unknown[] {
  const length = lengthOf(parts);
  const more = '~'.repeat(Math.max(1, Math.round(length * LONGER) - 2));
  const filling = more.replace(/~{6}/g, 'lorem ').replaceAll('~', '·');
  const inner = parts.map(accented);
  const [first, last] = [inner[0], inner.at(-1)];
  const begun = typeof first === 'string' ? [`[${first}`, ...inner.slice(1)] : ['[', ...inner];
  return inner.length > 1 && typeof last !== 'string'
    ? [...begun, ` ${filling}]`]
    : [...begun.slice(0, -1), `${String(begun.at(-1))} ${filling}]`];
}

/** Holes stay as they are, also those of forms: `{0}`, `#`. */
function accented(part: unknown): unknown {
  if (Array.isArray(part)) return part.map((each, at) => (at === 0 ? (each as unknown) : accented(each)));
  if (typeof part !== 'string') return part;
  return part.replace(/\{\w+\}|[a-zA-Z]/g, (found) => ACCENTS[found] ?? found);
}

function lengthOf(part: unknown): number {
  if (typeof part === 'string') return part.length;
  return Array.isArray(part) ? part.reduce((sum: number, each) => sum + lengthOf(each), 0) : 0;
}
