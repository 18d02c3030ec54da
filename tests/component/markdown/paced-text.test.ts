import { tick } from 'svelte';
import { describe, expect, it } from 'vitest';
import { PacedText, type Pacing } from '../../../components/markdown/paced-text.svelte';

/** A clock and frames that the test moves by hand. */
function createFrames() {
  let time = 0;
  let callback: (() => void) | null = null;
  const pacing: Pacing = {
    now: () => time,
    requestFrame: (run) => {
      callback = run;
      return 1;
    },
    cancelFrame: () => (callback = null),
  };
  return {
    pacing,
    isAsked: () => callback !== null,
    /** Draws a frame at this time in milliseconds; drawing takes `cost`. */
    async frame(at: number, cost = 0) {
      time = at;
      const run = callback;
      callback = null;
      run?.();
      time += cost;
      await tick();
    },
  };
}

describe('PacedText', () => {
  it('hands on the first text with the next frame', async () => {
    const frames = createFrames();
    const text = new PacedText('', frames.pacing);
    text.offer('Hello');
    expect(text.current).toBe('');
    await frames.frame(16);
    expect(text.current).toBe('Hello');
  });

  it('hands on all there is, about 30 times a second', async () => {
    const frames = createFrames();
    const text = new PacedText('', frames.pacing);
    const drawn = new Set<string>();
    for (let frame = 1; frame <= 60; frame++) {
      text.offer('x'.repeat(frame));
      await frames.frame((frame * 1000) / 60);
      drawn.add(text.current);
    }
    expect(drawn.size).toBeGreaterThanOrEqual(29);
    expect(drawn.size).toBeLessThanOrEqual(31);
    await frames.frame(1_100);
    expect(text.current).toHaveLength(60);
  });

  it('draws less often where drawing is dear, but never waits longer than half a second', async () => {
    const frames = createFrames();
    const text = new PacedText('', frames.pacing);
    text.offer('a');
    await frames.frame(0, 50);
    text.offer('ab');
    await frames.frame(150);
    expect(text.current).toBe('a');
    await frames.frame(200, 2_000);
    expect(text.current).toBe('ab');
    text.offer('abc');
    await frames.frame(2_250);
    expect(text.current).toBe('abc');
  });

  it('asks for no frame when there is nothing new or it was stopped', () => {
    const frames = createFrames();
    const text = new PacedText('same', frames.pacing);
    text.offer('same');
    expect(frames.isAsked()).toBe(false);
    text.offer('other');
    text.stop();
    expect(frames.isAsked()).toBe(false);
  });
});
