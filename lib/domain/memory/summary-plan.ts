import { fingerprint } from '../fingerprint';
import type { MessageId, SummaryId } from '../ids';
import { DEFAULT_BUDGET_TOKENS } from '../model-budget';
import type { PromptSource } from '../prompt';
import type { BranchSummary } from './chat-summary';
import { rememberThread } from './remember-thread';
import { summaryRoom, summaryWords, transcriptParts } from './summary-requests';

/** What a summary would be of, and made from. */
export interface SummaryPlan {
  /** The last message that it would be of. */
  readonly upTo: MessageId;
  /** How many messages of the branch it would be of, those of the former one among them. */
  readonly messages: number;
  /** The summary that it goes on from; null: none. */
  readonly former: BranchSummary | null;
  /** The messages after that, in stretches of which each is one request. */
  readonly parts: readonly string[];
  /** How it is asked for. */
  readonly wanted: { readonly fence: string; readonly words: number };
}

/**
 * Plans a summary of what of a thread does not go; `thread` ends with the question that would be asked next. It is of so
 * many messages that memory stays where it then begins. Null where all goes, or what does not is summarised already.
 */
export function planSummary(source: Omit<PromptSource, 'instructions'>): SummaryPlan | null {
  const { thread, summary = null, budgetTokens = DEFAULT_BUDGET_TOKENS } = source;
  const seen = rememberThread(source);
  if (seen.start === 0 || seen.start === seen.summarised) return null;
  const former = seen.summarised > 0 ? summary : null;
  const start = settledStart(source, seen.start, budgetTokens);
  const last = thread[start - 1]?.message;
  if (last === undefined) return null;
  return {
    upTo: last.id,
    messages: start,
    former,
    parts: transcriptParts(thread.slice(former === null ? 0 : seen.summarised, start), budgetTokens),
    wanted: { fence: fingerprint(last.id), words: summaryWords(budgetTokens) },
  };
}

/** Where memory begins once a summary of all before has its room, too. */
function settledStart(source: Omit<PromptSource, 'instructions'>, from: number, budgetTokens: number): number {
  const text = 'word '.repeat(Math.ceil((summaryRoom(budgetTokens) * 4) / 5));
  let start = from;
  for (;;) {
    const upTo = source.thread[start - 1]?.message.id;
    if (upTo === undefined) return start;
    const next = rememberThread({ ...source, summary: { ...PROBE, text, upTo, messages: start } }).start;
    if (next <= start) return start;
    start = next;
  }
}

/** Stands for the summary that is not made yet. */
const PROBE = {
  id: '' as SummaryId,
  fence: 'abcdef012345',
  modelRef: { providerId: '' as BranchSummary['modelRef']['providerId'], model: '' },
  assistantName: '',
  madeAt: 0,
};
