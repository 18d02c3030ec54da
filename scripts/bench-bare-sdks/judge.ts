import type { Outcome } from '../../tests/support/fault-outcomes.ts';
import type { BareReading } from './read-bare.ts';

/**
 * What a bare SDK can do wrong, from a reader's side:
 * - `looks finished`: the loop ends as after a whole answer, though nothing proper came;
 * - `unsaid`: the same where the wire did say why (length, filter, refusal, pause), to those who look for it;
 * - `hangs`: nothing comes, and nothing is said, until the limit;
 * - `asks again`: the request is sent again by itself;
 * - `follows`: the question goes to a host that nobody chose;
 * - `wrong text`: other text than was sent for this answer;
 * - `throws`: a good answer ends in an error.
 */
export const MISTAKES = [
  'looks finished',
  'unsaid',
  'hangs',
  'asks again',
  'follows',
  'wrong text',
  'throws',
] as const;
export type Mistake = (typeof MISTAKES)[number];

/** Says what is wrong with a reading where `outcome` would be right; empty: nothing. */
export function judge(
  outcome: Outcome,
  reading: BareReading & { readonly requests: number; readonly elsewhere: number },
): readonly Mistake[] {
  const isWhole = outcome.state === 'complete';
  const isSaid = outcome.error === null && !isWhole;
  const isBroken = outcome.error !== null;
  const found: [Mistake, boolean][] = [
    ['looks finished', reading.how === 'returned' && isBroken],
    ['unsaid', reading.how === 'returned' && isSaid],
    ['hangs', reading.how === 'hangs'],
    ['asks again', reading.requests > 1],
    ['follows', reading.elsewhere > 0],
    ['wrong text', isWhole && reading.how === 'returned' && reading.text !== outcome.text],
    ['throws', reading.how === 'threw' && !isBroken],
  ];
  return found.filter(([, applies]) => applies).map(([mistake]) => mistake);
}
