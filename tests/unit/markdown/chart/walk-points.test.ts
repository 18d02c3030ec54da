import { describe, expect, it } from 'vitest';
import { isWalkKey, walkPoints, type WalkKey } from '../../../../lib/markdown/chart/walk-points';

const two = [
  { x: 0, y: 50, series: 'a' },
  { x: 10, y: 40, series: 'a' },
  { x: 20, y: 30, series: 'a' },
  { x: 0, y: 20, series: 'b' },
  { x: 10, y: 60, series: 'b' },
];

function walk(points: typeof two, keys: readonly WalkKey[], main: 'x' | 'y' = 'x', start: number | null = null) {
  return keys.reduce<number | null>((current, key) => walkPoints(points, current, key, main), start);
}

describe('walkPoints', () => {
  it('begins at the start, or with End at the end', () => {
    expect(walk(two, ['ArrowRight'])).toBe(3);
    expect(walk(two, ['ArrowLeft'])).toBe(3);
    expect(walk(two, ['End'])).toBe(2);
    expect(walk([], ['ArrowRight'])).toBeNull();
  });

  it('goes along one series and stops at its ends', () => {
    expect(walk(two, ['ArrowRight', 'ArrowRight'], 'x', 0)).toBe(2);
    expect(walk(two, ['ArrowRight', 'ArrowRight', 'ArrowRight'], 'x', 0)).toBe(2);
    expect(walk(two, ['ArrowLeft'], 'x', 0)).toBe(0);
    expect(walk(two, ['Home'], 'x', 2)).toBe(0);
    expect(walk(two, ['End'], 'x', 3)).toBe(4);
  });

  it('goes across to the next series at the same place', () => {
    expect(walk(two, ['ArrowUp'], 'x', 0)).toBe(3);
    expect(walk(two, ['ArrowDown'], 'x', 3)).toBe(0);
    expect(walk(two, ['ArrowDown'], 'x', 1)).toBe(4);
    expect(walk(two, ['ArrowUp', 'ArrowUp'], 'x', 0)).toBe(3);
  });

  it('reaches points that lie upon each other', () => {
    const same = ['a', 'b', 'c'].map((series) => ({ x: 0, y: 0, series }));
    expect(walk(same, ['ArrowDown', 'ArrowDown'], 'x', 0)).toBe(2);
    expect(walk(same, ['ArrowUp', 'ArrowUp'], 'x', 2)).toBe(0);
  });

  it('takes both directions along where there is one series', () => {
    const one = two.slice(0, 3);
    expect(walk(one, ['ArrowDown', 'ArrowRight'], 'x', 0)).toBe(2);
    expect(walk(one, ['ArrowUp'], 'x', 1)).toBe(0);
  });

  it('goes down the bars of a chart that lies', () => {
    const bars = [30, 10, 20].map((x, index) => ({ x, y: index * 24, series: '' }));
    expect(walk(bars, ['ArrowDown', 'ArrowDown'], 'y', 0)).toBe(2);
    expect(walk(bars, ['ArrowRight'], 'y', 0)).toBe(1);
  });

  it('knows its keys', () => {
    expect(['ArrowUp', 'Home', 'Tab', 'a', 'Escape'].map(isWalkKey)).toEqual([true, true, false, false, false]);
  });
});
