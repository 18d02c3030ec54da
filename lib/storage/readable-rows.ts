import type { Chat, Feedback, Message, MessageBody } from '../domain/chat';
import type { Picture } from '../domain/pictures/picture';
import type { SnapshotRow } from './schema';

/**
 * What is read from the disk is a row only if it has what the code relies on; anything else is left where it is, not
 * shown, and counted.
 */
type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const orNothing =
  (check: Check): Check =>
  (value) =>
    value === null || value === undefined || check(value);
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const shape =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isObject(value) && Object.entries(fields).every(([name, check]) => check(value[name]));

const modelRef = shape({ providerId: isText, model: isText });
const isChat = shape({
  id: isText,
  title: isText,
  leafId: orNothing(isText),
  clearedLeafId: orNothing(isText),
  modelRef: orNothing(modelRef),
  tags: orNothing(listOf(isText)),
  queue: listOf(shape({ messageId: isText, answerId: isText, text: isText, modelRef })),
  deletedAt: orNothing(isNumber),
  createdAt: isNumber,
  updatedAt: isNumber,
});
const isMessage = shape({
  id: isText,
  chatId: isText,
  parentId: orNothing(isText),
  role: oneOf('user', 'assistant'),
  status: oneOf('streaming', 'complete', 'stopped', 'length', 'filtered', 'refused', 'interrupted', 'failed'),
  modelRef: orNothing(modelRef),
  assistantName: orNothing(isText),
  page: orNothing(shape({ snapshotId: isText, title: isText, url: isText })),
  error: orNothing(shape({ kind: isText })),
  sent: orNothing(
    shape({
      host: orNothing(isText),
      systemVersion: isNumber,
      budgetTokens: isNumber,
      continuedFrom: orNothing(isNumber),
      fingerprint: isText,
    }),
  ),
  createdAt: isNumber,
  finishedAt: orNothing(isNumber),
  deletion: orNothing(shape({ id: isText, at: isNumber })),
});
const isBody = shape({ messageId: isText, parts: listOf(shape({ type: isText, text: isText })) });
const isSnapshot = shape({
  id: isText,
  title: isText,
  url: isText,
  takenAt: isNumber,
  fence: isText,
  notes: listOf(isText),
  blocks: listOf(shape({ id: isText, kind: isText, text: isText, headings: listOf(isText) })),
  leftOut: orNothing(shape({ count: isNumber, pieces: listOf(shape({ reason: isText, text: isText })) })),
});
const isPicture = shape({
  id: isText,
  messageId: isText,
  mime: oneOf('image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'),
  width: isNumber,
  height: isNumber,
  data: isText,
  draftAt: orNothing(isNumber),
});
const isFeedback = shape({
  messageId: isText,
  rating: oneOf(0, 1),
  at: isNumber,
  reasons: orNothing(listOf(isText)),
});

/** The rows that panels and the engine read, by table. */
export interface ReadableRows {
  readonly chats: Chat;
  readonly messages: Message;
  readonly bodies: MessageBody;
  readonly snapshots: SnapshotRow;
  readonly attachments: Picture;
  readonly feedback: Feedback;
}

const CHECKS: Readonly<Record<keyof ReadableRows, Check>> = {
  chats: isChat,
  messages: isMessage,
  bodies: isBody,
  snapshots: isSnapshot,
  attachments: isPicture,
  feedback: isFeedback,
};

/** Whether a stored row of the table can be used. */
export function isReadable<Name extends keyof ReadableRows>(table: Name, row: unknown): row is ReadableRows[Name] {
  return CHECKS[table](row);
}
