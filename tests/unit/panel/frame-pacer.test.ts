import { describe, expect, test } from 'vitest';
import { createFramePacer } from '../../../lib/panel/frame-pacer';
import { createFrames } from '../../support/frames';

/** A pacer whose drawings, and what they cost, are written down. */
function pacing() {
  const frames = createFrames();
  const drawnAt: number[] = [];
  const costs: number[] = [];
  let pause = 1000 / 30;
  const pacer = createFramePacer(
    {
      draw: () => drawnAt.push(frames.now),
      drawn: (cost) => costs.push(cost),
      pause: (cost) => Math.max(pause, 4 * cost),
    },
    frames.clock,
  );
  return { frames, pacer, drawnAt, costs, setPause: (value: number) => (pause = value) };
}

describe('a frame pacer', () => {
  test('draws in the next frame where nothing was drawn of late', () => {
    const { frames, pacer, drawnAt } = pacing();
    pacer.request();
    frames.runTo(17);
    expect(drawnAt).toHaveLength(1);
    frames.runTo(500);
    pacer.request();
    frames.runTo(517);
    expect(drawnAt).toHaveLength(2);
  });

  test('draws about 30 times a second what changes all the time, and asks for no frame between', () => {
    const { frames, pacer, drawnAt } = pacing();
    for (let moment = 5; moment <= 1_000; moment += 5) {
      pacer.request();
      pacer.request();
      frames.runTo(moment);
    }
    expect(drawnAt.length).toBeGreaterThanOrEqual(25);
    expect(drawnAt.length).toBeLessThanOrEqual(31);
    const pauses = drawnAt.slice(1).map((at, index) => at - (drawnAt[index] ?? 0));
    expect(Math.min(...pauses)).toBeGreaterThan(30);
  });

  test('draws no more often than it may', () => {
    const { frames, pacer, drawnAt, setPause } = pacing();
    setPause(100);
    for (let moment = 5; moment <= 1_000; moment += 5) {
      pacer.request();
      frames.runTo(moment);
    }
    expect(drawnAt.length).toBeGreaterThanOrEqual(9);
    expect(drawnAt.length).toBeLessThanOrEqual(11);
  });

  test('draws less often where drawing is dear, but at least twice a second', () => {
    const { frames, pacer, drawnAt, costs } = pacing();
    pacer.request();
    frames.runTo(20, () => 50);
    pacer.request();
    frames.runTo(180);
    expect(costs).toEqual([50]);
    expect(drawnAt).toHaveLength(1);
    frames.runTo(250, () => 2_000);
    expect(drawnAt).toHaveLength(2);
    pacer.request();
    frames.runTo(frames.now + 20);
    expect(drawnAt).toHaveLength(3);
  });

  test('draws nothing that was not asked for, and nothing after it was stopped', () => {
    const { frames, pacer, drawnAt } = pacing();
    frames.runTo(100);
    expect(frames.isAsked()).toBe(false);
    pacer.request();
    pacer.stop();
    expect(frames.isAsked()).toBe(false);
    frames.runTo(200);
    expect(drawnAt).toEqual([]);
  });
});
