import { describe, expect, it } from 'vitest';
import type { PageSnapshot } from '../../../lib/domain/page';
import { previewOf } from '../../../lib/domain/page-preview';
import type { PageState } from '../../../lib/panel/page-context.svelte';
import { PageReading } from '../../../lib/panel/page-reading.svelte';
import { block, snapshotIdOf, snapshotRow } from '../../support/rows';

const PAGE = snapshotRow('s', [block('b1', 'picked', { selected: true }), block('b2', 'rest')]);

function rig(stored: readonly PageSnapshot[], current: PageState) {
  const chosen: unknown[] = [];
  const kept: (readonly string[])[] = [];
  const queries = { snapshots: async (ids: readonly string[]) => stored.filter(({ id }) => ids.includes(id)) };
  const context: ConstructorParameters<typeof PageReading>[1] & { current: PageState } = {
    current,
    choose: async (pick) => {
      if (context.current.kind !== 'ready') return;
      const choice = await pick(context.current.page);
      chosen.push(choice?.omitted ?? null);
      kept.push(choice?.kept ?? []);
    },
  };
  return { chosen, kept, context, reading: new PageReading(queries, context) };
}
const shown: PageState = { kind: 'ready', tabId: 1, page: previewOf(PAGE) };

describe('PageReading', () => {
  it('puts what was read on view, and takes a choice over when it closes', async () => {
    const { reading, chosen } = rig([PAGE], shown);
    await reading.open();
    expect(reading.page).toEqual(PAGE);
    await reading.close(['b2']);
    expect(reading.page).toBeNull();
    await reading.open();
    await reading.close(null);
    expect(chosen).toEqual([['b2']]);
  });

  it('chooses of what was looked at, and of no other page that came to the chip meanwhile', async () => {
    const { reading, chosen, context } = rig([PAGE], shown);
    await reading.open();
    context.current = { kind: 'ready', tabId: 1, page: { ...previewOf(PAGE), snapshotId: snapshotIdOf('new') } };
    await reading.close(['b2']);
    context.current = shown;
    await reading.open();
    context.current = { kind: 'ready', tabId: 1, page: { ...previewOf(PAGE), url: 'https://other.example/' } };
    await reading.close(['b2']);
    expect(chosen).toEqual([['b2'], null]);
  });

  it('chooses the selection alone, or everything again', async () => {
    const { reading, chosen } = rig([PAGE], shown);
    await reading.selectionOnly(true);
    await reading.selectionOnly(false);
    expect(chosen).toEqual([['b2'], []]);
  });

  it('swaps blocks of what is on the chip, and lets those go first that were swapped in', async () => {
    const page = { ...PAGE, omitted: ['b2'], kept: ['b1'] };
    const { reading, chosen, kept } = rig([page], shown);
    await reading.swap(['b1'], true);
    await reading.swap(['b2'], false);
    await reading.open();
    await reading.close(['b1']);
    expect(chosen).toEqual([['b2', 'b1'], [], ['b1']]);
    expect(kept).toEqual([[], ['b1', 'b2'], []]);
  });

  it('has nothing to show while no page is read', async () => {
    const { reading, chosen } = rig([], { kind: 'off' });
    await reading.open();
    await reading.selectionOnly(true);
    expect(reading.page).toBeNull();
    expect(chosen).toEqual([]);
  });
});
