import type { Message, ModelRef } from '../chat';

/**
 * How much of what was estimated each model's provider counted, for the last few requests, the newest last; by
 * provider and model.
 */
export type TokenRatios = Readonly<Record<string, readonly number[]>>;

/** Measurements that are kept of a model: their median is not moved by one that is odd. */
const KEPT = 5;
/** Models that are kept. */
const KEPT_MODELS = 50;
/** Less than this says more about what servers put around a question than about its words. */
const LEAST_TOKENS = 200;
/** Outside of these something else was counted: less was read, or more was sent than words. */
const [LEAST, MOST] = [0.6, 3] as const;

const keyOf = ({ providerId, model }: ModelRef): string => `${providerId} ${model}`;

/**
 * How an answer's last request was counted by its provider beside what was estimated; null where that tells nothing: where
 * less was read than was sent, or may have been. Ollama does not count what it kept of the turn before.
 */
export function measuredRatio({
  sent,
  usage,
  wholePage,
}: Pick<Message, 'sent' | 'usage' | 'wholePage'>): number | null {
  const counted = usage?.inputTokens;
  if (sent?.tokens === undefined || counted === undefined || wholePage !== undefined) return null;
  if (sent.host === null || sent.host.endsWith(':11434') || sent.tokens < LEAST_TOKENS) return null;
  const ratio = counted / sent.tokens;
  return ratio >= LEAST && ratio <= MOST ? ratio : null;
}

/** The ratios with one more of a model, which is then the last of them. */
export function addRatio(ratios: TokenRatios, modelRef: ModelRef, ratio: number): TokenRatios {
  const { [keyOf(modelRef)]: former = [], ...others } = ratios;
  const kept = Object.entries(others).slice(1 - KEPT_MODELS);
  return { ...Object.fromEntries(kept), [keyOf(modelRef)]: [...former, ratio].slice(-KEPT) };
}

/** By how much estimates for a model are off: they are to be multiplied with it. 1 where nothing was measured. */
export function ratioOf(ratios: TokenRatios, modelRef: ModelRef): number {
  const sorted = (ratios[keyOf(modelRef)] ?? []).toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 1, high = low] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}
