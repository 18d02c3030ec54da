import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { RowRange } from '../../../lib/panel/row-window';
import { ThreadRows } from '../../../lib/panel/thread-rows.svelte';

const VIEW = 400;

describe('ThreadRows', () => {
  let ids = $state.raw<readonly string[]>([]);
  let scroller: HTMLElement;
  let content: HTMLElement;
  let rows: ThreadRows;
  let near: RowRange[];
  /** Resolves when the texts of rows are there. */
  let read: () => Promise<void>;
  /** Heights that rows really have. */
  let heightOf: (id: string) => number;

  /** A bare thread: each row a block of its height with a button in it. */
  function show(count: number): void {
    ids = Array.from({ length: count }, (_, index) => `r${index}`);
    onTestFinished(
      $effect.root(() => {
        rows = new ThreadRows({
          ids: () => ids,
          read: (range) => {
            near.push(range);
            return read();
          },
        });
        const shown = new Map<string, { readonly element: HTMLElement; readonly hide: () => void }>();
        $effect(() => rows.attach(scroller));
        $effect(() => {
          const keys = new Set(rows.segments.map(({ key }) => key));
          for (const [key, { element, hide }] of shown) {
            if (keys.has(key)) continue;
            hide();
            element.remove();
            shown.delete(key);
          }
          for (const [place, segment] of rows.segments.entries()) {
            const known = shown.get(segment.key);
            const element = known?.element ?? document.createElement('section');
            const height = segment.kind === 'gap' ? segment.height : heightOf(segment.key);
            element.style.height = `${height}px`;
            if (known !== undefined) continue;
            element.id = segment.key;
            if (segment.kind === 'gap') element.className = 'gap';
            else element.innerText = `Row ${segment.key}`;
            element.style.overflowAnchor = segment.kind === 'gap' ? 'none' : 'auto';
            if (segment.kind === 'row') element.append(document.createElement('button'));
            content.insertBefore(element, content.children[place] ?? null);
            shown.set(segment.key, {
              element,
              hide: segment.kind === 'row' ? rows.row(segment.key)(element) : () => undefined,
            });
          }
        });
      }),
    );
    flushSync();
  }

  beforeEach(() => {
    near = [];
    read = () => Promise.resolve();
    heightOf = () => 300;
    scroller = document.createElement('div');
    content = document.createElement('div');
    Object.assign(scroller.style, { height: `${VIEW}px`, overflow: 'auto' });
    scroller.append(content);
    document.body.append(scroller);
    onTestFinished(() => scroller.remove());
  });

  const drawn = () => [...content.querySelectorAll('section:not(.gap)')].map(({ id }) => Number(id.slice(1)));
  /** Whether each point of the view's middle line shows a row. */
  const isFilled = () => {
    const { left, top } = scroller.getBoundingClientRect();
    return [1, 100, 200, 300, VIEW - 1].every(
      (y) => document.elementFromPoint(left + 20, top + y)?.closest('section:not(.gap)') != null,
    );
  };
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  async function toEnd(): Promise<void> {
    await rows.drawEnd();
    scroller.scrollTop = scroller.scrollHeight;
    await frame();
  }

  it('draws of a long thread what fills the view at its end, then what is near, and nothing else', async () => {
    show(1000);
    await toEnd();
    expect(isFilled()).toBe(true);
    await expect.poll(() => drawn().length).toBeGreaterThan(2);
    await expect.poll(() => Math.min(...drawn())).toBe(997);
    expect(content.children.length).toBeLessThan(12);
    expect(near.at(-1)).toEqual({ first: 990, end: 1000 });
  });

  it('fills the view with rows much lower than it', async () => {
    heightOf = () => 20;
    show(1000);
    await rows.drawEnd();
    expect(drawn().length * 20).toBeGreaterThanOrEqual(VIEW);
  });

  it('draws a thread of few rows whole', async () => {
    show(20);
    await toEnd();
    await expect.poll(() => drawn().length).toBe(20);
    expect(content.querySelector('.gap')).toBeNull();
  });

  it('shows rows wherever the reader scrolls, in the same frame, and never more than some', async () => {
    heightOf = (id) => 60 + ((Number(id.slice(1)) * 7919) % 700);
    show(1000);
    await toEnd();
    for (let step = 0; step < 60; step += 1) {
      scroller.scrollBy({ top: step % 10 === 9 ? -40_000 : -350, behavior: 'instant' });
      await frame();
      await frame();
      expect(isFilled()).toBe(true);
    }
    expect(content.children.length).toBeLessThan(60);
  });

  it('keeps what the reader sees in its place while rows above turn out otherwise high than guessed', async () => {
    heightOf = (id) => (Number(id.slice(1)) > 990 ? 100 : 650);
    show(1000);
    await toEnd();
    scroller.scrollBy({ top: -300, behavior: 'instant' });
    await frame();
    const seen = document.elementFromPoint(20, scroller.getBoundingClientRect().top + 200)?.closest('section');
    const top = seen?.getBoundingClientRect().top;
    const before = drawn().length;
    await expect.poll(() => drawn().length).toBeGreaterThan(before);
    await frame();
    await frame();
    expect(seen?.getBoundingClientRect().top).toBe(top);
  });

  it('fills the view before the next paint when rows turn out lower once their texts are read', async () => {
    let tell: () => void = () => undefined;
    read = () => new Promise((resolve) => (tell = resolve));
    show(1000);
    await toEnd();
    await expect.poll(() => Math.min(...drawn())).toBe(997);
    heightOf = () => 20;
    for (const row of content.querySelectorAll<HTMLElement>('section:not(.gap)')) row.style.height = '20px';
    tell();
    await frame();
    expect(isFilled()).toBe(true);
  });

  it('has the texts read of other rows that took the place of those near the view', async () => {
    show(1000);
    await toEnd();
    await expect.poll(() => Math.min(...drawn())).toBe(997);
    const before = near.length;
    ids = [...ids.slice(0, 990), ...Array.from({ length: 10 }, (_, index) => `r${1000 + index}`)];
    flushSync();
    rows.refresh();
    await expect.poll(() => near.slice(before)).toEqual([{ first: 990, end: 1000 }]);
  });

  it('keeps the rows of the focus and of the selection, and the last one', async () => {
    show(1000);
    await toEnd();
    content.querySelector<HTMLElement>('#r999 button')?.focus();
    scroller.scrollTop = 100_000;
    await frame();
    await frame();
    const here = drawn().find((index) => index < 900) ?? 0;
    content.querySelector<HTMLElement>(`#r${here} button`)?.focus();
    getSelection()?.selectAllChildren(content.querySelector(`#r${here + 1}`) ?? content);
    await frame();
    scroller.scrollTop = 0;
    await expect.poll(() => drawn().includes(0)).toBe(true);
    expect(drawn()).toEqual(expect.arrayContaining([here - 1, here, here + 1, 999]));
    expect(document.activeElement?.parentElement?.id).toBe(`r${here}`);
    expect(getSelection()?.toString()).toBe(`Row r${here + 1}`);
    getSelection()?.removeAllRanges();
  });

  it('goes to a row that is far away', async () => {
    heightOf = (id) => 60 + ((Number(id.slice(1)) * 7919) % 700);
    show(1000);
    await toEnd();
    const element = await rows.scrollTo('r321');
    await frame();
    expect(element?.id).toBe('r321');
    const top = element?.getBoundingClientRect().top ?? NaN;
    expect(Math.abs(top - scroller.getBoundingClientRect().top)).toBeLessThan(1);
    expect(await rows.scrollTo('gone')).toBeNull();
  });
});
