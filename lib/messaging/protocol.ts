import * as v from 'valibot';
import type { KeyStatus } from '../domain/credentials';
import type { ChatError } from '../domain/errors';
import type { FoundServer } from '../domain/local/local-servers';
import type { ChatId, PictureId } from '../domain/ids';
import type { KeyLockView } from '../domain/key-lock';
import type { MemoryStart } from '../domain/memory/memory-start';
import type { SummaryState, SummaryView } from '../domain/memory/summary-view';
import type { ModelFacts } from '../domain/model-facts';
import type { PagePreview } from '../domain/page-preview';
import type { PassageOutcome } from '../domain/passage';
import type { RunBatch, RunSnapshot } from '../domain/run';
import type { RequestView } from '../domain/sent-request';
import type { StorageState } from '../domain/storage-state';
import type { WholePageView } from '../domain/whole-page/whole-page-view';
import { parts } from './answer-parts';
import { dataRequests, type DataReplies } from './data-requests';
import { memoryRequests } from './memory-requests';
import {
  chatId,
  id,
  longText,
  messageId,
  model,
  modelRef,
  page,
  providerId,
  shortText,
  snapshotId,
  tabId,
} from './request-values';
import { temporaryRequests } from './temporary-requests';
import { rateRequest, treeRequests } from './tree-requests';
import { parameters } from './answer-wishes';
import { askRequests } from './ask-requests';
import { attached, attachmentRequests } from './attachment-requests';

/** The name of the one runtime port between a panel and the background. */
export const PANEL_PORT = 'aside-panel';

/** Its name from a private window of Firefox, where one background serves private and other windows. */
export const PRIVATE_PANEL_PORT = 'aside-private-panel';

const passphrase = v.pipe(shortText, v.minLength(1));

/** Headers or query parameters as `GivenCredentials` takes them. */
const secrets = v.record(shortText, v.nullable(shortText));

const providerConfig = v.object({
  id: providerId,
  kind: v.picklist(['openai', 'anthropic', 'openai-compatible', 'ollama', 'browser', 'built-in']),
  preset: v.nullable(shortText),
  name: shortText,
  baseUrl: shortText,
  model,
  avatar: v.pipe(v.string(), v.maxLength(500_000)),
  allowInsecure: v.boolean(),
});

const chatChange = v.variant('kind', [
  v.object({ kind: v.picklist(['pin', 'archive', 'delete', 'unread']), on: v.boolean() }),
  v.object({ kind: v.literal('tag'), tag: v.pipe(v.string(), v.maxLength(100)), on: v.boolean() }),
]);

/** What a panel reads through the background where it can't read the database itself. */
export const panelQuery = v.variant('name', [
  v.object({ name: v.literal('chats') }),
  v.object({ name: v.literal('chat'), id: chatId }),
  v.object({ name: v.literal('messages'), chatId }),
  v.object({ name: v.literal('bodies'), ids: v.array(messageId) }),
  v.object({ name: v.literal('snapshots'), ids: v.array(snapshotId) }),
  v.object({ name: v.literal('pictures'), ids: v.array(id<PictureId>()) }),
  v.object({ name: v.literal('feedback'), ids: v.array(messageId) }),
  v.object({ name: v.literal('rated') }),
  v.object({ name: v.literal('chatIdsOfMessages') }),
]);

/** A query by its name, with what it asks for. */
export type PanelQuery = v.InferOutput<typeof panelQuery>;

