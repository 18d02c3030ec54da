declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** Of a conversation. */
export type ChatId = Branded<'ChatId'>;
export type MessageId = Branded<'MessageId'>;
export type RunId = Branded<'RunId'>;
export type SnapshotId = Branded<'SnapshotId'>;
/** Of a picture in an answer. */
export type PictureId = Branded<'PictureId'>;
/** Of one act of deleting messages, which is undone as a whole. */
export type DeletionId = Branded<'DeletionId'>;
/** Of a summary of a chat's earlier messages. */
export type SummaryId = Branded<'SummaryId'>;
export type ProviderId = Branded<'ProviderId'>;

/** Makes a fresh unique string. Injected wherever ids are made, so that tests can number them. */
export type MakeId = () => string;

/** The id maker of production code: a random UUID (RFC 9562, version 4). */
export const randomId: MakeId = () => crypto.randomUUID();
