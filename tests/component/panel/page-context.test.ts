import { describe, expect, it } from 'vitest';
import { ChatFailure } from '../../../lib/domain/errors';
import type { CapturedPage } from '../../../lib/messaging/protocol';
import { PageContext } from '../../../lib/panel/page-context.svelte';
import { snapshotIdOf } from '../../support/rows';

const captured = (id: string): CapturedPage => ({
  snapshotId: snapshotIdOf(id),
  title: id,
  url: `https://example.com/${id}`,
  blocks: 1,
  ofBlocks: 1,
  tokens: 10,
  notes: [],
});

/** A page context whose readings the test finishes by hand. */
function rig(tab: { id: number } | null = { id: 1 }) {
  const readings: { tabId: number; resolve: (page: CapturedPage) => void; reject: (reason: unknown) => void }[] =
    [];
  const at = { tab };
  const context = new PageContext({
    currentTab: async () => at.tab,
    capture: (tabId) => new Promise((resolve, reject) => readings.push({ tabId, resolve, reject })),
  });
  const reading = async (index: number) => {
    await expect.poll(() => readings.length).toBeGreaterThan(index);
    const found = readings[index];
    if (!found) throw new Error('It has been waited for.');
    return found;
  };
  return { context, reading, at };
}

describe('PageContext', () => {
  it('is off until it is asked to read', () => {
    const { context } = rig();
    expect(context.current).toEqual({ kind: 'off' });
    expect(context.request()).toBeNull();
  });

  it('shows what it read, and a question carries just that', async () => {
    const { context, reading } = rig();
    const done = context.refresh(true);
    expect(context.current.kind).toBe('reading');
    (await reading(0)).resolve(captured('a'));
    await done;
    expect(context.current).toMatchObject({ kind: 'ready', tabId: 1, page: { title: 'a' } });
    expect(context.request()).toEqual({ tabId: 1, snapshotId: 'a' });
  });

  it('lets a later reading overtake an earlier one', async () => {
    const { context, reading, at } = rig();
    const first = context.refresh(true);
    const slow = await reading(0);
    at.tab = { id: 2 };
    const second = context.refresh(true);
    (await reading(1)).resolve(captured('b'));
    await second;
    slow.resolve(captured('a'));
    await first;
    expect(context.current).toMatchObject({ kind: 'ready', tabId: 2, page: { title: 'b' } });
  });

  it('stays off though a reading comes in late', async () => {
    const { context, reading } = rig();
    const first = context.refresh(true);
    const slow = await reading(0);
    await context.refresh(false);
    slow.resolve(captured('a'));
    await first;
    expect(context.current).toEqual({ kind: 'off' });
  });

  it('says why it could not read; where it may be allowed yet, the question tries again', async () => {
    const { context, reading } = rig();
    const first = context.refresh(true);
    (await reading(0)).reject(new ChatFailure({ kind: 'page-permission' }));
    await first;
    expect(context.current).toEqual({ kind: 'failed', tabId: 1, error: { kind: 'page-permission' } });
    expect(context.request()).toEqual({ tabId: 1, snapshotId: null });
    const second = context.refresh(true);
    (await reading(1)).reject(new ChatFailure({ kind: 'page-unreadable' }));
    await second;
    expect(context.request()).toBeNull();
  });

  it('has no page where there is no tab', async () => {
    const { context } = rig(null);
    await context.refresh(true);
    expect(context.current).toMatchObject({ kind: 'failed', tabId: null });
    expect(context.request()).toBeNull();
  });

  it('settles when the reading under way is done, also in a panel that gets no frames', async () => {
    const { context, reading } = rig();
    const frame = window.requestAnimationFrame;
    window.requestAnimationFrame = () => 0;
    try {
      void context.refresh(true);
      let settled = false;
      const settling = context.settled().then(() => (settled = true));
      const slow = await reading(0);
      const second = context.refresh(true);
      slow.resolve(captured('a'));
      (await reading(1)).resolve(captured('b'));
      await second;
      await settling;
      expect(settled).toBe(true);
      expect(context.current).toMatchObject({ kind: 'ready', page: { title: 'b' } });
    } finally {
      window.requestAnimationFrame = frame;
    }
  });
});