/** What a panel may ask of the background. The schema is the guard: whatever does not fit is refused. */
export const panelRequest = v.variant('type', [
  v.object({ type: v.literal('watch'), chatId: v.nullable(chatId) }),
  ...askRequests,
  v.object({ type: v.literal('keep-shown'), messageId, parts }),
  v.object({ type: v.literal('stop'), messageId }),
  v.object({ type: v.literal('retry-now'), messageId }),
  v.object({ type: v.literal('unqueue'), chatId, messageId }),
  v.object({ type: v.literal('send-queued'), chatId }),
  v.object({ type: v.literal('rename-chat'), chatId, title: shortText }),
  v.object({ type: v.literal('clear-chat'), chatId }),
  v.object({ type: v.literal('undo-clear'), chatId }),
  v.object({ type: v.literal('organise-chats'), chatIds: v.array(chatId), change: chatChange }),
  v.object({ type: v.literal('look'), chatId: v.nullable(chatId), visible: v.boolean() }),
  ...treeRequests,
  ...temporaryRequests,
  ...attachmentRequests,
  v.object({ type: v.literal('set-read-page'), chatId, readPage: v.boolean() }),
  v.object({ type: v.literal('set-parameters'), chatId, parameters: v.nullable(parameters) }),
  rateRequest,
  v.object({
    type: v.literal('capture-page'),
    tabId,
    chatId: v.nullable(chatId),
    previous: v.nullable(snapshotId),
    confirmed: v.array(shortText),
  }),
  v.object({
    type: v.literal('choose-blocks'),
    snapshotId,
    omitted: v.array(shortText),
    kept: v.exactOptional(v.array(shortText)),
    chatId: v.nullable(chatId),
  }),
  v.object({
    type: v.literal('preview-request'),
    chatId: v.nullable(chatId),
    text: longText,
    attached: v.exactOptional(attached),
    modelRef,
    page,
    parameters: v.exactOptional(parameters),
    replaces: v.exactOptional(messageId),
  }),
  v.object({ type: v.literal('sent-request'), messageId }),
  v.object({
    type: v.literal('plan-whole-page'),
    chatId: v.nullable(chatId),
    text: longText,
    modelRef,
    page,
    parameters: v.exactOptional(parameters),
    replaces: v.exactOptional(messageId),
    answerId: v.exactOptional(messageId),
  }),
  v.object({ type: v.literal('sent-whole-page'), messageId }),
  ...memoryRequests,
  v.object({ type: v.literal('show-passage'), snapshotId, blockId: shortText, quote: longText }),
  v.object({
    type: v.literal('save-key'),
    providerId,
    host: shortText,
    value: v.exactOptional(v.pipe(shortText, v.minLength(1))),
    headers: v.exactOptional(secrets),
    query: v.exactOptional(secrets),
    session: v.exactOptional(v.boolean()),
  }),
  v.object({ type: v.literal('key-status'), providerId, host: shortText }),
  v.object({ type: v.literal('delete-key'), providerId }),
  v.object({ type: v.literal('key-lock') }),
  v.object({ type: v.literal('unlock-keys'), passphrase }),
  v.object({ type: v.literal('lock-keys') }),
  v.object({ type: v.literal('set-passphrase'), passphrase, current: v.nullable(passphrase) }),
  v.object({ type: v.literal('remove-passphrase'), current: passphrase }),
  v.object({ type: v.literal('forget-passphrase') }),
  v.object({ type: v.literal('set-auto-lock'), minutes: v.nullable(v.pipe(v.number(), v.minValue(1))) }),
  v.object({ type: v.literal('test-connection'), config: providerConfig }),
  v.object({ type: v.literal('list-models'), config: providerConfig }),
  v.object({ type: v.literal('find-servers'), at: v.nullable(shortText) }),
  v.object({ type: v.literal('query'), query: panelQuery }),
  v.object({ type: v.literal('give-up-database') }),
  v.object({ type: v.literal('retry-storage') }),
  v.object({ type: v.literal('note-chats') }),
  ...dataRequests,
]);

/** A request by its type, with what it asks. */
export type PanelRequest = v.InferOutput<typeof panelRequest>;

/** What came of trying a provider. */
export type ConnectionTest =
  | { readonly ok: true; readonly models: readonly ModelFacts[]; readonly note?: string | undefined }
  | { readonly ok: false; readonly error: ChatError };

/** What each request is answered with; those not named with nothing. */
export interface PanelReplies extends DataReplies {
  watch: readonly RunSnapshot[];
  'capture-page': PagePreview;
  'choose-blocks': PagePreview;
  'preview-request': RequestView;
  'sent-request': RequestView | null;
  'plan-whole-page': WholePageView;
  'sent-whole-page': WholePageView | null;
  'memory-start': MemoryStart;
  'plan-summary': SummaryView;
  'summary-state': SummaryState | null;
  'show-passage': PassageOutcome;
  'key-status': KeyStatus;
  'key-lock': KeyLockView;
  /** Whether the passphrase fits. */
  'unlock-keys': boolean;
  'set-passphrase': boolean;
  'remove-passphrase': boolean;
  'test-connection': ConnectionTest;
  'list-models': ConnectionTest;
  'find-servers': readonly FoundServer[];
  /** Rows, as the query of that name in lib/storage gives them. */
  query: unknown;
  'retry-storage': StorageState;
}

export type ReplyTo<Type extends PanelRequest['type']> = Type extends keyof PanelReplies
  ? PanelReplies[Type]
  : null;

/** A request on its way, with the number its reply will carry. */
export const requestEnvelope = v.object({ requestId: v.number(), request: panelRequest });
export type RequestEnvelope = v.InferOutput<typeof requestEnvelope>;

/** What the background sends. It is our own code, over a port only it can hold: panels trust its shape. */
export type BackgroundMessage =
  | { readonly type: 'reply'; readonly requestId: number; readonly value: unknown }
  | { readonly type: 'failure'; readonly requestId: number; readonly error: ChatError }
  | { readonly type: 'run-snapshot'; readonly snapshot: RunSnapshot }
  | { readonly type: 'run-batch'; readonly batch: RunBatch }
  | { readonly type: 'summary-state'; readonly chatId: ChatId; readonly state: SummaryState | null }
  /** The first message over every port, and again with every change. */
  | { readonly type: 'storage-state'; readonly state: StorageState }
  /** All chats were deleted: whoever shows one begins anew. */
  | { readonly type: 'erased' };
