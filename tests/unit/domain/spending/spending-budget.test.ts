import { describe, expect, test } from 'vitest';
import { EMPTY_BOOK, enterSpending } from '../../../../lib/domain/spending/spending-book';
import {
  nearlyReachedOf,
  noticeKey,
  reachedOf,
  standingsOf,
} from '../../../../lib/domain/spending/spending-budget';
import { MODEL } from '../../../support/rows';

const FIRST = new Date(2026, 10, 24, 12).getTime();
const NOW = new Date(2026, 10, 25, 12).getTime();
const entry = (cost: number) => ({
  modelRef: MODEL,
  provider: 'P',
  spent: { requests: 1, usage: {}, cost },
});
const book = enterSpending(enterSpending(EMPTY_BOOK, entry(6), FIRST), entry(2), NOW);

describe('a budget', () => {
  test('counts its month and its day, in all books together, since counting began', () => {
    const other = enterSpending(EMPTY_BOOK, entry(1), NOW);
    expect(standingsOf({ month: 10, day: 5 }, [book, other], NOW)).toEqual([
      { period: 'day', since: new Date(2026, 10, 25).getTime(), spent: 3, limit: 5 },
      { period: 'month', since: FIRST, spent: 9, limit: 10 },
    ]);
    const later = new Date(2026, 11, 2).getTime();
    expect(standingsOf({ month: 10, day: null }, [book], later)).toEqual([
      { period: 'month', since: new Date(2026, 11, 1).getTime(), spent: 0, limit: 10 },
    ]);
  });

  test('that is not set holds nothing', () => {
    expect(standingsOf({ month: null, day: null }, [book], NOW)).toEqual([]);
    expect(reachedOf([])).toBeUndefined();
  });

  test('is nearly spent from four fifths on, and spent at its limit', () => {
    const at = (month: number) => standingsOf({ month, day: null }, [book], NOW);
    expect([at(10.01), at(10)].map((one) => nearlyReachedOf(one)?.limit)).toEqual([undefined, 10]);
    expect([at(8.01), at(8)].map((one) => reachedOf(one)?.limit)).toEqual([undefined, 8]);
    expect(nearlyReachedOf(at(8))?.limit).toBe(8);
  });

  test('has another name when its limit or its period is another', () => {
    const standing = { period: 'month', since: 0, spent: 1, limit: 10 } as const;
    const keys = [
      noticeKey(standing, NOW),
      noticeKey({ ...standing, limit: 20 }, NOW),
      noticeKey({ ...standing, period: 'day' }, NOW),
      noticeKey(standing, new Date(2026, 11, 1).getTime()),
    ];
    expect(keys).toEqual(['2026-11/10', '2026-11/20', '2026-11-25/10', '2026-12/10']);
  });
});
