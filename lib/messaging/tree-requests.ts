import * as v from 'valibot';
import { chatId, deletionId, messageId, shortText } from './request-values';

/** What a panel asks of a chat's tree: to look at another branch, to take some of it away, to go on elsewhere. */
export const treeRequests = [
  v.object({ type: v.literal('select-version'), messageId }),
  v.object({
    type: v.literal('delete-messages'),
    deletionId,
    messageId,
    scope: v.picklist(['turn', 'branch']),
  }),
  v.object({ type: v.literal('undo-delete-messages'), chatId, deletionId, leafId: v.nullable(messageId) }),
  v.object({ type: v.literal('fork-chat'), messageId, chatId }),
] as const;

/** A thumb with its reasons and words; null withdraws it. */
export const rateRequest = v.object({
  type: v.literal('rate'),
  messageId,
  rating: v.nullable(v.picklist([0, 1])),
  comment: v.nullable(shortText),
  reasons: v.exactOptional(
    v.pipe(
      v.array(
        v.picklist([
          'wrong',
          'not-from-page',
          'too-long',
          'did-not-follow',
          'right',
          'well-cited',
          'clear',
          'other',
        ]),
      ),
      v.readonly(),
    ),
  ),
});
