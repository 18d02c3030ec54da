import { describe, expect, test } from 'vitest';
import { blockNumber, chosenBlocks, renumberPage, samePage, withSelection } from '../../../lib/domain/page';
import { block, snapshotRow } from '../../support/rows';

describe('blocks of a page', () => {
  test('carry their number in their id', () => {
    expect(blockNumber('b12')).toBe(12);
    for (const id of ['', 'b', '12', 'b12x', 'xb12']) expect(blockNumber(id)).toBe(0);
  });

  test('are numbered on from those before', () => {
    const blocks = [block('b1', 'one', { headings: ['H'] }), block('b9', 'two')];
    expect(renumberPage({ blocks }, 7)).toEqual({
      blocks: [block('b8', 'one', { headings: ['H'] }), block('b9', 'two')],
    });
    expect(blocks[0]?.id).toBe('b1');
  });

  test('stay left out when they are numbered again', () => {
    const blocks = [block('b1', 'one'), block('b2', 'two'), block('b3', 'three')];
    const page = renumberPage({ blocks, omitted: ['b1', 'b3'] }, 7);
    expect(page.omitted).toEqual(['b8', 'b10']);
    expect(chosenBlocks(page).map(({ text }) => text)).toEqual(['two']);
    expect(chosenBlocks({ blocks })).toBe(blocks);
  });

  test('that are selected stand before the others, a paragraph each', () => {
    const page = snapshotRow('s', [block('b1', 'one')]);
    expect(withSelection(page, ' \n')).toBe(page);
    const { blocks } = withSelection(page, 'first\nline\n\n \nsecond ');
    expect(blocks.map(({ id, text, selected }) => [id, text, selected])).toEqual([
      ['b1', 'first\nline', true],
      ['b2', 'second', true],
      ['b3', 'one', undefined],
    ]);
  });
});

describe('samePage', () => {
  const page = snapshotRow('s', [block('b1', 'one'), block('b2', 'two')]);

  test('compares address and texts, whatever the numbers', () => {
    expect(samePage(page, snapshotRow('t', [block('b8', 'one'), block('b9', 'two')], { title: 'Other' }))).toBe(
      true,
    );
  });

  test('sees that other blocks are left out', () => {
    const out = { ...page, omitted: ['b2'] };
    expect(samePage(page, out)).toBe(false);
    expect(samePage(page, { ...page, omitted: [] })).toBe(true);
    const renumbered = snapshotRow('t', [block('b8', 'one'), block('b9', 'two')], { omitted: ['b9'] });
    expect(samePage(out, renumbered)).toBe(true);
  });

  test('sees another address, text or length', () => {
    expect(samePage(page, { ...page, url: 'https://example.com/b' })).toBe(false);
    expect(samePage(page, { ...page, blocks: [block('b1', 'one'), block('b2', 'TWO')] })).toBe(false);
    expect(samePage(page, { ...page, blocks: page.blocks.slice(0, 1) })).toBe(false);
    expect(samePage(page, { ...page, blocks: [...page.blocks, block('b3', 'three')] })).toBe(false);
  });
});
