import type { Message, ModelRef } from '../domain/chat';
import { ChatFailure, toChatError } from '../domain/errors';
import type { MakeId, MessageId } from '../domain/ids';
import { budgetFor } from '../domain/model-budget';
import type { Picture } from '../domain/pictures/picture';
import { bringsPictures } from '../domain/pictures/sent-picture';
import type { Prompt } from '../domain/prompt';
import { withRefusedParameter } from '../domain/refused-parameter';
import type { ModelPrice } from '../domain/model-facts';
import { promptTokens, type SentRecord } from '../domain/sent-request';
import type { RunEvent } from '../domain/stream-event';
import type { Provider } from '../providers/provider';
import type { ChatStore } from './chat-store';
import { pageRef, type PageRequest } from '../domain/page';
import type { PageSource } from './page-source';
import type { Patience } from './patience';
import { withPictures } from './pictures/with-pictures';
import { promptFor } from './prompt-for';
import type { Ahead } from './read-ahead';
import type { Bill } from './spending/bill';
import type { Spending } from './spending/spending';
import { orAborted, untilAborted } from './until-aborted';
import { withRetries } from './with-retries';
import { readWholePage, wholePageState, withParts, type LastRequest } from './whole-page/whole-page-answer';
import { withThinkingTimes } from './with-thinking-times';

/** A model as the engine uses it: its provider, and the name its answers carry. */
export interface ResolvedModel {
  readonly provider: Provider;
  readonly assistantName: string;
  /** The host that its requests go to; null: they stay in the browser. */
  readonly host: string | null;
  /** Tokens that question and answer may take together; missing where that is not known. */
  readonly contextTokens?: number | undefined;
  /** Missing where it is not known. */
  readonly price?: ModelPrice | undefined;
  /** Whether the model sees pictures; missing where that is not known. */
  readonly seesImages?: boolean | undefined;
}

/** What an answer is made from. */
export interface AnswerSources {
  readonly store: ChatStore;
  readonly pages: PageSource;
  /** Finds a model's provider; rejects with a ChatFailure that says what is missing. */
  readonly resolveModel: (modelRef: ModelRef) => Promise<ResolvedModel>;
  /** Where its requests are counted. */
  readonly spending: Spending;
  readonly newId: MakeId;
  readonly now?: () => number;
}

/** What the engine hears of an answer: what its watchers do, and with what it is asked. */
export type AnswerEvent = RunEvent | { readonly type: 'asked'; readonly sent: SentRecord };

/** How an answer is asked for. */
export interface Asking {
  /** A page still to be read for the answer's question. */
  readonly page: PageRequest | null;
  readonly patience: Patience;
  /** What its requests are put on. */
  readonly bill: Bill;
  /** What was looked for already; nothing of it where there is a page to be read. */
  readonly ahead?: Ahead | undefined;
}

/**
 * All that happens to one answer, as events: reading the page, asking the provider, its stream. Never throws; ends
 * with exactly one `end`, `error` or `stop`. `message` is the answer's row.
 */
export async function* answerEvents(
  sources: AnswerSources,
  message: Message,
  { page, patience, bill, ahead }: Asking,
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
    const resolving = ahead?.resolved ?? sources.resolveModel(model);
    // What is stored is read meanwhile; asked part by part, it is not the whole prompt.
    const whole =
      message.wholePage === undefined
        ? (ahead?.prompt ?? promptFor(sources.store, message, budgetOf(resolving), sightOf(resolving)))
        : null;
    whole?.catch(() => undefined);
    const { provider, host, contextTokens, assistantName, price, seesImages } = await orAborted(resolving, signal);
    const billed = { modelRef: model, provider: assistantName, price };
    await bill.clear(billed);
    const { now = Date.now } = sources;
    const budgetTokens = budgetFor(contextTokens);
    const wait = (ms: number) => patience.wait(ms, signal);
    const { instructions: _inSystem, ...parameters } = message.parameters ?? {};
    const ask = ({ leftOut: _leftOut, ...request }: Prompt) =>
      bill.ask(
        billed,
        () => provider({ ...request, model: model.model, parameters }, signal),
        () => promptTokens(request),
      );
    let last: LastRequest | null = null;
    if (message.wholePage !== undefined) {
      const state = wholePageState(sources.store, message, message.wholePage, budgetTokens);
      last = yield* readWholePage(await orAborted(state, signal), { ask, host, wait, now }, signal);
      if (last === null) return;
      await bill.clear(billed);
    }
    const { prompt, sent } =
      last ?? (await orAborted(whole ?? promptFor(sources.store, message, budgetTokens), signal));
    if (seesImages === false && bringsPictures(prompt.messages)) {
      throw new ChatFailure({ kind: 'cannot-see', ...(host === null ? {} : { host }) });
    }
    yield { type: 'asked', sent: { ...sent, host } };
    const retried = withRetries(() => ask(prompt), { wait, now });
    const answer = last === null ? retried : withParts(retried, last);
    const keeping = {
      messageId: message.id,
      newId: sources.newId,
      keep: (picture: Picture) => sources.store.putPicture(picture),
      now,
    };
    for await (const event of withThinkingTimes(withPictures(untilAborted(answer, signal), keeping), now)) {
      yield event.type === 'error'
        ? { ...event, error: withRefusedParameter(event.error, message.parameters) }
        : event;
    }
  } catch (reason) {
    yield signal.aborted ? { type: 'stop' } : { type: 'error', error: toChatError(reason) };
  }
}

/** Tells whether the model sees pictures, once it is known; asked only where a thread has some. */
export function sightOf(resolving: Promise<ResolvedModel>): () => Promise<boolean | undefined> {
  return async () => (await resolving).seesImages;
}

/** Tokens that question and answer may take together, once the model is known. */
export async function budgetOf(resolving: Promise<ResolvedModel>): Promise<number> {
  return budgetFor((await resolving).contextTokens);
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
