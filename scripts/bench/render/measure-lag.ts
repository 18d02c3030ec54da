import { median } from '../bench-part.ts';
import { beginLog, logArrivals, readLog } from './arrival-log.ts';
import { runPanel } from './measure-run.ts';
import type { Stage } from './stage.ts';

/** How promptly words that reached the panel were seen. */
export interface Lag {
  /** Frames from the first words' arrival to the one that painted them, for each of some short answers. */
  readonly firstFrames: readonly number[];
  /** Milliseconds that words waited to be shown, over the frames of an answer at 1,000 tokens a second. */
  readonly behind: { readonly median: number; readonly most: number; readonly atEnd: number };
}

/** Streams some short answers, and one of so many tokens at 1,000 a second. */
export async function measureLag(
  stage: Stage,
  { runs, tokens }: { readonly runs: number; readonly tokens: number },
): Promise<Lag> {
  await logArrivals(stage.panel);
  const firstFrames: number[] = [];
  for (let run = 0; run < runs; run++) {
    await beginLog(stage.panel);
    await runPanel(stage, 60, 200);
    firstFrames.push((await readLog(stage.panel)).firstFrames);
  }
  await beginLog(stage.panel);
  await runPanel(stage, tokens, 1_000);
  const { behind } = await readLog(stage.panel);
  const last = behind.findLast((waited) => waited > 0) ?? 0;
  return { firstFrames, behind: { median: median(behind), most: Math.max(...behind), atEnd: last } };
}
