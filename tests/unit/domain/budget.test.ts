import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimateTokens, fitBlocks, pageShare } from '../../../lib/domain/budget';
import { block } from '../../support/rows';

const blocksOf = (texts: readonly string[]) => texts.map((text, index) => block(`b${index + 1}`, text));

describe('estimateTokens', () => {
  test('takes four characters for a token, and one in scripts without spaces', () => {
    expect(estimateTokens('')).toBe(0);
    expect(estimateTokens('abcd'.repeat(10))).toBe(10);
    expect(estimateTokens('東京は晴れ')).toBe(5);
    expect(estimateTokens('abcd東京')).toBe(3);
  });
});

describe('fitBlocks', () => {
  test('keeps whole blocks from the start and skips none to reach a smaller one', () => {
    const blocks = blocksOf(['a'.repeat(40), 'b'.repeat(400), 'c']);
    expect(fitBlocks(blocks, 30)).toEqual(blocks.slice(0, 1));
    expect(fitBlocks(blocks, 1000)).toEqual(blocks);
    expect(fitBlocks(blocks, 0)).toEqual([]);
  });

  test('is a beginning of the page that is no larger than the budget, and what the chip counts', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 200 })), fc.nat(500), (texts, budget) => {
        const blocks = blocksOf(texts);
        const kept = fitBlocks(blocks, budget);
        const share = pageShare(blocks, budget);
        expect(kept).toEqual(blocks.slice(0, kept.length));
        expect(share.blocks).toBe(kept.length);
        expect(share.ofBlocks).toBe(blocks.length);
        expect(share.tokens).toBeLessThanOrEqual(budget);
      }),
    );
  });
});
