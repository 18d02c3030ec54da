import type { MessageId, SnapshotId } from '../ids';
import { withoutFormerChoices } from '../map/former-choices';
import { DEFAULT_BUDGET_TOKENS } from '../model-budget';
import type { PageSnapshot } from '../page';
import type { PromptSource } from '../prompt';
import { openingOf } from './chat-summary';
import { rememberTurns, type RememberedTurns } from './remember-turns';

/** What a model is told of a thread, and what is left of its pages. */
export interface RememberedThread extends RememberedTurns {
  /** How many messages a summary goes instead of. */
  readonly summarised: number;
  /** The first message that the model sees, where that is not the thread's first. */
  readonly firstSeen: MessageId | undefined;
  /** Index of the first message that may carry a page. */
  readonly firstWithPage: number;
  readonly snapshots: ReadonlyMap<SnapshotId, PageSnapshot>;
}

/**
 * Lays out of a thread what goes: the one place where it is decided where a model's memory of a chat begins. Where all of it
 * fits, all goes, and no summary.
 */
export function rememberThread({
  thread,
  snapshots: stored,
  budgetTokens = DEFAULT_BUDGET_TOKENS,
  modelRef = null,
  summary = null,
  pictures,
  sees = true,
}: Omit<PromptSource, 'instructions'>): RememberedThread {
  const snapshots = withoutFormerChoices(thread, stored);
  const firstWithPage = Math.max(
    0,
    thread.findLastIndex(({ message }) => message.page?.alone === true),
  );
  const source = { thread, snapshots, firstWithPage, budgetTokens, modelRef, sees, ...(pictures && { pictures }) };
  const whole = rememberTurns({ ...source, opening: '' });
  const upTo = thread.findIndex(({ message }) => message.id === summary?.upTo) + 1;
  const summarised = whole.start === 0 ? 0 : upTo;
  const turns =
    summary === null || summarised === 0
      ? whole
      : rememberTurns({ ...source, opening: openingOf(summary) }, summarised);
  const firstSeen = turns.start === 0 ? undefined : thread[turns.start]?.message.id;
  return { ...turns, summarised, firstSeen, firstWithPage, snapshots };
}
