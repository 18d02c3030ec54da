import type { Message, ModelRef } from '../domain/chat';
import { ChatFailure, toChatError } from '../domain/errors';
import type { MakeId, MessageId } from '../domain/ids';
import { budgetFor } from '../domain/model-budget';
import type { Picture } from '../domain/pictures/picture';
import type { SentRecord } from '../domain/sent-request';
import type { RunEvent } from '../domain/stream-event';
import type { Provider } from '../providers/provider';
import type { ChatStore } from './chat-store';
import { pageRef, type PageRequest } from '../domain/page';
import type { PageSource } from './page-source';
import type { Patience } from './patience';
import { withPictures } from './pictures/with-pictures';
import { promptFor } from './prompt-for';
import { withRetries } from './with-retries';
import { withThinkingTimes } from './with-thinking-times';

/** A model as the engine uses it: its provider, and the name its answers carry. */
export interface ResolvedModel {
  readonly provider: Provider;
  readonly assistantName: string;
  /** The host that its requests go to; null: they stay in the browser. */
  readonly host: string | null;
  /** Tokens that question and answer may take together; missing where that is not known. */
  readonly contextTokens?: number | undefined;
}

/** What an answer is made from. */
export interface AnswerSources {
  readonly store: ChatStore;
  readonly pages: PageSource;
  /** Finds a model's provider; rejects with a ChatFailure that says what is missing. */
  readonly resolveModel: (modelRef: ModelRef) => Promise<ResolvedModel>;
  readonly newId: MakeId;
  readonly now?: () => number;
}

/** What the engine hears of an answer: what its watchers do, and with what it is asked. */
export type AnswerEvent = RunEvent | { readonly type: 'asked'; readonly sent: SentRecord };

/**
 * All that happens to one answer, as events: reading the page, asking the provider, its stream. Never throws; ends
 * with exactly one `end`, `error` or `stop`. `message` is the answer's row, `page` a page still to be read for its
 * question.
 */
export async function* answerEvents(
  sources: AnswerSources,
  message: Message,
  { page, patience }: { readonly page: PageRequest | null; readonly patience: Patience },
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void, void> {
  try {
    if (page !== null && message.parentId !== null) {
      yield { type: 'phase', phase: 'reading-page' };
      await attachPage(sources, message, message.parentId, page, signal);
    }
    yield { type: 'phase', phase: 'waiting' };
    const model = message.modelRef;
    if (model === null) throw new ChatFailure({ kind: 'no-provider' });
    const { provider, host, contextTokens } = await orAborted(sources.resolveModel(model), signal);
    const { prompt, sent } = await orAborted(promptFor(sources.store, message, budgetFor(contextTokens)), signal);
    yield { type: 'asked', sent: { host, ...sent } };
    const { now = Date.now } = sources;
    const { leftOut: _leftOut, ...request } = prompt;
    const ask = () => provider({ ...request, model: model.model }, signal);
    const answer = withRetries(ask, { wait: (ms) => patience.wait(ms, signal), now });
    const keeping = {
      messageId: message.id,
      newId: sources.newId,
      keep: (picture: Picture) => sources.store.putPicture(picture),
      now,
    };
    yield* withThinkingTimes(withPictures(untilAborted(answer, signal), keeping), now);
  } catch (reason) {
    yield signal.aborted ? { type: 'stop' } : { type: 'error', error: toChatError(reason) };
  }
}

/** Whether nothing comes after the event. */
export function isEnd(event: AnswerEvent): boolean {
  return event.type === 'end' || event.type === 'error' || event.type === 'stop';
}

async function attachPage(
  { store, pages }: AnswerSources,
  message: Message,
  questionId: MessageId,
  page: PageRequest,
  signal: AbortSignal,
): Promise<void> {
  const snapshot = await orAborted(pages.capture(page, message.chatId, { signal }), signal);
  await store.setPage(questionId, pageRef(snapshot, page));
}

/** The work's outcome, or a rejection as soon as the signal aborts: nothing that hangs holds up Stop. */
function orAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

/**
 * Passes a provider's events on; an abort ends them at once, whatever the provider does. Its generator is freed at
 * the end, which is not waited for: it may never stir again.
 */
async function* untilAborted(
  events: AsyncIterable<RunEvent>,
  signal: AbortSignal,
): AsyncGenerator<RunEvent, void, void> {
  const iterator = events[Symbol.asyncIterator]();
  const aborted = new Promise<'aborted'>((resolve) => {
    if (signal.aborted) resolve('aborted');
    signal.addEventListener('abort', () => resolve('aborted'), { once: true });
  });
  try {
    for (;;) {
      const next = iterator.next();
      const result = await Promise.race([next, aborted]);
      if (result === 'aborted') {
        next.catch(() => undefined);
        return yield { type: 'stop' };
      }
      if (result.done === true) return yield { type: 'error', error: { kind: 'stream-broken' } };
      yield result.value;
      if (isEnd(result.value)) return;
    }
  } finally {
    void iterator.return?.().catch(() => undefined);
  }
}
