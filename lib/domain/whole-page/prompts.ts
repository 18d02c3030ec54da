import { estimateTokens } from '../budget';
import type { ModelRef, ThreadMessage } from '../chat';
import { textOf } from '../content';
import type { BranchSummary } from '../memory/chat-summary';
import { chosenBlocks, type PageSnapshot } from '../page';
import { buildPrompt, type Prompt } from '../prompt';
import type { FindingPart } from './finding';
import { blocksOf, type WholePagePlan } from './plan';
import { combineRequest, partRequest } from './requests';

/** Of the budget, what of the chat so far goes along with each part. */
const CHAT_SHARE = 0.1;

/** What the requests of an answer over a whole page are made from. */
export interface WholePageSource {
  /** The branch, ending with the question. */
  readonly thread: readonly ThreadMessage[];
  readonly page: PageSnapshot;
  readonly plan: WholePagePlan;
  readonly budgetTokens: number;
  readonly modelRef: ModelRef | null;
  readonly summary?: BranchSummary | null;
  /** What the model is told beside Aside's system text. */
  readonly instructions?: string | undefined;
}

/** The request of one part: the end of the chat, the part in its fence, and what to note of it. */
export function partPrompt(source: WholePageSource, part: number): Prompt {
  const { thread, page, plan, budgetTokens, modelRef, instructions } = source;
  const stretch = plan.parts[part];
  const question = thread.at(-1);
  if (stretch === undefined || question === undefined) throw new Error(`There is no part ${part}.`);
  const { omitted: _omitted, ...whole } = page;
  const partOfPage: PageSnapshot = { ...whole, blocks: blocksOf(chosenBlocks(page), stretch) };
  const text = partRequest(textOf(question.parts), { part, parts: plan.parts.length, budgetTokens });
  const { id: snapshotId, title, url } = page;
  const asked = { ...question.message, page: { snapshotId, title, url } };
  return buildPrompt({
    thread: [
      ...recentTurns(thread.slice(0, -1), budgetTokens * CHAT_SHARE),
      { message: asked, parts: [{ type: 'text', text }] },
    ],
    snapshots: new Map([[snapshotId, partOfPage]]),
    // The part was measured when it was planned.
    budgetTokens: Number.MAX_SAFE_INTEGER,
    modelRef,
    instructions,
  });
}

/**
 * The last request: the chat, and the question with the notes of all parts; to go on from `partial`, the answer so far, where
 * that is not empty.
 */
export function combinePrompt(
  source: WholePageSource,
  findings: readonly FindingPart[],
  partial: ThreadMessage | null,
): { readonly prompt: Prompt; readonly shortened: number } {
  const { thread, page, budgetTokens, modelRef, summary = null, instructions } = source;
  const question = thread.at(-1);
  if (question === undefined) throw new Error('There is no question.');
  const { text, shortened } = combineRequest(textOf(question.parts), page, findings, budgetTokens);
  const asked: ThreadMessage = { message: question.message, parts: [{ type: 'text', text }] };
  const all = [...thread.slice(0, -1), asked, ...(partial === null ? [] : [partial])];
  const prompt = buildPrompt({
    thread: all.map(withoutPage),
    snapshots: new Map(),
    budgetTokens,
    modelRef,
    summary,
    instructions,
  });
  return { prompt, shortened };
}

/** The newest questions with their answers that fit into `tokens`, without their pages. */
function recentTurns(thread: readonly ThreadMessage[], tokens: number): readonly ThreadMessage[] {
  let used = 0;
  let first = thread.length;
  for (let index = thread.length - 1; index >= 0; index -= 1) {
    const entry = thread[index];
    if (entry === undefined) break;
    used += estimateTokens(textOf(entry.parts));
    if (used > tokens) break;
    if (entry.message.role === 'user') first = index;
  }
  return thread.slice(first).map(withoutPage);
}

function withoutPage({ message, parts }: ThreadMessage): ThreadMessage {
  return { message: { ...message, page: null }, parts };
}
