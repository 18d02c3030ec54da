import { describe, expect, test } from 'vitest';
import { blockTokens, estimateTokens } from '../../../lib/domain/budget';
import { block } from '../../support/rows';

describe('estimateTokens', () => {
  test('takes four characters for a token, and one in scripts without spaces', () => {
    expect(estimateTokens('')).toBe(0);
    expect(estimateTokens('abcd'.repeat(10))).toBe(10);
    expect(estimateTokens('東京は晴れ')).toBe(5);
    expect(estimateTokens('abcd東京')).toBe(3);
  });
});

describe('blockTokens', () => {
  test('counts a mark beside the text', () => {
    expect(blockTokens(block('b1', 'abcd'))).toBe(5);
  });
});
