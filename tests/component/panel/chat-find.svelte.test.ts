import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { flushSync } from 'svelte';
import type { Message } from '../../../lib/domain/chat';
import { ChatFind } from '../../../lib/panel/chat-find.svelte';
import { answerRow } from '../../support/rows';

describe('ChatFind', () => {
  let messages = $state.raw<readonly Message[]>([]);
  let runs: Record<string, readonly string[]>;
  let read: string[];
  let find: ChatFind;
  let clock: number;
  /** Milliseconds that each look at the clock takes. */
  let took: number;

  beforeEach(() => {
    runs = { a: ['One bridge, two bridges'], b: ['None here'], c: ['A café', 'Bridge'], d: ['bridge'] };
    messages = Object.keys(runs).map((id) => answerRow(id, 'none'));
    read = [];
    clock = 0;
    took = 5;
    find = new ChatFind({
      messages: () => messages,
      load: async () => undefined,
      runsOf: ({ id }) => {
        read.push(id);
        return runs[id] ?? [];
      },
      pause: async () => undefined,
      now: () => (clock += took),
    });
    find.open();
  });

  const at = () => [find.position, find.total, find.current?.messageId, find.current?.index];

  it('counts all hits whatever their case and diacritics, and shows the first', async () => {
    await find.search('BRIDGE');
    expect(at()).toEqual([1, 4, 'a', 0]);
    await find.search('cafe');
    expect(at()).toEqual([1, 1, 'c', 0]);
    await find.search('nothing');
    expect(at()).toEqual([0, 0, undefined, undefined]);
  });

  it('tells whoever watches how many there are, also when all was looked at in one go', async () => {
    took = 0;
    const told: number[] = [];
    onTestFinished(
      $effect.root(() => {
        $effect(() => void told.push(find.total));
      }),
    );
    flushSync();
    const searched = find.search('bridge');
    flushSync();
    await searched;
    flushSync();
    expect(told.at(-1)).toBe(4);
  });

  it('goes to the next and the previous, and round', async () => {
    await find.search('bridge');
    const steps = ['next', 'next', 'next', 'next', 'previous', 'previous', 'previous'] as const;
    const positions = steps.map((step) => {
      find[step]();
      return find.position;
    });
    expect(positions).toEqual([2, 3, 4, 1, 4, 3, 2]);
  });

  it('goes round the hits of one message', async () => {
    messages = messages.slice(0, 1);
    await find.search('bridge');
    find.previous();
    expect(find.position).toBe(2);
    find.next();
    expect(find.position).toBe(1);
  });

  it('begins with what the reader looks at', async () => {
    find.lookedAt = () => messages[2]?.id ?? null;
    await find.search('bridge');
    expect(at()).toEqual([3, 4, 'c', 0]);
  });

  it('stays at the message while more of the word is typed', async () => {
    await find.search('bri');
    find.next();
    await find.search('bridges');
    expect(at()).toEqual([1, 1, 'a', 0]);
    await find.search('bridge');
    expect(find.current?.messageId).toBe('a');
  });

  it('finds nothing over the end of a run, and reads each finished message once', async () => {
    await find.search('cafe bridge');
    expect(find.total).toBe(0);
    await find.search('bridge');
    expect(read).toEqual(['a', 'b', 'c', 'd']);
  });

  it('lets a newer query win over one that is still looked for', async () => {
    const slow = find.search('bridge');
    const fast = find.search('none');
    await Promise.all([slow, fast]);
    expect(at()).toEqual([1, 1, 'b', 0]);
    expect(find.isSearching).toBe(false);
  });

  it('sees what an answer grows by, and keeps the hit that is shown', async () => {
    messages = [...messages.slice(0, 3), answerRow('d', 'none', { status: 'streaming', finishedAt: null })];
    await find.search('bridge');
    find.next();
    runs['d'] = ['bridge', 'and another bridge'];
    find.refresh();
    await expect.poll(() => find.total).toBe(5);
    expect(at()).toEqual([2, 5, 'a', 1]);
  });

  it('takes a selected word, but no passage of several lines', async () => {
    find.open(' bridge ');
    flushSync();
    expect(find.query).toBe('bridge');
    find.open('two\nlines');
    expect(find.query).toBe('bridge');
  });

  it('forgets all when it is reset, and shows nothing when it is closed', async () => {
    await find.search('bridge');
    find.close();
    expect([find.isOpen, find.total, find.current, find.query]).toEqual([false, 0, null, 'bridge']);
    find.reset();
    expect(find.query).toBe('');
  });
});
