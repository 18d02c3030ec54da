import { type Clock, systemClock } from '../network/clock';
import type { AnthropicClient } from './client';

/**
 * Maximum output by family, from Anthropic's "Models overview", first match first. A family that is not here is asked
 * for at the models endpoint.
 */
const MAX_OUTPUT: readonly (readonly [RegExp, number])[] = [
  [/^claude-3-(opus|sonnet|haiku)/, 4_096],
  [/^claude-3-5-/, 8_192],
  [/^claude-3-7-/, 64_000],
  [/^claude-opus-4-(0|1|20\d{6})(?!\d)/, 32_000],
  [/^claude-(opus|sonnet|haiku)-4(-0|-5)?(-20\d{6})?$/, 64_000],
  [/^claude-(opus|sonnet)-4-[678]/, 128_000],
  [/^claude-(opus|sonnet|haiku|fable)-5(-|$)/, 128_000],
];

/** What every model that answers to an Anthropic-shaped API is known to take, for when nothing better is known. */
const SAFE_MAX_TOKENS = 8_192;
const LOOKUP_MS = 3_000;

/** Maxima the models endpoint gave or an error named, by `baseUrl model`, as long as this background lives. */
const known = new Map<string, number>();

/** Keeps a maximum that the server named. */
export function rememberMaxTokens(baseUrl: string, model: string, maxTokens: number): void {
  known.set(`${baseUrl} ${model}`, maxTokens);
}

/**
 * The most output tokens a model may be asked for: what the server said before, else the table, else what
 * `GET /v1/models/{id}` says within three seconds, else a number that is safe everywhere. Never throws; makes no
 * request for a family in the table.
 */
export async function maxTokensFor(
  baseUrl: string,
  model: string,
  models: AnthropicClient['models'],
  signal: AbortSignal,
  clock: Clock = systemClock,
): Promise<number> {
  const remembered = known.get(`${baseUrl} ${model}`) ?? MAX_OUTPUT.find(([family]) => family.test(model))?.[1];
  if (remembered !== undefined) return remembered;
  const asked = await ask(model, models, signal, clock);
  // A server without the endpoint is not asked again for every question.
  rememberMaxTokens(baseUrl, model, asked ?? SAFE_MAX_TOKENS);
  return asked ?? SAFE_MAX_TOKENS;
}

async function ask(
  model: string,
  models: AnthropicClient['models'],
  signal: AbortSignal,
  clock: Clock,
): Promise<number | null> {
  const tooSlow = new AbortController();
  const cancelTimer = clock.after(LOOKUP_MS, () => tooSlow.abort());
  try {
    const info: unknown = await models.retrieve(model, null, {
      signal: AbortSignal.any([signal, tooSlow.signal]),
    });
    const max = typeof info === 'object' && info !== null && 'max_tokens' in info ? info.max_tokens : null;
    return typeof max === 'number' && max > 0 ? max : null;
  } catch {
    // The question itself will meet the same failure, and tell it.
    return null;
  } finally {
    cancelTimer();
  }
}

/**
 * The maximum that a 400 names, or null if it is about something else. The sentences are the API's own:
 * "max_tokens: 10000 > 4096, which is the maximum allowed number of output tokens for …" (seen in
 * ChatGPTNextWeb/NextChat issue 4964) and "input length and `max_tokens` exceed context limit: 190000 + 32000 >
 * 200000, …".
 */
export function allowedMaxTokens(sentence: string): number | null {
  const limit = /max_tokens: \d+ > (\d+)/.exec(sentence)?.[1];
  if (limit !== undefined) return positive(Number(limit));
  const sum = /exceed context limit: (\d+) \+ \d+ > (\d+)/.exec(sentence);
  return sum ? positive(Number(sum[2]) - Number(sum[1])) : null;
}

function positive(value: number): number | null {
  return value > 0 ? value : null;
}
