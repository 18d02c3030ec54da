import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { covers, NO_ROWS, rowsBetween, spanOf, topOf, toSegments, within } from '../../../lib/panel/row-window';

const ids = (count: number) => Array.from({ length: count }, (_, index) => `r${index}`);
const heights = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 40 });

describe('rowsBetween', () => {
  test('gives the rows of which a part lies between the two heights', () => {
    const heightOf = () => 100;
    expect(rowsBetween(0, 100, 10, heightOf)).toEqual({ first: 0, end: 1 });
    expect(rowsBetween(99, 301, 10, heightOf)).toEqual({ first: 0, end: 4 });
    expect(rowsBetween(100, 300, 10, heightOf)).toEqual({ first: 1, end: 3 });
    expect(rowsBetween(-500, -100, 10, heightOf)).toEqual({ first: 0, end: 1 });
    expect(rowsBetween(5000, 6000, 10, heightOf)).toEqual({ first: 9, end: 10 });
    expect(rowsBetween(0, 100, 0, heightOf)).toEqual(NO_ROWS);
  });

  test('leaves no part of the view without a row, whatever the heights', () => {
    fc.assert(
      fc.property(heights, fc.nat(20_000), fc.nat(2000), (all, top, view) => {
        const heightOf = (index: number) => all[index] ?? 0;
        const { first, end } = rowsBetween(top, top + view, all.length, heightOf);
        const total = topOf(all.length, heightOf);
        expect(topOf(first, heightOf)).toBeLessThanOrEqual(Math.min(top, total));
        expect(topOf(end, heightOf)).toBeGreaterThanOrEqual(Math.min(top + view, total));
      }),
    );
  });
});

describe('ranges', () => {
  const a = { first: 2, end: 5 };
  test('span what lies between them', () => {
    expect(spanOf(a, { first: 8, end: 9 })).toEqual({ first: 2, end: 9 });
    expect(spanOf(NO_ROWS, a)).toEqual(a);
    expect(spanOf(a, NO_ROWS)).toEqual(a);
  });

  test('meet or do not', () => {
    expect(within(a, { first: 4, end: 9 })).toEqual({ first: 4, end: 5 });
    expect(within(a, { first: 5, end: 9 })).toEqual(NO_ROWS);
    expect([covers(a, { first: 3, end: 5 }), covers(a, { first: 1, end: 3 })]).toEqual([true, false]);
  });
});

describe('toSegments', () => {
  test('draws the range and the kept rows, with gaps of the height of the others', () => {
    const segments = toSegments({ first: 4, end: 6 }, new Set([9, 1, -1, 10]), ids(10), (index) => index + 1);
    expect(segments).toEqual([
      { kind: 'gap', key: 'above r1', height: 1, rows: { first: 0, end: 1 } },
      { kind: 'row', key: 'r1', index: 1 },
      { kind: 'gap', key: 'above r4', height: 3 + 4, rows: { first: 2, end: 4 } },
      { kind: 'row', key: 'r4', index: 4 },
      { kind: 'row', key: 'r5', index: 5 },
      { kind: 'gap', key: 'above r9', height: 7 + 8 + 9, rows: { first: 6, end: 9 } },
      { kind: 'row', key: 'r9', index: 9 },
    ]);
  });

  test('is as high as all rows together, and moves no row when the range does', () => {
    const range = fc
      .tuple(fc.nat(40), fc.nat(40))
      .map(([a, b]) => ({ first: Math.min(a, b), end: Math.max(a, b) }));
    const kept = fc.array(fc.nat(50)).map((indexes) => new Set(indexes));
    fc.assert(
      fc.property(heights, range, kept, range, kept, (all, before, keptBefore, after, keptAfter) => {
        const heightOf = (index: number) => all[index] ?? 0;
        const one = toSegments(before, keptBefore, ids(all.length), heightOf);
        const other = toSegments(after, keptAfter, ids(all.length), heightOf);
        const heightsOf = one.map((each) => (each.kind === 'gap' ? each.height : heightOf(each.index)));
        expect(heightsOf.reduce((sum, height) => sum + height, 0)).toBe(topOf(all.length, heightOf));
        const keys = new Set(one.map(({ key }) => key));
        expect(keys.size).toBe(one.length);
        const common = other.map(({ key }) => key).filter((key) => keys.has(key));
        expect(one.map(({ key }) => key).filter((key) => common.includes(key))).toEqual(common);
      }),
    );
  });
});
