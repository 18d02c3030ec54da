import { describe, expect, test } from 'vitest';
import { describePart, isWorthShowing, stateOfPart } from '../../../../lib/domain/map/describe-part';
import type { MapPart } from '../../../../lib/domain/map/page-map';

const part = (more: Partial<MapPart>): MapPart => ({
  ids: ['b1', 'b2'],
  ...{ sent: 0, omitted: 0, kept: 0, tokens: 1200, sentTokens: 0, heading: '', text: 'Words' },
  ...more,
});

describe('a part of a page in words', () => {
  test.each([
    [part({ sent: 2, sentTokens: 1200 }), 'sent', 'Goes along. ≈ 1.2K tokens'],
    [part({ sent: 2, kept: 2, sentTokens: 1200 }), 'sent', 'Goes along, as you chose. ≈ 1.2K tokens'],
    [part({ sent: 1, sentTokens: 300 }), 'some', '1 of 2 paragraphs go along. ≈ 300 of 1.2K tokens'],
    [part({ omitted: 2 }), 'left-out', 'Stays out, as you chose. ≈ 1.2K tokens'],
    [part({ omitted: 1 }), 'no-room', 'Stays out for want of room. ≈ 1.2K tokens'],
    [part({ kept: 2 }), 'no-room', 'Stays out: leave another part out first to make room. ≈ 1.2K tokens'],
  ])('%o', (one, state, words) => {
    expect([stateOfPart(one), describePart(one)]).toEqual([state, words]);
  });

  test('is worth a look where not all goes by itself', () => {
    expect(isWorthShowing([part({ sent: 2 })])).toBe(false);
    expect(isWorthShowing([part({ sent: 2 }), part({})])).toBe(true);
    expect(isWorthShowing([part({ sent: 2, kept: 1 })])).toBe(true);
  });
});
