import { describe, expect, it } from 'vitest';
import type { PageSnapshot } from '../../../lib/domain/page';
import { previewOf } from '../../../lib/domain/page-preview';
import type { PageState } from '../../../lib/panel/page-context.svelte';
import { PageReading } from '../../../lib/panel/page-reading.svelte';
import { block, snapshotIdOf, snapshotRow } from '../../support/rows';

const PAGE = snapshotRow('s', [block('b1', 'picked', { selected: true }), block('b2', 'rest')]);

function rig(stored: readonly PageSnapshot[], current: PageState) {
  const chosen: unknown[] = [];
  const queries = { snapshots: async (ids: readonly string[]) => stored.filter(({ id }) => ids.includes(id)) };
  const context: ConstructorParameters<typeof PageReading>[1] & { current: PageState } = {
    current,
    choose: async (pick) => {
      if (context.current.kind === 'ready') chosen.push((await pick(context.current.page))?.omitted ?? null);
    },
  };
  return { chosen, context, reading: new PageReading(queries, context) };
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

  it('has nothing to show while no page is read', async () => {
    const { reading, chosen } = rig([], { kind: 'off' });
    await reading.open();
    await reading.selectionOnly(true);
    expect(reading.page).toBeNull();
    expect(chosen).toEqual([]);
  });
});
