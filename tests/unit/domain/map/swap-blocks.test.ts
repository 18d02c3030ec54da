import { describe, expect, test } from 'vitest';
import { leaveOut, swapBlocks } from '../../../../lib/domain/map/swap-blocks';
import { snapshotIdOf } from '../../../support/rows';

describe('swapping blocks', () => {
  test('leaves out what went, and lets go first what did not', () => {
    const page = { omitted: ['b1', 'b2'], kept: ['b5'] };
    expect(swapBlocks(page, ['b5', 'b6'], true)).toEqual({ omitted: ['b1', 'b2', 'b5', 'b6'], kept: [] });
    expect(swapBlocks(page, ['b2', 'b3'], false)).toEqual({ omitted: ['b1'], kept: ['b5', 'b2', 'b3'] });
    expect(swapBlocks({}, ['b1'], true)).toEqual({ omitted: ['b1'], kept: [] });
  });

  test('keeps what goes first unless it is left out now', () => {
    const page = { id: snapshotIdOf('s'), kept: ['b1', 'b2'] };
    expect(leaveOut(page, ['b2'])).toEqual({ snapshotId: 's', omitted: ['b2'], kept: ['b1'] });
  });
});
