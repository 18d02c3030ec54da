import { describe, expect, test } from 'vitest';
import { applyEvent, EMPTY_ANSWER } from '../../../lib/domain/apply-event';
import type { RunEvent } from '../../../lib/domain/stream-event';
import { withThinkingTimes } from '../../../lib/engine/with-thinking-times';

const thought: RunEvent = { type: 'reasoning-delta', text: 'Hm.' };
const word: RunEvent = { type: 'text-delta', text: 'Yes.' };
const usage: RunEvent = { type: 'usage', usage: { outputTokens: 1 } };

/** The parts of an answer whose events come a second apart. */
async function partsOf(...events: readonly RunEvent[]) {
  let seconds = 0;
  async function* stream() {
    for (const event of events) {
      seconds += 1;
      yield event;
    }
  }
  const timed = await Array.fromAsync(withThinkingTimes(stream(), () => seconds * 1_000));
  return timed.reduce(applyEvent, EMPTY_ANSWER).parts;
}

describe('the time of thinking', () => {
  test('runs from its first word to the first of the answer, token counts in between or not', async () => {
    expect(await partsOf(thought, usage, thought, thought, usage, word, word)).toEqual([
      { type: 'reasoning', text: 'Hm.Hm.Hm.', startedAt: 1_000, endedAt: 6_000 },
      { type: 'text', text: 'Yes.Yes.' },
    ]);
  });

  test('is not ended by a seal, which belongs to its thought', async () => {
    const seal = { kind: 'anthropic-thinking', thinking: 'Hm.', signature: 's' } as const;
    expect(await partsOf(thought, { type: 'reasoning-seal', seal }, word)).toEqual([
      { type: 'reasoning', text: 'Hm.', startedAt: 1_000, endedAt: 3_000, seals: [seal] },
      { type: 'text', text: 'Yes.' },
    ]);
  });

  test('is told of each stretch, in order', async () => {
    expect(await partsOf(thought, word, thought, thought, word)).toEqual([
      { type: 'reasoning', text: 'Hm.', startedAt: 1_000, endedAt: 2_000 },
      { type: 'text', text: 'Yes.' },
      { type: 'reasoning', text: 'Hm.Hm.', startedAt: 3_000, endedAt: 5_000 },
      { type: 'text', text: 'Yes.' },
    ]);
  });

  test.each<RunEvent>([
    { type: 'stop' },
    { type: 'end', reason: 'length' },
    { type: 'error', error: { kind: 'timeout' } },
  ])('ends with the answer: %j', async (end) => {
    expect(await partsOf(thought, end)).toEqual([
      { type: 'reasoning', text: 'Hm.', startedAt: 1_000, endedAt: 2_000 },
    ]);
  });

  test('is no concern of an answer without thoughts', async () => {
    expect(await partsOf(word, { type: 'end', reason: 'complete' })).toEqual([{ type: 'text', text: 'Yes.' }]);
  });
});
