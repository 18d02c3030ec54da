import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { StoredItem } from '../../../lib/panel/stored-item.svelte';
import { memoryItem } from '../../support/memory-item';

describe('StoredItem', () => {
  it('gives the fallback, then what is stored, then every change', async () => {
    const source = memoryItem('none');
    await source.setValue('first');
    const item = new StoredItem(source);
    const seen: [string, boolean][] = [];
    const stop = $effect.root(() => {
      $effect(() => {
        seen.push([item.current, item.loaded]);
      });
    });
    flushSync();
    await expect
      .poll(() => seen)
      .toEqual([
        ['none', false],
        ['first', true],
      ]);
    await item.set('second');
    flushSync();
    expect(seen.at(-1)).toEqual(['second', true]);
    stop();
    await expect.poll(() => source.watchers()).toBe(0);
  });

  it('knows its value at once only while it is followed, and then always the newest', async () => {
    const source = memoryItem('none');
    const item = new StoredItem(source);
    expect(item.known()).toBeInstanceOf(Promise);
    const stop = $effect.root(() => {
      $effect(() => void item.current);
    });
    flushSync();
    await expect.poll(() => item.known()).toBe('none');
    // Another page writes it.
    await source.setValue('elsewhere');
    expect(item.known()).toBe('elsewhere');
    stop();
    await expect.poll(() => item.known() instanceof Promise).toBe(true);
    await source.setValue('unheard');
    expect(await item.known()).toBe('unheard');
  });

  it('loses no change when several are made at once', async () => {
    const item = new StoredItem(memoryItem<readonly string[]>([]));
    await Promise.all(['a', 'b', 'c'].map((one) => item.update((all) => [...all, one])));
    expect(await item.load()).toEqual(['a', 'b', 'c']);
  });

  it('goes on after a change that failed', async () => {
    const item = new StoredItem(memoryItem(0));
    const failing = item.update(() => {
      throw new Error('no');
    });
    const next = item.update((value) => value + 1);
    await expect(failing).rejects.toThrow('no');
    await next;
    expect(await item.load()).toBe(1);
  });
});
