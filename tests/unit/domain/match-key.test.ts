import { describe, expect, it } from 'vitest';
import { matchKey } from '../../../lib/domain/match-key';

describe('matchKey', () => {
  it('is the keys of the characters in a row, so that offsets can be counted back', () => {
    const text = 'ΟΔΟΣ “Straße” İ — x…\u200By | z';
    expect(matchKey(text)).toBe(Array.from(text, matchKey).join(''));
    expect(matchKey(text)).toBe('οδοσ"straße"i̇-x...yz');
  });
});
