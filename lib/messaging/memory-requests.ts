import * as v from 'valibot';
import { chatId, modelRef, page } from './request-values';

/** What a panel asks of a model's memory of a chat. */
export const memoryRequests = [v.object({ type: v.literal('memory-start'), chatId, modelRef, page })] as const;
