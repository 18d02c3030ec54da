import { describe, expect, test } from 'vitest';
import { mapOf } from '../../../../lib/domain/map/page-map';
import { block, snapshotRow } from '../../../support/rows';

describe('the map of a page', () => {
  test('has a part for each block of a short page, with what happens to it', () => {
    const blocks = [
      block('b1', 'Prices', { kind: 'heading' }),
      block('b2', 'Free for\n children. '.repeat(20), { headings: ['Prices'] }),
    ];
    const page = snapshotRow('s', blocks, { omitted: ['b2'] });
    const map = mapOf(page, new Set(['b1']));
    expect(map).toMatchObject({ snapshotId: 's', title: page.title, tokens: 6 + 104, sentTokens: 6 });
    expect(map.parts).toMatchObject([
      { ids: ['b1'], sent: 1, omitted: 0, kept: 0, text: 'Prices', heading: '' },
      { ids: ['b2'], sent: 0, omitted: 1, kept: 0, heading: 'Prices' },
    ]);
    expect(map.parts[1]?.text).toBe(`${'Free for children. '.repeat(20).slice(0, 120)}…`);
  });

  test('puts neighbours of a long one together, each block into one part, a heading before what it heads', () => {
    const blocks = Array.from({ length: 900 }, (_, index) =>
      block(`b${index + 1}`, index % 9 === 0 ? 'A heading' : 'word '.repeat(5 + (index % 7)), {
        kind: index % 9 === 0 ? 'heading' : 'paragraph',
      }),
    );
    const { parts } = mapOf(snapshotRow('s', blocks, { kept: ['b2'] }), new Set(['b1', 'b2']));
    expect(parts.flatMap(({ ids }) => ids)).toEqual(blocks.map(({ id }) => id));
    expect(parts.length).toBeGreaterThan(26);
    expect(parts.length).toBeLessThanOrEqual(56);
    expect(parts[0]).toMatchObject({ sent: 2, kept: 1 });
    const begins = parts.filter(({ text }) => text === 'A heading').length;
    expect(begins).toBeGreaterThan(parts.length * 0.8);
  });
});
