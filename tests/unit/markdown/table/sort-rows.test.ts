import { describe, expect, it } from 'vitest';
import { sortedOrder } from '../../../../lib/markdown/table/sort-rows';

const sorted = (texts: string[], direction: 'ascending' | 'descending' = 'ascending', locale = 'en') =>
  sortedOrder(texts, direction, locale).map((index) => texts[index]);

describe('sortedOrder', () => {
  it('sorts numbers by size, also with currency, per cent and separators', () => {
    expect(sorted(['$1,200', '$90', '-$5', '$1.1M'])).toEqual(['-$5', '$90', '$1,200', '$1.1M']);
    expect(sorted(['10 %', '9.5 %', '100 %'])).toEqual(['9.5 %', '10 %', '100 %']);
    expect(sorted(['1.200,50 €', '90,10 €', '1.200,05 €'])).toEqual(['90,10 €', '1.200,05 €', '1.200,50 €']);
  });

  it('sorts dates by time', () => {
    expect(sorted(['5 Mar 2024', '12 Jan 2024', '1 Dec 2023'])).toEqual([
      '1 Dec 2023',
      '12 Jan 2024',
      '5 Mar 2024',
    ]);
    expect(sorted(['March', 'January', 'December'])).toEqual(['January', 'March', 'December']);
    expect(sorted(['Q1 2025', 'Q3 2024', 'Q2 2024'])).toEqual(['Q2 2024', 'Q3 2024', 'Q1 2025']);
  });

  it('sorts text as its readers do', () => {
    expect(sorted(['item 10', 'item 9', 'Item 1'])).toEqual(['Item 1', 'item 9', 'item 10']);
    expect(sorted(['zebra', 'Äpfel', 'apple'])).toEqual(
      ['Äpfel', 'apple', 'zebra'].sort(new Intl.Collator('en').compare),
    );
    expect(sorted(['z', 'ä', 'a'], 'ascending', 'sv')).toEqual(['a', 'z', 'ä']);
  });

  it('keeps what says nothing at the end in both directions', () => {
    expect(sorted(['2', '', '1', 'n/a'])).toEqual(['1', '2', '', 'n/a']);
    expect(sorted(['2', '', '1', 'n/a'], 'descending')).toEqual(['2', '1', '', 'n/a']);
  });

  it('keeps the order of equals in both directions', () => {
    const texts = ['b', 'a', 'b', 'a'];
    expect(sortedOrder(texts, 'ascending', 'en')).toEqual([1, 3, 0, 2]);
    expect(sortedOrder(texts, 'descending', 'en')).toEqual([0, 2, 1, 3]);
  });

  it('sorts 2,000 rows in a few milliseconds', () => {
    const texts = Array.from({ length: 2_000 }, (_, n) => `Row ${(n * 7919) % 2_000} of some words`);
    sortedOrder(texts, 'ascending', 'en');
    const started = performance.now();
    sortedOrder(texts, 'descending', 'en');
    expect(performance.now() - started).toBeLessThan(50);
  });
});
