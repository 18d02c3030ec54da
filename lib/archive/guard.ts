import * as v from 'valibot';
import type { Chat, Feedback, Message, QueuedQuestion } from '../domain/chat';
import { REASONS } from '../domain/feedback/reasons';
import type { ChatSummary } from '../domain/memory/chat-summary';
import type { PageSnapshot } from '../domain/page';
import type { Picture } from '../domain/pictures/picture';
import { parameters, persona, wholePage } from '../messaging/answer-wishes';
import { attached } from './guard-parts';
import { chatError, count, id, short, text, time, usage, type Fields } from './guard-values';

// The rows of an archive, field by field. What is not named here is dropped, whatever a file calls it. The compiler asks
// for a field that a row has and its schema has not: decide there whether and how it may come from a file.

const modelRef = v.object({ providerId: id, model: v.pipe(v.string(), v.maxLength(300)) });

const queued = v.object({
  messageId: id,
  answerId: id,
  text,
  modelRef,
  page: v.nullable(v.object({ tabId: count, snapshotId: v.nullable(id), alone: v.exactOptional(v.boolean()) })),
  replaces: v.exactOptional(id),
  wholePage: v.exactOptional(wholePage),
  attached: v.exactOptional(v.pipe(v.array(attached), v.readonly())),
  after: v.exactOptional(id),
  parameters: v.exactOptional(parameters),
} satisfies Fields<QueuedQuestion>);

/** A chat's row. */
export const chatSchema = v.object({
  id,
  title: short,
  leafId: v.nullable(id),
  clearedLeafId: v.nullable(id),
  modelRef: v.nullable(modelRef),
  readPage: v.nullable(v.boolean()),
  personaId: v.nullable(id),
  persona: v.exactOptional(v.nullable(persona)),
  parameters: v.exactOptional(v.nullable(parameters)),
  pinned: v.boolean(),
  archived: v.boolean(),
  tags: v.exactOptional(v.pipe(v.array(short), v.maxLength(1_000))),
  unread: v.exactOptional(v.boolean()),
  temporary: v.boolean(),
  queue: v.array(queued),
  deletedAt: v.nullable(time),
  createdAt: time,
  updatedAt: time,
} satisfies Fields<Chat>);

const spent = v.object({
  requests: count,
  usage,
  cost: v.nullable(v.pipe(v.number(), v.minValue(0))),
  estimated: v.exactOptional(v.literal(true)),
} satisfies Fields<NonNullable<Message['spent']>>);

const sent = v.object({
  host: v.nullable(short),
  systemVersion: v.number(),
  budgetTokens: v.number(),
  continuedFrom: v.nullable(count),
  tokens: v.exactOptional(v.number()),
  cut: v.exactOptional(v.object({ blocks: count, ofBlocks: count })),
  combined: v.exactOptional(v.boolean()),
  summary: v.exactOptional(id),
  blind: v.exactOptional(v.boolean()),
  fingerprint: short,
} satisfies Fields<NonNullable<Message['sent']>>);

const summary = v.object({
  id,
  text,
  messages: count,
  fence: v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/)),
  modelRef,
  assistantName: short,
  madeAt: time,
  editedAt: v.exactOptional(time),
  dropped: v.exactOptional(v.boolean()),
  usage: v.exactOptional(usage),
} satisfies Fields<ChatSummary>);

/** A message's row. */
export const messageSchema = v.object({
  id,
  chatId: id,
  parentId: v.nullable(id),
  role: v.picklist(['user', 'assistant']),
  status: v.picklist([
    'streaming',
    'complete',
    'stopped',
    'length',
    'filtered',
    'refused',
    'interrupted',
    'failed',
  ]),
  modelRef: v.nullable(modelRef),
  assistantName: v.nullable(short),
  page: v.nullable(
    v.object({ snapshotId: id, alone: v.exactOptional(v.boolean()), title: v.string(), url: v.string() }),
  ),
  error: v.nullable(chatError),
  note: v.nullable(short),
  usage: v.nullable(usage),
  spent: v.exactOptional(spent),
  sent: v.exactOptional(sent),
  summaries: v.exactOptional(v.pipe(v.array(summary), v.maxLength(1_000))),
  wholePage: v.exactOptional(wholePage),
  personaId: v.exactOptional(id),
  parameters: v.exactOptional(parameters),
  createdAt: time,
  finishedAt: v.nullable(time),
  deletion: v.exactOptional(v.object({ id, at: time })),
} satisfies Fields<Message>);

/** A thumb. */
export const feedbackSchema = v.object({
  messageId: id,
  rating: v.picklist([0, 1]),
  at: time,
  comment: v.nullable(short),
  reasons: v.exactOptional(v.pipe(v.array(v.picklist([...REASONS[0], ...REASONS[1]])), v.maxLength(20))),
} satisfies Fields<Feedback>);

const block = v.object({
  id: short,
  kind: v.picklist(['heading', 'paragraph', 'list', 'table', 'code', 'quote', 'figure', 'formula']),
  headings: v.array(v.string()),
  text: v.string(),
  collapsed: v.exactOptional(v.boolean()),
  selected: v.exactOptional(v.boolean()),
} satisfies Fields<PageSnapshot['blocks'][number]>);

const leftOut = v.object({
  count,
  pieces: v.array(
    v.object({
      reason: v.picklist([
        'not-rendered',
        'transparent',
        'clipped',
        'off-screen',
        'aria-hidden',
        'tiny',
        'same-colour',
        'covered',
        'characters',
      ]),
      text: v.string(),
    }),
  ),
});

/** A page as it was read. */
export const pageSchema = v.object({
  id,
  title: v.string(),
  url: v.string(),
  language: v.nullable(short),
  blocks: v.array(block),
  notes: v.array(v.string()),
  asksPassword: v.exactOptional(v.boolean()),
  leftOut: v.exactOptional(leftOut),
  takenAt: time,
  tabId: v.nullable(v.number()),
  fence: short,
  omitted: v.exactOptional(v.array(short)),
  kept: v.exactOptional(v.array(short)),
  chosenAt: v.exactOptional(time),
} satisfies Fields<PageSnapshot>);

const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'] as const;
const pixels = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99_999));

/** A picture, its data apart. */
export const pictureSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
  messageId: id,
  mime: v.picklist(PICTURE_TYPES),
  width: pixels,
  height: pixels,
  data: v.pipe(v.string(), v.maxLength(30_000_000)),
  // What comes from a file belongs to a message.
} satisfies Fields<Omit<Picture, 'draftAt'>>);
