import { showsAnswer } from './answer-signs';
import type { Quote } from './choose-quotes';
import type { Query } from './query';
import type { Ranking } from './rank-passages';

/** How much a quote is worth as an answer to "how many" or "how much" without any number or sum in it. */
const WITHOUT_NUMBER = 0.5;

/**
 * How sure it is, from 0 to 1, that a quote answers: the share of the question that it covers, less where it lacks the
 * number that was asked for. (Dates don't count: "when" is often answered by an event.)
 */
export function confidenceIn(quote: Quote, { kind }: Query, { coverageOf }: Ranking): number {
  const asksNumber = kind === 'number' || kind === 'money' || kind === 'duration';
  const lacksNumber = asksNumber && showsAnswer(kind, quote.text) === false;
  return coverageOf(quote.indices) * (lacksNumber ? WITHOUT_NUMBER : 1);
}
