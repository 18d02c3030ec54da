import fc from 'fast-check';
import type { Chat, Message, QueuedQuestion } from '../../../lib/domain/chat';
import type { DeletionId, MessageId, SnapshotId, SummaryId } from '../../../lib/domain/ids';
import type { ChatSummary } from '../../../lib/domain/memory/chat-summary';
import type { SentRecord } from '../../../lib/domain/sent-request';
import type { Spent } from '../../../lib/domain/spending/spent';
import { filePart } from './any-parts';
import { amount, anyRow, count, text, time, word, type OptionalKeys } from './any-row';
import { chatError, modelRef, parameters, persona, usage, wholePage } from './any-values';

const messageId = word.map((id) => id as MessageId);
const summaryId = word.map((id) => id as SummaryId);

const spent = anyRow<Spent>(
  { requests: count, usage, cost: fc.option(amount), estimated: fc.constant(true) },
  'requests',
  'usage',
  'cost',
);

const sent = anyRow<SentRecord>(
  {
    host: fc.option(text),
    systemVersion: count,
    budgetTokens: count,
    continuedFrom: fc.option(count),
    tokens: count,
    cut: fc.record({ blocks: count, ofBlocks: count }),
    summary: summaryId,
    combined: fc.boolean(),
    blind: fc.boolean(),
    fingerprint: word,
  },
  'host',
  'systemVersion',
  'budgetTokens',
  'continuedFrom',
  'fingerprint',
);

const summary = anyRow<ChatSummary>(
  {
    id: summaryId,
    text,
    messages: count,
    fence: word,
    modelRef,
    assistantName: text,
    madeAt: time,
    editedAt: time,
    dropped: fc.boolean(),
    usage,
  },
  'id',
  'text',
  'messages',
  'fence',
  'modelRef',
  'assistantName',
  'madeAt',
);

type Outcome = 'status' | 'error' | 'note' | 'usage' | 'modelRef' | 'assistantName';

/** How answers end, and every field that a message may do without. */
export const messageFields = anyRow<Pick<Message, OptionalKeys<Message> | Outcome>>(
  {
    status: fc.constantFrom('complete', 'stopped', 'length', 'filtered', 'refused', 'interrupted', 'failed'),
    error: fc.option(chatError),
    note: fc.option(text),
    usage: fc.option(usage),
    modelRef: fc.option(modelRef),
    assistantName: fc.option(text),
    personaId: word,
    parameters,
    spent,
    sent,
    wholePage,
    summaries: fc.array(summary, { maxLength: 2 }),
    deletion: fc.record({ id: word.map((id) => id as DeletionId), at: time }),
  },
  'status',
  'error',
  'note',
  'usage',
  'modelRef',
  'assistantName',
);

const queued = anyRow<QueuedQuestion>(
  {
    messageId,
    answerId: messageId,
    text,
    attached: fc.array(filePart, { maxLength: 2 }),
    modelRef,
    page: fc.option(
      fc.record(
        { tabId: count, snapshotId: fc.option(word.map((id) => id as SnapshotId)), alone: fc.boolean() },
        { requiredKeys: ['tabId', 'snapshotId'], noNullPrototype: true },
      ),
    ),
    parameters,
    replaces: messageId,
    wholePage,
    after: messageId,
  },
  'messageId',
  'answerId',
  'text',
  'modelRef',
  'page',
);

type Setting = 'title' | 'pinned' | 'archived' | 'readPage' | 'personaId' | 'modelRef' | 'queue';

/** What a chat is set to, and every field that it may do without. */
export const chatFields = anyRow<Pick<Chat, OptionalKeys<Chat> | Setting>>(
  {
    title: text,
    pinned: fc.boolean(),
    archived: fc.boolean(),
    readPage: fc.option(fc.boolean()),
    personaId: fc.option(word),
    persona: fc.option(persona),
    parameters: fc.option(parameters),
    modelRef: fc.option(modelRef),
    tags: fc.array(text, { minLength: 1, maxLength: 3 }),
    unread: fc.boolean(),
    queue: fc.array(queued, { maxLength: 2 }),
  },
  'title',
  'pinned',
  'archived',
  'readPage',
  'personaId',
  'modelRef',
  'queue',
);
