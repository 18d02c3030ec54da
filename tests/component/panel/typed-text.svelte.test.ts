import { flushSync } from 'svelte';
import { describe, expect, it, onTestFinished } from 'vitest';
import { TypedText } from '../../../lib/panel/typed-text.svelte';

/** A typed text over a state that the test changes. */
function typing(start: string, instant = false) {
  let text = $state(start);
  let typed: TypedText | undefined;
  onTestFinished(
    $effect.root(() => {
      typed = new TypedText(
        () => text,
        () => instant,
      );
    }),
  );
  flushSync();
  if (!typed) throw new Error('It has been made.');
  return {
    typed,
    set: (value: string) => {
      text = value;
      flushSync();
    },
  };
}

describe('TypedText', () => {
  it('shows what is there at the start at once, and types what comes', async () => {
    const { typed, set } = typing('Half ');
    expect(typed.current).toBe('Half ');
    set('Half an answer, and much more than one frame can show of it.');
    expect(typed.caughtUp).toBe(false);
    await expect.poll(() => typed.current).toMatch(/^Half an.*[^.]$/);
    await expect.poll(() => typed.caughtUp).toBe(true);
    expect(typed.current).toMatch(/of it\.$/);
  });

  it('shows all at once where motion is not wanted', () => {
    const { typed, set } = typing('', true);
    set('All of it.');
    expect(typed.current).toBe('All of it.');
  });

  it('follows a text that became shorter', () => {
    const { typed, set } = typing('A long former answer');
    set('New');
    expect(typed.current).toBe('New');
    expect(typed.caughtUp).toBe(true);
  });
});
