import type { SnapshotId } from '../ids';
import type { ModelParameters } from '../model-parameters';
import type { Prompt } from '../prompt';
import type { WholePagePlan } from './plan';

/** What is asked over a whole page, as its user sees it before it goes out, or after. */
export interface WholePageView {
  /** The host it goes to; null: it stays in the browser. */
  readonly host: string | null;
  readonly model: string;
  /** How it is asked to answer; the instructions among them end `system`. */
  readonly parameters: ModelParameters;
  readonly title: string;
  readonly snapshotId: SnapshotId;
  readonly plan: WholePagePlan;
  readonly system: string;
  /** The requests of the parts, word for word. */
  readonly parts: readonly Prompt['messages'][];
  /** The last request; before the parts are read without what is noted of them. Null: it did not go out. */
  readonly last: Prompt['messages'] | null;
  /** About how many tokens all requests and answers take together. */
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Whether these are the very bytes: false only where what was sent could not be told again as it was. */
  readonly exact: boolean;
}

/** About how many tokens the notes of a part take of those that may be noted, most parts having little to say. */
const NOTED_SHARE = 0.6;
/** About how many tokens the answer takes. */
const ANSWER_TOKENS = 700;
const TOKENS_PER_WORD = 1.4;

/** About what an answer over a whole page takes: `asked` tokens in all requests, of each part so many words noted at most. */
export function estimateWholePage(
  asked: number,
  parts: number,
  wordsEach: number,
): Pick<WholePageView, 'inputTokens' | 'outputTokens'> {
  const notes = Math.round(parts * wordsEach * TOKENS_PER_WORD * NOTED_SHARE);
  return { inputTokens: asked + notes, outputTokens: notes + ANSWER_TOKENS };
}
