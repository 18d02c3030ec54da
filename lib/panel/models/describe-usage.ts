import type { Message } from '../../domain/chat';
import type { ModelFacts, ModelPrice } from '../../domain/model-facts';
import { spentByAnswer, type Spent } from '../../domain/spending/spent';
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

/** What one answer took, over all its requests. */
export function spendingOf(answer: Pick<Message, 'usage' | 'spent'>, price: ModelPrice | undefined): Spending {
  const spent = spentByAnswer(answer, price);
  const { inputTokens = 0, outputTokens = 0 } = spent?.usage ?? {};
  return { tokens: inputTokens + outputTokens, cost: spent?.cost ?? null };
}

/** What many answers took together. */
export function sumSpending(
  answers: readonly Message[],
  factsOf: (modelRef: NonNullable<Message['modelRef']>) => ModelFacts,
): Spending {
  const each = answers.map((answer) =>
    spendingOf(answer, answer.modelRef === null ? undefined : factsOf(answer.modelRef).price),
  );
  const costs = each.map(({ cost }) => cost).filter((cost) => cost !== null);
  return {
    tokens: each.reduce((sum, { tokens }) => sum + tokens, 0),
    cost: costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0),
  };
}

/** What an answer took in full: its provider's counts, or what stands in their place. */
export function describeUsage({ usage, cost, requests, estimated }: Spent): string {
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
  const source = estimated ? 'estimated where the provider counted nothing' : 'as the provider counted them';
  return [
    `${count(inputTokens + outputTokens)} tokens${requests > 1 ? ` in ${requests} requests` : ''}, ${source}: ${count(inputTokens)} in`,
    kept.length > 0 ? ` (${kept.join(', ')})` : '',
    `, ${count(outputTokens)} out`,
    reasoningTokens > 0 ? ` (${count(reasoningTokens)} of them thoughts)` : '',
    cost === null || cost === 0 ? '' : `. About ${dollars(cost)} at list prices`,
  ].join('');
}
