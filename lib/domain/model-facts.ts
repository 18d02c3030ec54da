import type { Effort, ModelParameters } from './model-parameters';
import type { Usage } from './stream-event';

/** US dollars for a million tokens. */
export interface ModelPrice {
  readonly input: number;
  readonly output: number;
  /** Of input that the provider had kept, and of keeping it. Missing: the price of other input. */
  readonly cacheRead?: number;
  readonly cacheWrite?: number;
}

/** What is known of a model. What is missing is not known. */
export interface ModelFacts {
  /** As requests name it. */
  readonly id: string;
  /** As people name it. */
  readonly name?: string;
  /** Tokens that question and answer may take together. */
  readonly contextTokens?: number;
  readonly seesImages?: boolean;
  /** It can think before it answers. */
  readonly reasons?: boolean;
  /** The words it takes for how hard it thinks; none: it takes no word. */
  readonly efforts?: readonly Effort[];
  /** It decides how much it thinks by such a word, and takes no number of tokens (Anthropic). */
  readonly adaptive?: boolean;
  /** Whether it takes a temperature and top-p. */
  readonly samples?: boolean;
  /** Parameters that its server says it does not take. */
  readonly refuses?: readonly (keyof ModelParameters)[];
  /** Longest answer in tokens. */
  readonly maxOutputTokens?: number;
  readonly price?: ModelPrice;
  /** When it appeared, in milliseconds since the epoch. */
  readonly createdAt?: number;
  /** The server says that it answers no more, or soon will not. */
  readonly retired?: boolean;
  /** The model that the server names in its place. */
  readonly successor?: string;
}

/** What a server listed. */
export interface ModelList {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly models: readonly ModelFacts[];
}

/** The facts that a server gave, with those known otherwise where it gave none. */
export function joinFacts(listed: ModelFacts, known: Omit<ModelFacts, 'id'> | undefined): ModelFacts {
  return { ...known, ...listed };
}

/** What an answer cost in US dollars by its provider's counts; null where the price or the counts are not known. */
export function costOf(usage: Usage | null, price: ModelPrice | undefined): number | null {
  if (price === undefined || usage?.inputTokens === undefined || usage.outputTokens === undefined) return null;
  const { inputTokens, outputTokens, cachedInputTokens: cached = 0, cacheWriteTokens: written = 0 } = usage;
  const plain = Math.max(0, inputTokens - cached - written);
  const input =
    plain * price.input + cached * (price.cacheRead ?? price.input) + written * (price.cacheWrite ?? price.input);
  return (input + outputTokens * price.output) / 1_000_000;
}

/**
 * Models to go on with in the place of one that is gone, best first, at most three: the one its server names, then those
 * of the same line (`opus` of `claude-3-opus-20240229`), the newest first.
 */
export function successorsOf(models: readonly ModelFacts[], gone: string): readonly ModelFacts[] {
  const named = models.find(({ id }) => id === gone)?.successor;
  const line = lineOf(gone);
  const usable = models.filter(({ id, retired }) => id !== gone && retired !== true);
  const alike = usable.filter(({ id }) => lineOf(id) === line).sort(newestFirst);
  return [...new Set([...usable.filter(({ id }) => id === named), ...alike])].slice(0, 3);
}

/** By the day they appeared; where a server does not tell, by the numbers in their names. */
function newestFirst(a: ModelFacts, b: ModelFacts): number {
  const days = (b.createdAt ?? 0) - (a.createdAt ?? 0);
  if (a.createdAt !== undefined && b.createdAt !== undefined && days !== 0) return days;
  return b.id.localeCompare(a.id, 'en', { numeric: true });
}

const PASSING_WORDS = new Set(['latest', 'preview', 'exp', 'experimental', 'beta']);

/** A model's name without what changes from one version to the next. */
function lineOf(id: string): string {
  const last = id.toLowerCase().split('/').at(-1) ?? '';
  return last
    .split(/[^a-z]+/)
    .filter((word) => word !== '' && !PASSING_WORDS.has(word))
    .sort()
    .join(' ');
}
