import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rememberThread } from '../../../../lib/domain/memory/remember-thread';
import { planSummary } from '../../../../lib/domain/memory/summary-plan';
import { summaryRoom } from '../../../../lib/domain/memory/summary-requests';
import { answerRow, questionRow, summaryRow, withText } from '../../../support/rows';

const BUDGET = 600;
const snapshots = new Map();

/** A branch of so many exchanges, and the question that would be asked next. */
function threadOf(sizes: readonly number[]) {
  const asked = sizes.flatMap((tokens, index) => [
    withText(questionRow(`q${index}`, index === 0 ? null : `a${index - 1}`), `Q${index}?`),
    withText(answerRow(`a${index}`, `q${index}`), `A${index} `.padEnd(tokens * 4, '.')),
  ]);
  return [...asked, withText(questionRow('next', `a${sizes.length - 1}`), '')];
}

describe('planSummary', () => {
  test('plans nothing where all goes', () => {
    expect(planSummary({ thread: threadOf([50, 50]), snapshots, budgetTokens: BUDGET })).toBeNull();
  });

  test('is of all that does not go, and memory then begins behind it, however long the summary', () => {
    const sizes = fc.array(fc.integer({ min: 5, max: 250 }), { minLength: 3, maxLength: 30 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: summaryRoom(BUDGET) }), (all, tokens) => {
        const source = { thread: threadOf(all), snapshots, budgetTokens: BUDGET };
        const plan = planSummary(source);
        const seen = rememberThread(source);
        if (plan === null) {
          expect(seen.start).toBe(0);
          return;
        }
        expect(plan.messages).toBeGreaterThanOrEqual(seen.start);
        expect(plan.parts.join('')).toContain('User: Q0?');
        const summary = {
          ...summaryRow('s', { text: 'word '.repeat((tokens * 4) / 5), messages: plan.messages }),
          upTo: plan.upTo,
        };
        const then = rememberThread({ ...source, summary });
        expect([then.start, then.summarised]).toEqual([plan.messages, plan.messages]);
        expect(planSummary({ ...source, summary })).toBeNull();
      }),
    );
  });

  test('goes on from the summary there is, with the messages since alone', () => {
    const thread = threadOf(Array.from({ length: 12 }, () => 100));
    const upTo = thread[5]?.message.id ?? thread[0]?.message.id;
    if (upTo === undefined) throw new Error('There are messages.');
    const summary = { ...summaryRow('s', { messages: 6 }), upTo };
    const plan = planSummary({ thread, snapshots, budgetTokens: BUDGET, summary });
    expect(plan?.former).toEqual(summary);
    expect(plan?.messages).toBeGreaterThan(6);
    expect(plan?.parts.join('')).not.toContain('Q2?');
    expect(plan?.parts.join('')).toContain('Q3?');
  });
});
