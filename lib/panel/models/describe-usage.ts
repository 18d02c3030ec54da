import type { Message } from '../../domain/chat';
import { costOf, type ModelFacts, type ModelPrice } from '../../domain/model-facts';
import type { Usage } from '../../domain/stream-event';
import { dollars } from './describe-facts';

/** What answers took together. */
export interface Spending {
  readonly tokens: number;
  /** US dollars, of those answers whose price is known; null where none is. */
  readonly cost: number | null;
}

const count = (tokens: number): string => tokens.toLocaleString('en');
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/** Tokens and money in short: “1.2K tokens, ≈ $0.0035”; null where there is nothing to tell. */
export function shortSpending({ tokens, cost }: Spending): string | null {
  if (tokens === 0) return null;
  const words = `${compact.format(tokens)} tokens`;
  return cost === null || cost === 0 ? words : `${words}, ≈ ${dollars(cost)}`;
}

/** What one answer took. */
export function spendingOf(usage: Usage | null, price: ModelPrice | undefined): Spending {
  return { tokens: (usage?.inputTokens ?? 0) + (usage?.outputTokens ?? 0), cost: costOf(usage, price) };
}

/** What many answers took together. */
export function sumSpending(
  answers: readonly Message[],
  factsOf: (modelRef: NonNullable<Message['modelRef']>) => ModelFacts,
): Spending {
  const each = answers.map(({ usage, modelRef }) =>
    spendingOf(usage, modelRef === null ? undefined : factsOf(modelRef).price),
  );
  const costs = each.map(({ cost }) => cost).filter((cost) => cost !== null);
  return {
    tokens: each.reduce((sum, { tokens }) => sum + tokens, 0),
    cost: costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0),
  };
}

/** An answer's counts in full, as its provider gave them. */
export function describeUsage(usage: Usage, price: ModelPrice | undefined): string {
  const {
    inputTokens = 0,
    outputTokens = 0,
    cachedInputTokens = 0,
    cacheWriteTokens = 0,
    reasoningTokens = 0,
  } = usage;
  const kept = [
    cachedInputTokens > 0 ? `${count(cachedInputTokens)} of them read from its cache` : '',
    cacheWriteTokens > 0 ? `${count(cacheWriteTokens)} kept in it` : '',
  ].filter(Boolean);
  const cost = costOf(usage, price);
  return [
    `${count(inputTokens + outputTokens)} tokens, as the provider counted them: ${count(inputTokens)} in`,
    kept.length > 0 ? ` (${kept.join(', ')})` : '',
    `, ${count(outputTokens)} out`,
    reasoningTokens > 0 ? ` (${count(reasoningTokens)} of them thoughts)` : '',
    cost === null || cost === 0 ? '' : `. About ${dollars(cost)} at list prices`,
  ].join('');
}
