import * as v from 'valibot';
import type { ChatId, DeletionId, MessageId, ProviderId, SnapshotId, SummaryId } from '../domain/ids';

/** An id as a request names one. */
export const id = <Id extends string>() =>
  v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(100),
    v.transform((text) => text as Id),
  );
export const chatId = id<ChatId>();
export const messageId = id<MessageId>();
export const providerId = id<ProviderId>();
export const snapshotId = id<SnapshotId>();
export const deletionId = id<DeletionId>();
export const summaryId = id<SummaryId>();

export const model = v.pipe(v.string(), v.maxLength(300));
export const modelRef = v.object({ providerId, model });

/** Longest question or comment taken, in UTF-16 code units. */
export const longText = v.pipe(v.string(), v.maxLength(2_000_000));
export const shortText = v.pipe(v.string(), v.maxLength(4_000));

export const tabId = v.pipe(v.number(), v.integer(), v.minValue(0));
/** The page of a question; null: none. */
export const page = v.nullable(
  v.object({ tabId, snapshotId: v.nullable(snapshotId), alone: v.optional(v.boolean()) }),
);
