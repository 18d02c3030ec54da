import * as v from 'valibot';
import { chatId, messageId, modelRef, page, summaryId } from './request-values';

const question = { chatId, modelRef, page };
const summary = { messageId, summaryId };

/** What a panel asks of a model's memory of a chat. */
export const memoryRequests = [
  v.object({ type: v.literal('memory-start'), ...question }),
  v.object({ type: v.literal('plan-summary'), ...question }),
  v.object({
    type: v.literal('make-summary'),
    ...question,
    upTo: messageId,
    overBudget: v.exactOptional(v.boolean()),
  }),
  v.object({ type: v.literal('stop-summary'), chatId }),
  v.object({ type: v.literal('summary-state'), chatId }),
  v.object({
    type: v.literal('edit-summary'),
    ...summary,
    text: v.pipe(v.string(), v.maxLength(50_000), v.regex(/\S/)),
  }),
  v.object({ type: v.literal('drop-summary'), ...summary, dropped: v.boolean() }),
] as const;
