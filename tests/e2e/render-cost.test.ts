import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { median } from '../../scripts/bench/bench-part.ts';
import { measureLag } from '../../scripts/bench/render/measure-lag.ts';
import { runFloor, runPanel, type Run } from '../../scripts/bench/render/measure-run.ts';
import { setStage, type Stage } from '../../scripts/bench/render/stage.ts';

// Processor time against a floor in the same run, with about three times the slack; `npm run bench -- render` tells the
// figures themselves. Only Chromium tells what its main thread did.

const tasks = ({ spent }: Run): number => spent.tasks;
/** Dear drawings are made less often, so a token's share would hide them. */
const perDrawing = ({ spent }: Run): number => spent.tasks / spent.layouts;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  // The first answer pays for what is loaded once.
  await runPanel(stage, 500, Infinity);
});
afterAll(() => stage.close());

describe('what a token costs the panel', () => {
  test('is within reach of a bare page', async () => {
    const panel = await runPanel(stage, 20_000, Infinity);
    const floor = await runFloor(stage, 20_000, (20_000 * 1_000) / panel.wall);
    expect(tasks(panel) / tasks(floor), 'times the floor').toBeLessThan(5);
  });

  test('is the same behind a short answer and behind a long one', async () => {
    const short = await runPanel(stage, 1_000, 1_000, 1_000);
    const long = await runPanel(stage, 1_000, 1_000, 40_000);
    expect(perDrawing(long) / perDrawing(short), 'times the cost behind a short one').toBeLessThan(3);
  });

  test('leaves the words where they belong: painted at once, not behind their stream', async () => {
    const { firstFrames, behind } = await measureLag(stage, { runs: 3, tokens: 2_000 });
    expect(median(firstFrames)).toBeLessThanOrEqual(2);
    expect(behind.median).toBeLessThan(150);
    expect(behind.atEnd).toBeLessThan(1_000);
  });
});
