import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimateTokens } from '../../../../lib/domain/budget';
import type { ThreadMessage } from '../../../../lib/domain/chat';
import { rememberTurns, type RememberedTurns } from '../../../../lib/domain/memory/remember-turns';
import { answerRow, block, questionRow, snapshotRow, withText } from '../../../support/rows';

const BUDGET = 400;
const page = snapshotRow('s1', [block('b1', 'It opened in 1932.'), block('b2', 'It is red.')]);
const snapshots = new Map([[page.id, page]]);

interface Exchange {
  readonly question: number;
  readonly answer: number;
  readonly hasPage?: boolean;
}

/** A branch that ends with a question; sizes are in tokens. */
function threadOf(exchanges: readonly Exchange[]): readonly ThreadMessage[] {
  const entries = exchanges.flatMap(({ question, answer, hasPage = false }, index) => {
    const ref = hasPage ? { snapshotId: page.id, title: page.title, url: page.url } : null;
    const parent = index === 0 ? null : `a${index - 1}`;
    const text = (letter: string, tokens: number) => `${letter}${index} `.padEnd(tokens * 4, '.');
    return [
      withText(questionRow(`q${index}`, parent, { page: ref }), text('Q', question)),
      withText(answerRow(`a${index}`, `q${index}`), text('A', answer)),
    ];
  });
  return entries.slice(0, -1);
}

function remember(exchanges: readonly Exchange[], { opening = '', from = 0 } = {}): RememberedTurns {
  const source = {
    thread: threadOf(exchanges),
    snapshots,
    firstWithPage: 0,
    budgetTokens: BUDGET,
    modelRef: null,
  };
  return rememberTurns({ ...source, opening }, from);
}

const exchange = fc.record({
  question: fc.integer({ min: 2, max: 60 }),
  answer: fc.integer({ min: 2, max: 120 }),
  hasPage: fc.boolean(),
});
const chat = fc.array(exchange, { minLength: 1, maxLength: 40 });

describe('rememberTurns', () => {
  test('keeps whole turns that fit, the newest ones, and always the last question', () => {
    fc.assert(
      fc.property(chat, (exchanges) => {
        const { start, turns, tokens } = remember(exchanges);
        const thread = threadOf(exchanges);
        expect(tokens).toBeLessThanOrEqual(BUDGET);
        expect(tokens).toBe(turns.reduce((sum, { text }) => sum + estimateTokens(text), 0));
        expect(thread[start]?.message.role).toBe('user');
        expect(turns).toHaveLength(thread.length - start);
        expect(turns.at(-1)?.text).toContain(`Q${exchanges.length - 1} `);
      }),
    );
  });

  test('begins a prompt with the bytes of the one before, for as long as memory begins where it did', () => {
    fc.assert(
      fc.property(chat, (exchanges) => {
        const longer = remember(exchanges);
        const shorter = remember(exchanges.slice(0, -1));
        expect(longer.start).toBeGreaterThanOrEqual(shorter.start);
        if (exchanges.length === 1 || longer.start !== shorter.start) return;
        expect(longer.turns.slice(0, shorter.turns.length)).toEqual(shorter.turns);
      }),
    );
  });

  test('moves in big steps: half of the room is free after each', () => {
    fc.assert(
      fc.property(chat, (exchanges) => {
        let last = 0;
        for (let count = 1; count <= exchanges.length; count += 1) {
          const { start } = remember(exchanges.slice(0, count));
          const thread = threadOf(exchanges.slice(0, count));
          const seen = thread
            .slice(start)
            .reduce((sum, { parts }) => sum + estimateTokens(parts[0]?.text ?? ''), 0);
          if (start !== last && start < thread.length - 1) expect(seen).toBeLessThanOrEqual(BUDGET / 2);
          last = start;
        }
      }),
    );
    const steady = Array.from({ length: 60 }, () => ({ question: 10, answer: 30 }));
    const starts = steady.map((_, index) => remember(steady.slice(0, index + 1)).start);
    expect(new Set(starts).size).toBeLessThanOrEqual(1 + 60 / 5);
    expect(starts.at(-1)).toBeGreaterThan(60);
  });

  test('says the page again in the first question that is left', () => {
    const exchanges = [
      { question: 5, answer: 200, hasPage: true },
      { question: 5, answer: 180 },
      { question: 5, answer: 5 },
      { question: 5, answer: 5 },
    ];
    const { start, turns, pages } = remember(exchanges);
    expect(start).toBeGreaterThan(0);
    expect(turns[0]?.text).toContain('[b1] It opened in 1932.');
    expect(pages).toEqual([page]);
  });

  test('begins behind what is summed up, with the summary before the first turn', () => {
    const exchanges = Array.from({ length: 4 }, () => ({ question: 5, answer: 10 }));
    const { start, turns } = remember(exchanges, { opening: 'In short: ropes.', from: 4 });
    expect(start).toBe(4);
    expect(turns[0]?.text).toMatch(/^In short: ropes\.\n\nQ2 /);
    expect(turns.filter(({ text }) => text.includes('In short'))).toHaveLength(1);
  });

  test('sends a last question that is itself too long', () => {
    expect(remember([{ question: 900, answer: 1 }]).turns).toHaveLength(1);
    expect(
      remember([
        { question: 5, answer: 5 },
        { question: 900, answer: 1 },
      ]).start,
    ).toBe(2);
  });
});
