import type { ModelPrice } from '../../domain/model-facts';
import { said } from '../../words/said';

/** Tokens as people say them: 200k, 1M. */
export function shortTokens(tokens: number): string {
  if (tokens < 1_000) return String(tokens);
  if (tokens < 999_500) return `${Math.round(tokens / 1_000)}k`;
  return `${Number((tokens / 1_000_000).toPrecision(2))}M`;
}

/** Money in US dollars, with two digits that say something however little it is. */
export function dollars(amount: number): string {
  if (amount === 0) return '$0';
  if (amount < 0.0001) return '< $0.0001';
  return `$${amount < 1 ? Number(amount.toPrecision(2)) : Number(amount.toFixed(2))}`;
}

/** A price as “$3 in, $15 out for a million tokens”. */
export function describePrice({ input, output }: ModelPrice): string {
  if (input === 0 && output === 0) return said('free');
  return `${dollars(input)} in, ${dollars(output)} out for a million tokens`;
}
