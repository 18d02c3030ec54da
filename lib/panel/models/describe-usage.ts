import type { Message } from '../../domain/chat';
import type { ModelFacts, ModelPrice } from '../../domain/model-facts';
import { spentByAnswer, type Spent } from '../../domain/spending/spent';
import { dollars } from './describe-facts';
import { formatCompact, formatNumber } from '../../words/format';
import { plural } from '../../words/plural';

/** What answers took together. */
export interface Spending {
  readonly tokens: number;
  /** US dollars, of those answers whose price is known; null where none is. */
  readonly cost: number | null;
  /** Whether tokens among these are estimated. */
  readonly estimated?: true;
}

/** Tokens and money in short: “1.2K tokens, ≈ $0.0035”; null where there is nothing to tell. */
export function shortSpending({ tokens, cost, estimated }: Spending): string | null {
  if (tokens === 0) return null;
  const words = plural(
    tokens,
    ['{0} token', '{0} tokens'],
    [estimated ? `≈ ${formatCompact(tokens)}` : formatCompact(tokens)],
  );
  return cost === null || cost === 0 ? words : `${words}, ≈ ${dollars(cost)}`;
}

/** What one answer took, over all its requests. */
export function spendingOf(answer: Pick<Message, 'usage' | 'spent'>, price: ModelPrice | undefined): Spending {
  const spent = spentByAnswer(answer, price);
  const { inputTokens = 0, outputTokens = 0 } = spent?.usage ?? {};
  const { cost = null, estimated } = spent ?? {};
  return { tokens: inputTokens + outputTokens, cost, ...(estimated && { estimated }) };
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
    ...(each.some(({ estimated }) => estimated) && { estimated: true as const }),
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
  const values = [
    wordsOfInput(inputTokens, cachedInputTokens, cacheWriteTokens),
    wordsOfOutput(outputTokens, reasoningTokens),
    requests > 1 ? plural(requests, ['one request', '# requests']) : '',
  ];
  const spent = counted(
    inputTokens + outputTokens,
    { several: requests > 1, estimated: estimated === true },
    values,
  );
  return cost === null || cost === 0 ? spent : `${spent}. About ${dollars(cost)} at list prices`;
}

function counted(
  tokens: number,
  { several, estimated }: { readonly several: boolean; readonly estimated: boolean },
  values: readonly string[],
): string {
  if (several && estimated) {
    return plural(
      tokens,
      [
        '1 token in {2}, estimated where the provider counted nothing: {0}, {1}',
        '# tokens in {2}, estimated where the provider counted nothing: {0}, {1}',
      ],
      values,
    );
  }
  if (several) {
    return plural(
      tokens,
      [
        '1 token in {2}, as the provider counted them: {0}, {1}',
        '# tokens in {2}, as the provider counted them: {0}, {1}',
      ],
      values,
    );
  }
  return estimated
    ? plural(
        tokens,
        [
          '1 token, estimated where the provider counted nothing: {0}, {1}',
          '# tokens, estimated where the provider counted nothing: {0}, {1}',
        ],
        values,
      )
    : plural(
        tokens,
        ['1 token, as the provider counted them: {0}, {1}', '# tokens, as the provider counted them: {0}, {1}'],
        values,
      );
}

function wordsOfInput(tokens: number, cached: number, written: number): string {
  const [all, read, kept] = [tokens, cached, written].map((each) => formatNumber(each));
  if (cached > 0 && written > 0) return `${all} in (${read} of them read from its cache, ${kept} kept in it)`;
  if (cached > 0) return `${all} in (${read} of them read from its cache)`;
  return written > 0 ? `${all} in (${kept} kept in its cache)` : `${all} in`;
}

function wordsOfOutput(tokens: number, thoughts: number): string {
  const [all, some] = [tokens, thoughts].map((each) => formatNumber(each));
  return thoughts > 0 ? `${all} out (${some} of them thoughts)` : `${all} out`;
}
