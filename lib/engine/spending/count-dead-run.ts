import type { Message } from '../../domain/chat';
import { spentOn } from '../../domain/spending/spent';
import type { SpendingEntry } from '../../domain/spending/spending-book';
import type { AnswerSources } from '../answer-events';

/** Tells what the request of a dead run took; null where none went out or that is not known. Never rejects. */
export type CountDeadRun = (message: Message) => Promise<SpendingEntry | null>;

/**
 * Makes the estimate of requests that a background did not live to see counted: by what was sent and what had come. The
 * parts of a whole page were counted one by one; of an answer taken up again it is not known whether it was asked.
 */
export function createDeadRunCounter({
  store,
  resolveModel,
}: Pick<AnswerSources, 'store' | 'resolveModel'>): CountDeadRun {
  return async (message) => {
    const { id, sent, usage, modelRef, wholePage } = message;
    if (sent?.tokens === undefined || sent.host === null || usage !== null) return null;
    if (modelRef === null || wholePage !== undefined) return null;
    const { tokens } = sent;
    try {
      const { price, assistantName } = await resolveModel(modelRef);
      const parts = (await store.thread(id)).at(-1)?.parts ?? [];
      const received = parts.map(({ text }) => text).join('');
      const spent = spentOn({ usage: null, received, end: 'stopped', price, sentTokens: () => tokens });
      return spent && { modelRef, provider: assistantName, spent };
    } catch {
      // Its model is not set up any more.
      return null;
    }
  };
}
