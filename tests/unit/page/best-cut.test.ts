import { describe, expect, it } from 'vitest';
import { bestCut } from '../../../lib/page/reader/best-cut';

describe('bestCut', () => {
  it('cuts between sure content and sure boilerplate', () => {
    const cut = bestCut([
      { chance: 0.95, length: 500 },
      { chance: 0.9, length: 300 },
      { chance: 0.05, length: 400 },
    ]);
    expect(cut).toBe(0.9);
  });

  it('takes all of a page on which nothing is sure', () => {
    const cut = bestCut([
      { chance: 0.3, length: 100 },
      { chance: 0.25, length: 100 },
      { chance: 0.28, length: 100 },
    ]);
    expect(cut).toBe(0.25);
  });

  it('does not take what is unlikely for the sake of a long text', () => {
    const cut = bestCut([
      { chance: 0.9, length: 100 },
      { chance: 0.1, length: 5_000 },
    ]);
    expect(cut).toBe(0.9);
  });

  it('takes nothing of nothing', () => {
    expect(bestCut([])).toBe(0);
  });
});
