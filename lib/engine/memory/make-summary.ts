import { ChatFailure, type ChatError } from '../../domain/errors';
import type { SummaryPlan } from '../../domain/memory/summary-plan';
import { summaryRequest, SUMMARY_SYSTEM_TEXT } from '../../domain/memory/summary-requests';
import type { Prompt } from '../../domain/prompt';
import type { StreamEvent, Usage } from '../../domain/stream-event';
import { sumUsage } from '../../domain/whole-page/finding';
import { fitNotes } from '../../domain/whole-page/notes';
import { untilAborted } from '../until-aborted';
import { withRetries } from '../with-retries';

/** How a summary is made. */
export interface SummaryMaking {
  readonly ask: (prompt: Omit<Prompt, 'leftOut'>) => AsyncIterable<StreamEvent>;
  readonly wait: (ms: number) => Promise<void>;
  readonly now: () => number;
  /** Called as each request begins, from 0. */
  readonly onPart: (part: number) => void;
  /** Tokens that it takes at most. */
  readonly room: number;
}

/** The request of one stretch of messages, with what was summarised before it. */
export function summaryPrompt(
  { parts, wanted }: SummaryPlan,
  part: number,
  former: Parameters<typeof summaryRequest>[1],
): Omit<Prompt, 'leftOut'> {
  const text = summaryRequest(parts[part] ?? '', former, wanted);
  return { system: SUMMARY_SYSTEM_TEXT, messages: [{ role: 'user', text }], question: text, pages: [] };
}

/**
 * Makes a summary, a request for each stretch of messages, each going on from the summary before it. Null where it was
 * stopped. Rejects with a ChatFailure where a model fails, declines or ends too soon: there is no half of a summary.
 */
export async function makeSummary(
  making: SummaryMaking,
  plan: SummaryPlan,
  signal: AbortSignal,
): Promise<{ readonly text: string; readonly usage: Usage | null } | null> {
  const usages: (Usage | null)[] = [];
  let { former }: { former: { text: string; fence: string } | null } = plan;
  for (const part of plan.parts.keys()) {
    making.onPart(part);
    const made = await askOne(making, summaryPrompt(plan, part, former), signal);
    if (made === null) return null;
    usages.push(made.usage);
    const [text = ''] = fitNotes([made.text], making.room).notes;
    former = { text, fence: former?.fence ?? plan.wanted.fence };
  }
  return former === null ? null : { text: former.text, usage: sumUsage(usages) };
}

async function askOne(
  { ask, wait, now }: SummaryMaking,
  prompt: Omit<Prompt, 'leftOut'>,
  signal: AbortSignal,
): Promise<{ readonly text: string; readonly usage: Usage | null } | null> {
  let text = '';
  let usage: Usage | undefined;
  for await (const event of untilAborted(
    withRetries(() => ask(prompt), { wait, now }),
    signal,
  )) {
    switch (event.type) {
      case 'text-delta':
        text += event.text;
        break;
      case 'usage':
        usage = { ...usage, ...event.usage };
        break;
      case 'stop':
        return null;
      case 'error':
        throw new ChatFailure(event.error);
      case 'end':
        if (event.reason !== 'complete') throw new ChatFailure(NO_SUMMARY[event.reason] ?? { kind: 'unknown' });
        if (text.trim() === '') throw new ChatFailure({ kind: 'empty-answer' });
        return { text: text.trim(), usage: usage ?? null };
      default:
        break;
    }
  }
  throw new ChatFailure({ kind: 'stream-broken' });
}

const NO_SUMMARY: Readonly<Partial<Record<string, ChatError>>> = {
  length: { kind: 'unknown', detail: 'The summary was cut off before its end.' },
  refused: { kind: 'unknown', detail: 'The model declined to summarise these messages.' },
  filtered: { kind: 'unknown', detail: 'The provider’s content filter held the summary back.' },
};
