import { describe, expect, it } from 'vitest';
import { pageFacts, sharedWith } from '../../../lib/page/reader/page-facts';

const product = JSON.stringify({
  '@context': 'https://schema.org',
  '@graph': [
    { '@type': 'Product', description: '<p>A lamp that burns for nine hours.</p>', offers: { '@type': 'Offer' } },
  ],
});

describe('pageFacts', () => {
  it('tells how much of a text the page says of itself', () => {
    const facts = pageFacts({ title: 'Lamp', meta: { 'og:description': 'Bright and light.' }, data: [product] });
    expect(sharedWith(facts, 'A lamp that burns for nine hours.')).toEqual([1 / 7, 1]);
    expect(sharedWith(facts, 'Bright and light.')).toEqual([1, 1]);
    expect(sharedWith(facts, 'Sign up for our letters')).toEqual([0, 0]);
  });

  it('counts kinds of things and tells kinds of addresses', () => {
    const plain = pageFacts({ title: '', meta: {}, data: [] });
    const shop = pageFacts({
      title: '',
      meta: { canonical: 'https://example.com/products/lamp' },
      data: [product],
    });
    expect(shop.numbers).toHaveLength(plain.numbers.length);
    expect(shop.numbers).not.toEqual(plain.numbers);
  });

  it('takes broken and bottomless data as none', () => {
    const deep = `${'{"a":'.repeat(50)}1${'}'.repeat(50)}`;
    const facts = pageFacts({ title: 'T', meta: {}, data: ['{', 'null', '7', deep] });
    expect(facts.runs.size).toBe(0);
  });
});
