import { attachedTokens } from '../attachments/attached-to-prompt';
import { blockTokens, estimateTokens } from '../budget';
import { textOf } from '../content';
import { pageRoom } from '../model-budget';
import { chosenBlocks } from '../page';
import { layTurns, type LaidTurns, type TurnSource } from './lay-turns';

/** After a move the turns fill this share of their room: so much is free before the next. */
const KEPT_SHARE = 0.5;

/** What a model is told of a thread. */
export interface RememberedTurns extends Omit<LaidTurns, 'add'> {
  /** Index of the first message that the model sees. */
  readonly start: number;
}

/**
 * Lays out what of a thread fits into its budget: whole turns, without the oldest. Where memory begins follows from the
 * thread alone and moves in big steps: with the first question that does not fit it leaves half of the room free, and then
 * stays for as long as all fits, so that a prompt begins with the bytes of the one before. The last question always goes.
 * `from` is the index of the first message that may go.
 */
export function rememberTurns(source: TurnSource, from = 0): RememberedTurns {
  const { thread, budgetTokens } = source;
  const sizes = thread.map(({ parts }) => estimateTokens(textOf(parts)) + attachedTokens(parts));
  let start = from;
  let laid = layTurns(source, start);
  for (let index = from; index < thread.length; index += 1) {
    laid.add(index);
    // A prompt ends with a question, or with the answer that is to go on.
    if (thread[index]?.message.role !== 'user' && index < thread.length - 1) continue;
    let share = KEPT_SHARE;
    while (laid.tokens > budgetTokens) {
      const room = budgetTokens - pageSize(laid, source) - estimateTokens(source.opening);
      const next = nextStart(source, { start, index, sizes, tokens: room * share });
      if (next === start) break;
      start = next;
      laid = layTurns(source, start);
      for (let again = start; again <= index; again += 1) laid.add(again);
      // What later questions needed more of a page counts, too.
      share /= 2;
    }
  }
  return { start, turns: laid.turns, tokens: laid.tokens, pages: laid.pages, sent: laid.sent };
}

/** About how much the newest page will take where it is said again. */
function pageSize({ pages }: LaidTurns, { budgetTokens }: TurnSource): number {
  const page = pages.at(-1);
  if (page === undefined) return 0;
  const all = chosenBlocks(page).reduce((sum, block) => sum + blockTokens(block), 0);
  return Math.min(all, pageRoom(budgetTokens));
}

/** The first question after `start` from which on the texts fit into `tokens`; the last question where none does. */
function nextStart(
  { thread }: TurnSource,
  {
    start,
    index,
    sizes,
    tokens,
  }: {
    readonly start: number;
    readonly index: number;
    readonly sizes: readonly number[];
    readonly tokens: number;
  },
): number {
  let next = start;
  let size = 0;
  for (let at = index; at > start; at -= 1) {
    size += sizes[at] ?? 0;
    if (thread[at]?.message.role !== 'user') continue;
    if (size > tokens && next !== start) break;
    next = at;
  }
  return next;
}
