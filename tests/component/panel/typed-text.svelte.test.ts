import { flushSync } from 'svelte';
import { describe, expect, it, onTestFinished } from 'vitest';
import { TypedText } from '../../../lib/panel/typed-text.svelte';
import { createFrames } from '../../support/frames';

/** A typed text over a state that the test changes, in a time that it moves. */
function typing(start: string, instant = false) {
  const frames = createFrames();
  let text = $state(start);
  let typed: TypedText | undefined;
  onTestFinished(
    $effect.root(() => {
      typed = new TypedText({
        text: () => text,
        length: () => text.length,
        instant: () => instant,
        clock: frames.clock,
      });
    }),
  );
  flushSync();
  if (!typed) throw new Error('It has been made.');
  const made = typed;
  return {
    typed: made,
    frames,
    shown: () => text.slice(0, made.shown),
    set: (value: string) => {
      text = value;
      flushSync();
    },
  };
}

const LONG = 'Words of a text. '.repeat(100);

describe('TypedText', () => {
  it('shows what is there at the start at once', () => {
    expect(typing('Half ').shown()).toBe('Half ');
  });

  it('shows words that come steadily in the next frame, all of them', () => {
    const { frames, typed, shown, set } = typing('');
    for (let moment = 40; moment < 2_000; moment += 40) {
      set(LONG.slice(0, moment / 2));
      frames.runTo(moment);
    }
    expect(shown()).toHaveLength(980);
    set(LONG.slice(0, 1_000));
    frames.runTo(frames.now + 40);
    expect(typed.caughtUp).toBe(true);
  });

  it('types out what comes in a burst, and is done with it in a moment', () => {
    const { frames, typed, shown, set } = typing('Some ');
    frames.runTo(1_000);
    set(LONG);
    frames.runTo(1_017);
    expect(shown().length).toBeGreaterThan(5);
    expect(typed.caughtUp).toBe(false);
    frames.runTo(2_000);
    expect(typed.caughtUp).toBe(true);
    expect(frames.isAsked()).toBe(false);
  });

  it('shows all at once where motion is not wanted', () => {
    const { frames, shown, set } = typing('', true);
    frames.runTo(1_000);
    set(LONG);
    frames.runTo(1_017);
    expect(shown()).toBe(LONG);
  });

  it('gives a long text to draw in parts that cost no hitch', () => {
    const { frames, typed } = typing('x'.repeat(1_000_000), true);
    expect(typed.shown).toBe(20_000);
    const costs: number[] = [];
    let before = typed.shown;
    const cost = () => {
      costs.push(Math.ceil((typed.shown - before) / 200));
      before = typed.shown;
      return costs.at(-1) ?? 0;
    };
    while (!typed.caughtUp) frames.runTo(frames.now + 100, cost);
    // The least part there is, 6,000 characters: 30 ms of drawing here, and a hitch begins at 50.
    expect(Math.max(...costs.slice(1))).toBeLessThanOrEqual(30);
    expect(typed.shown).toBe(1_000_000);
  });

  it('follows a text that became shorter', () => {
    const { typed, shown, set } = typing('A long former answer');
    set('New');
    expect(shown()).toBe('New');
    expect(typed.caughtUp).toBe(true);
  });
});
