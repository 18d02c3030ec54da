import { describe, expect, test } from 'vitest';
import { blockNumber, renumberBlocks, samePage } from '../../../lib/domain/page';
import { block, snapshotRow } from '../../support/rows';

describe('blocks of a page', () => {
  test('carry their number in their id', () => {
    expect(blockNumber('b12')).toBe(12);
    for (const id of ['', 'b', '12', 'b12x', 'xb12']) expect(blockNumber(id)).toBe(0);
  });

  test('are numbered on from those before', () => {
    const blocks = [block('b1', 'one', { headings: ['H'] }), block('b9', 'two')];
    expect(renumberBlocks(blocks, 7)).toEqual([block('b8', 'one', { headings: ['H'] }), block('b9', 'two')]);
    expect(blocks[0]?.id).toBe('b1');
  });
});

describe('samePage', () => {
  const page = snapshotRow('s', [block('b1', 'one'), block('b2', 'two')]);

  test('compares address and texts, whatever the numbers', () => {
    expect(samePage(page, snapshotRow('t', [block('b8', 'one'), block('b9', 'two')], { title: 'Other' }))).toBe(
      true,
    );
  });

  test('sees another address, text or length', () => {
    expect(samePage(page, { ...page, url: 'https://example.com/b' })).toBe(false);
    expect(samePage(page, { ...page, blocks: [block('b1', 'one'), block('b2', 'TWO')] })).toBe(false);
    expect(samePage(page, { ...page, blocks: page.blocks.slice(0, 1) })).toBe(false);
    expect(samePage(page, { ...page, blocks: [...page.blocks, block('b3', 'three')] })).toBe(false);
  });
});
