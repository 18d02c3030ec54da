import { describe, expect, test } from 'vitest';
import { addRatio, measuredRatio, ratioOf, type TokenRatios } from '../../../../lib/domain/spending/token-ratio';
import type { Message } from '../../../../lib/domain/chat';
import { answerRow, MODEL } from '../../../support/rows';

const sent = {
  host: 'api.example.com',
  systemVersion: 1,
  budgetTokens: 1,
  continuedFrom: null,
  tokens: 1_000,
  fingerprint: '',
} as const;
const measured = (inputTokens: number | undefined, more: object = {}) =>
  measuredRatio(
    answerRow('a', 'q', {
      sent: { ...sent, ...more },
      usage: inputTokens === undefined ? null : { inputTokens },
    }),
  );

describe('how far estimates are off', () => {
  test('is what the provider counted beside what was estimated', () => {
    expect([measured(1_250), measured(800)]).toEqual([1.25, 0.8]);
  });

  test('is not told by what was read in part, kept on the device, short, or Ollama’s to keep', () => {
    expect([
      measured(undefined),
      measured(599),
      measured(3_001),
      measured(100, { tokens: 100 }),
      measured(1_000, { host: null }),
      measured(1_000, { host: 'localhost:11434' }),
      measured(1_000, { tokens: undefined }),
    ]).toEqual([null, null, null, null, null, null, null]);
    const wholePage = { blocks: 1, parts: [] } as unknown as NonNullable<Message['wholePage']>;
    expect(
      measuredRatio({ ...answerRow('a', 'q', { sent, usage: { inputTokens: 1_000 } }), wholePage }),
    ).toBeNull();
  });

  test('is the median of the last few, and 1 where nothing was measured', () => {
    const other = { ...MODEL, model: 'other' };
    let ratios: TokenRatios = {};
    expect(ratioOf(ratios, MODEL)).toBe(1);
    const after = [9, 1.1, 2.9, 1.2, 1.3, 1.25].map((ratio) => {
      ratios = addRatio(ratios, MODEL, ratio);
      return ratioOf(ratios, MODEL);
    });
    expect(after.map((ratio) => Number(ratio.toFixed(3)))).toEqual([9, 5.05, 2.9, 2.05, 1.3, 1.25]);
    expect(ratioOf(ratios, other)).toBe(1);
  });

  test('is kept for the models that were asked last', () => {
    let ratios: TokenRatios = {};
    for (let model = 0; model < 60; model += 1) ratios = addRatio(ratios, { ...MODEL, model: `m${model}` }, 2);
    expect(Object.keys(ratios)).toHaveLength(50);
    expect([ratioOf(ratios, { ...MODEL, model: 'm59' }), ratioOf(ratios, { ...MODEL, model: 'm1' })]).toEqual([
      2, 1,
    ]);
  });
});
