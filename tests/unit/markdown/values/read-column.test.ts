import { describe, expect, it } from 'vitest';
import { readColumn } from '../../../../lib/markdown/values/read-column';

describe('readColumn', () => {
  it('knows numbers, with blanks among them', () => {
    expect(readColumn(['160,000', '–', 'n/a', '81,000', ''])).toEqual({
      kind: 'number',
      values: [160_000, null, null, 81_000, null],
      unit: '',
    });
    expect(readColumn(['1.234,5 €', '12 €'])).toEqual({ kind: 'number', values: [1234.5, 12], unit: '€' });
  });

  it('does not compare metres with miles', () => {
    expect(readColumn(['5 m', '3 mi']).kind).toBe('text');
    expect(readColumn(['900 MB', '1.5 GB'])).toMatchObject({ kind: 'number', values: [9e8, 1.5e9] });
  });

  it('knows dates and how exact they are', () => {
    expect(readColumn(['Jan 2024', 'Feb 2024'])).toMatchObject({ kind: 'date', grain: 'month' });
    expect(readColumn(['2024-01', '2024-01-15'])).toMatchObject({ kind: 'date', grain: 'day' });
  });

  it('lets one stray word pass among many numbers, but no more', () => {
    const numbers = Array.from({ length: 10 }, (_, n) => String(n));
    expect(readColumn([...numbers, 'about ten']).kind).toBe('number');
    expect(readColumn(['1', '2', 'three']).kind).toBe('text');
  });

  it('takes everything else, and nothing, for text', () => {
    expect(readColumn(['Q1', 'Q2'])).toEqual({ kind: 'text', values: ['Q1', 'Q2'] });
    expect(readColumn(['', '-'])).toEqual({ kind: 'text', values: [null, null] });
    expect(readColumn([])).toEqual({ kind: 'text', values: [] });
  });
});
