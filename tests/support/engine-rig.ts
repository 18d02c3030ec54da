import { applyEvent, type Answer } from '../../lib/domain/apply-event';
import { textOf } from '../../lib/domain/content';
import type { ChatId, MessageId } from '../../lib/domain/ids';
import type { PageText } from '../../lib/domain/page';
import type { RunBatch, RunSnapshot } from '../../lib/domain/run';
import { createPageSource } from '../../lib/engine/capture-page';
import type { ResolvedModel } from '../../lib/engine/answer-events';
import { createChatEngine, type ChatEngine } from '../../lib/engine/chat-engine';
import type { ChatStore } from '../../lib/engine/chat-store';
import { UNCOUNTED, type Spending } from '../../lib/engine/spending/spending';
import type { SendRequest } from '../../lib/engine/engine-requests';
import type { Provider } from '../../lib/providers/provider';
import { createMemoryChatStore, type MemoryChatStore } from './memory-chat-store';
import { chatIdOf, messageIdOf, MODEL, numberedIds } from './rows';

/** A chat engine over a store in memory. */
export interface EngineRig {
  readonly engine: ChatEngine;
  readonly store: MemoryChatStore;
  /** What onActivity was told. */
  readonly activity: readonly boolean[];
}

interface RigOptions {
  readonly provider: Provider;
  readonly store?: MemoryChatStore;
  /** Wraps the store as the engine sees it. */
  readonly wrap?: (store: MemoryChatStore) => ChatStore;
  readonly readTab?: (tabId: number) => Promise<PageText>;
  readonly resolveModel?: () => Promise<ResolvedModel>;
  readonly spending?: Spending;
}

export function createEngineRig(options: RigOptions): EngineRig {
  const { provider, store = createMemoryChatStore(), wrap = (same) => same } = options;
  const seen = wrap(store);
  const newId = numberedIds();
  const activity: boolean[] = [];
  const readTab = options.readTab ?? (() => Promise.reject(new Error('No tab to read.')));
  const engine = createChatEngine({
    store: seen,
    pages: createPageSource({ store: seen, readTab, newId }),
    resolveModel:
      options.resolveModel ?? (async () => ({ provider, assistantName: 'Model', host: 'model.example' })),
    spending: options.spending ?? UNCOUNTED,
    ownerId: 'me',
    onActivity: (active) => activity.push(active),
    newId,
  });
  return { engine, store, activity };
}

/** A question for chat `c`; its ids are `q<n>` and `a<n>`. */
export function sendRequest(more: Partial<SendRequest> = {}, number = 1): SendRequest {
  return {
    chatId: chatIdOf('c'),
    messageId: messageIdOf(`q${number}`),
    answerId: messageIdOf(`a${number}`),
    text: `Question ${number}?`,
    modelRef: MODEL,
    readPage: null,
    page: null,
    ...more,
  };
}

/** A panel as strict as can be: a batch that is not exactly the next one of a run it knows is a problem. */
export interface Watcher {
  readonly problems: readonly string[];
  readonly batches: readonly RunBatch[];
  answer(messageId: MessageId): Answer | undefined;
  text(messageId: MessageId): string;
  close(): void;
}

export function watchChat(engine: ChatEngine, chatId: ChatId = chatIdOf('c')): Watcher {
  const problems: string[] = [];
  const batches: RunBatch[] = [];
  const runs = new Map<MessageId, RunSnapshot>();
  const { live, close } = engine.watch(chatId, {
    started: (snapshot) => runs.set(snapshot.messageId, snapshot),
    batch(batch) {
      batches.push(batch);
      const run = runs.get(batch.messageId);
      if (run?.runId !== batch.runId || batch.seq !== run.seq + 1) {
        problems.push(`batch ${batch.seq} of ${batch.runId} after ${run?.seq} of ${run?.runId}`);
        return;
      }
      runs.set(batch.messageId, { ...run, seq: batch.seq, answer: batch.events.reduce(applyEvent, run.answer) });
    },
  });
  for (const snapshot of live) runs.set(snapshot.messageId, snapshot);
  const answer = (messageId: MessageId) => runs.get(messageId)?.answer;
  return { problems, batches, answer, text: (id) => textOf(answer(id)?.parts ?? []), close };
}
