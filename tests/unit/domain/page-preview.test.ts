import { describe, expect, test } from 'vitest';
import { allButSelection, previewOf } from '../../../lib/domain/page-preview';
import { block, snapshotRow } from '../../support/rows';

const selected = block('b1', 'picked', { selected: true });
const rest = [block('b2', 'one'), block('b3', 'two')];
const partOf = (blocks: Parameters<typeof snapshotRow>[1], omitted: readonly string[] = []) =>
  previewOf(snapshotRow('s', blocks, { omitted })).part;

describe('the preview of a page', () => {
  test('says what of it goes', () => {
    expect(partOf(rest)).toBe('page');
    expect(partOf(rest, ['b2'])).toBe('some');
    expect(partOf([selected, ...rest])).toBe('page-and-selection');
    expect(partOf([selected, ...rest], ['b2'])).toBe('some');
    expect(partOf([selected, ...rest], ['b1'])).toBe('some');
    expect(partOf([selected, ...rest], ['b2', 'b3'])).toBe('selection');
  });

  test('counts what goes, not what was left out', () => {
    const preview = previewOf(snapshotRow('s', [selected, ...rest], { omitted: ['b2', 'b3'] }));
    expect(preview).toMatchObject({ hasSelection: true, blocks: 1, tokens: 6 });
  });

  test('leaves all but the selection out in one go', () => {
    expect(allButSelection({ blocks: [selected, ...rest] })).toEqual(['b2', 'b3']);
  });
});
