import { describe, expect, test } from 'vitest';
import { createGrowingText } from '../../../lib/domain/growing-text';
import { createTextViews } from '../../../lib/panel/text-views';

describe('the view of a stretch of a text', () => {
  test('is a text of its own that grows with the whole', () => {
    const text = createGrowingText('abcdef');
    const viewOf = createTextViews();
    const middle = viewOf(0, text, { from: 1, to: 3 });
    const end = viewOf(1, text, { from: 4, to: null });
    expect([middle.length, middle.slice(0, 9), end.slice(1, 2)]).toEqual([2, 'bc', 'f']);
    text.append('gh');
    expect([middle.slice(0, 9), end.length, end.slice(0, 9)]).toEqual(['bc', 4, 'efgh']);
  });

  test('stays the same object until its text or its place is another', () => {
    const viewOf = createTextViews();
    const text = createGrowingText('abc');
    const view = viewOf(1, text, { from: 1, to: null });
    expect(viewOf(1, text, { from: 1, to: null })).toBe(view);
    expect(viewOf(1, text, { from: 1, to: 2 })).not.toBe(view);
    expect(viewOf(1, 'abc', { from: 1, to: 2 })).not.toBe(view);
  });

  test('is the text itself where the stretch is all of it', () => {
    const text = createGrowingText('abc');
    expect(createTextViews()(0, text, { from: 0, to: null })).toBe(text);
  });
});
