import { describe, expect, it } from 'vitest';
import { ChatFailure } from '../../../lib/domain/errors';
import type { PagePreview } from '../../../lib/domain/page-preview';
import { PageContext, type TabInFront } from '../../../lib/panel/page-context.svelte';
import { snapshotIdOf } from '../../support/rows';

const captured = (id: string): PagePreview => ({
  snapshotId: snapshotIdOf(id),
  title: id,
  url: `https://example.com/${id}`,
  part: 'page',
  hasSelection: false,
  blocks: 1,
  tokens: 10,
  notes: [],
});

/** A page context whose readings the test finishes by hand. */
function rig(tab: TabInFront | null = { id: 1 }) {
  const chosen: unknown[] = [];
  const readings: {
    tabId: number;
    previous: string | null;
    confirmed: readonly string[];
    resolve: (page: PagePreview) => void;
    reject: (reason: unknown) => void;
  }[] = [];
  const at = { tab };
  const context = new PageContext({
    currentTab: async () => at.tab,
    capture: (tabId, options) =>
      new Promise((resolve, reject) => readings.push({ tabId, ...options, resolve, reject })),
    choose: async (snapshotId, omitted) => {
      chosen.push([snapshotId, omitted]);
      return { ...captured('chosen'), part: 'some' };
    },
  });
  const reading = async (index: number) => {
    await expect.poll(() => readings.length).toBeGreaterThan(index);
    const found = readings[index];
    if (!found) throw new Error('It has been waited for.');
    return found;
  };
  return { context, reading, chosen, at };
}

describe('PageContext', () => {
  it('is off until it is asked to read', async () => {
    const { context } = rig();
    expect(context.current).toEqual({ kind: 'off' });
    expect(await context.request()).toBeNull();
  });

  it('shows what it read, and a question carries just that', async () => {
    const { context, reading } = rig();
    const done = context.refresh(true);
    expect(context.current.kind).toBe('reading');
    (await reading(0)).resolve(captured('a'));
    await done;
    expect(context.current).toMatchObject({ kind: 'ready', tabId: 1, page: { title: 'a' } });
    expect(await context.request()).toEqual({ tabId: 1, snapshotId: 'a' });
  });

  it('reads again against what it shows, so that the same page stays as it was chosen', async () => {
    const { context, reading, chosen, at } = rig();
    const first = context.refresh(true);
    const { previous, resolve } = await reading(0);
    expect(previous).toBeNull();
    resolve(captured('a'));
    await first;
    await context.choose(async ({ snapshotId }) => ({ snapshotId, omitted: ['b2'] }));
    expect(chosen).toEqual([['a', ['b2']]]);
    expect(await context.request()).toEqual({ tabId: 1, snapshotId: 'chosen' });
    const again = context.refresh(true);
    expect((await reading(1)).previous).toBe('chosen');
    (await reading(1)).resolve(captured('chosen'));
    await again;
    at.tab = { id: 2 };
    void context.refresh(true);
    expect((await reading(2)).previous).toBeNull();
  });

  it('keeps a choice made while the page is read again, and reads it against that', async () => {
    const { context, reading } = rig();
    const first = context.refresh(true);
    (await reading(0)).resolve(captured('a'));
    await first;
    const again = context.refresh(true);
    const late = await reading(1);
    await context.choose(async ({ snapshotId }) => ({ snapshotId, omitted: ['b2'] }));
    late.resolve(captured('a'));
    expect((await reading(2)).previous).toBe('chosen');
    (await reading(2)).resolve({ ...captured('chosen'), part: 'some' });
    await again;
    expect(await context.request()).toEqual({ tabId: 1, snapshotId: 'chosen' });
  });

  it('lets a question and a reading wait for a choice, so that nothing left out goes', async () => {
    const { context, reading } = rig();
    const first = context.refresh(true);
    (await reading(0)).resolve(captured('a'));
    await first;
    const picked = Promise.withResolvers<null>();
    const choosing = context.choose(async ({ snapshotId }) => {
      await picked.promise;
      return { snapshotId, omitted: ['b2'] };
    });
    const again = context.refresh(true);
    const asked = context.request();
    picked.resolve(null);
    await choosing;
    expect(await asked).toEqual({ tabId: 1, snapshotId: 'chosen' });
    expect((await reading(1)).previous).toBe('chosen');
    (await reading(1)).resolve(captured('chosen'));
    await again;
    expect(context.current).toMatchObject({ kind: 'ready', page: { snapshotId: 'chosen' } });
  });

  it('goes off at once though a choice is under way', async () => {
    const { context, reading } = rig();
    const first = context.refresh(true);
    (await reading(0)).resolve(captured('a'));
    await first;
    const choosing = context.choose(async ({ snapshotId }) => ({ snapshotId, omitted: ['b2'] }));
    void context.refresh(true);
    await context.refresh(false);
    await choosing;
    expect(context.current).toEqual({ kind: 'off' });
    expect(await context.request()).toBeNull();
  });

  it('reads what may be private after a yes, and this site without asking again', async () => {
    const { context, reading } = rig();
    const first = context.refresh(true);
    expect((await reading(0)).confirmed).toEqual([]);
    (await reading(0)).reject(new ChatFailure({ kind: 'page-private', host: 'bank.example', detail: 'bank' }));
    await first;
    expect(await context.request()).toBeNull();
    const confirming = context.confirm();
    expect((await reading(1)).confirmed).toEqual(['bank.example']);
    (await reading(1)).resolve(captured('a'));
    await confirming;
    void context.refresh(true);
    expect((await reading(2)).confirmed).toEqual(['bank.example']);
  });

  it('sends the page in front, the earlier one or both, as chosen, until another page comes', async () => {
    const { context, reading, at } = rig();
    const first = context.refresh(true);
    (await reading(0)).resolve(captured('a'));
    await first;
    expect(context.choice).toBe('both');
    context.pick('this');
    expect(await context.request()).toEqual({ tabId: 1, snapshotId: 'a', alone: true });
    context.pick('earlier');
    expect(await context.request()).toBeNull();
    const same = context.refresh(true);
    (await reading(1)).resolve(captured('a'));
    await same;
    expect(context.choice).toBe('earlier');
    at.tab = { id: 2 };
    const second = context.refresh(true);
    (await reading(2)).resolve(captured('b'));
    await second;
    expect(context.choice).toBe('both');
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
    expect(await context.request()).toEqual({ tabId: 1, snapshotId: null });
    const second = context.refresh(true);
    (await reading(1)).reject(new ChatFailure({ kind: 'page-unreadable' }));
    await second;
    expect(await context.request()).toBeNull();
  });

  it('knows the tab in front though its page cannot be read', async () => {
    const { context, reading } = rig({ id: 1, title: 'A shop', url: 'https://shop.example/' });
    const first = context.refresh(true);
    (await reading(0)).reject(new ChatFailure({ kind: 'page-permission' }));
    await first;
    expect(context.tab).toMatchObject({ title: 'A shop', url: 'https://shop.example/' });
  });

  it('has no page where there is no tab', async () => {
    const { context } = rig(null);
    await context.refresh(true);
    expect(context.current).toMatchObject({ kind: 'failed', tabId: null });
    expect(await context.request()).toBeNull();
  });

  it('names the tab of a question that is asked while its page is read', async () => {
    const { context, reading } = rig();
    const refreshing = context.refresh(true);
    expect(await context.request()).toEqual({ tabId: 1, snapshotId: null });
    (await reading(0)).resolve(captured('a'));
    await refreshing;
    expect(await context.request()).toMatchObject({ tabId: 1, snapshotId: captured('a').snapshotId });
  });
});
