import { ChatFailure, toChatError } from '../../domain/errors';
import { randomId, type ChatId, type MakeId, type MessageId, type SummaryId } from '../../domain/ids';
import { withSummary, type ChatSummary } from '../../domain/memory/chat-summary';
import { planSummary, type SummaryPlan } from '../../domain/memory/summary-plan';
import { summaryRoom, summaryTokens } from '../../domain/memory/summary-requests';
import type { SummaryState, SummaryView } from '../../domain/memory/summary-view';
import { promptTokens } from '../../domain/sent-request';
import type { AnswerSources, ResolvedModel } from '../answer-events';
import type { ChatEngine } from '../chat-engine';
import { createPatience } from '../patience';
import { createBill } from '../spending/bill';
import { makeSummary, summaryPrompt } from './make-summary';
import { nextRequest, type MemoryQuestion } from './next-request';

/** A summary that a message keeps. */
export interface SummaryRef {
  readonly messageId: MessageId;
  readonly summaryId: SummaryId;
}

/** A summary that its user agreed to. */
export interface SummaryRequest extends MemoryQuestion {
  /** The last message that it is to be of. */
  readonly upTo: MessageId;
  /** Makes it once over a budget that is spent. */
  readonly overBudget?: boolean;
}

/** Summaries of what of chats does not go any more: made when their user says so, in the background, beside the thread. */
export interface Summaries {
  /** What making one would send. Rejects with a ChatFailure where there is nothing to summarise, or no model. */
  plan(question: MemoryQuestion): Promise<SummaryView>;
  /** Begins to make the one that was looked at; resolves when it has begun. Nothing where one is being made. */
  make(question: SummaryRequest): Promise<void>;
  /** Stops making one, or forgets that it failed. Nothing is kept of it. */
  stop(chatId: ChatId): void;
  stopAll(): void;
  /** How far it has come; null: none is being made. */
  stateOf(chatId: ChatId): SummaryState | null;
  edit(summary: SummaryRef & { readonly text: string }): Promise<void>;
  /** Lets a summary not go along any more, or go along again. */
  drop(summary: SummaryRef & { readonly dropped: boolean }): Promise<void>;
}

interface SummariesDependencies extends Pick<AnswerSources, 'store' | 'resolveModel' | 'spending' | 'now'> {
  readonly inChat: ChatEngine['inChat'];
  /** Called with true when the first one is begun and false when none is made any more. */
  readonly onActivity: (active: boolean) => void;
  readonly onChange: (chatId: ChatId, state: SummaryState | null) => void;
  readonly newId?: MakeId;
}

interface Making {
  state: SummaryState;
  readonly abort: AbortController;
}

/** Makes the keeper of summaries. One is stored when it is whole, on the last message that it is of. */
export function createSummaries(dependencies: SummariesDependencies): Summaries {
  const { store, spending, inChat, onActivity, onChange, now = Date.now, newId = randomId } = dependencies;
  const all = new Map<ChatId, Making>();
  const isMaking = () => [...all.values()].some(({ state }) => state.kind === 'making');

  function put(chatId: ChatId, making: Making | null): void {
    const was = isMaking();
    if (making === null) all.delete(chatId);
    else all.set(chatId, making);
    if (was !== isMaking()) onActivity(!was);
    onChange(chatId, making?.state ?? null);
  }

  async function planned(
    question: MemoryQuestion,
  ): Promise<{ plan: SummaryPlan; model: ResolvedModel; room: number }> {
    const next = await nextRequest(dependencies, question);
    const plan = next && planSummary(next.source);
    if (next === null || plan === null) throw nothingToDo();
    return { plan, model: next.model, room: next.source.budgetTokens };
  }

  async function carryOut(
    { chatId, modelRef, overBudget = false }: SummaryRequest,
    { plan, model, room }: Awaited<ReturnType<typeof planned>>,
    { abort }: Making,
  ): Promise<void> {
    const { signal } = abort;
    const patience = createPatience();
    const bill = createBill(spending, overBudget);
    const show = (state: SummaryState) => signal.aborted || put(chatId, { state, abort });
    try {
      const made = await makeSummary(
        {
          ask: (prompt) =>
            bill.ask(
              { modelRef, provider: model.assistantName, price: model.price },
              () => model.provider({ ...prompt, model: modelRef.model, parameters: {} }, signal),
              () => promptTokens(prompt),
            ),
          wait: (ms) => patience.wait(ms, signal),
          now,
          onPart: (part) => show({ kind: 'making', part, parts: plan.parts.length }),
          room: summaryRoom(room),
        },
        plan,
        signal,
      );
      if (made === null || signal.aborted) return;
      await keep(chatId, plan.upTo, {
        id: newId() as SummaryId,
        text: made.text,
        messages: plan.messages,
        fence: newId().replaceAll('-', '').slice(0, 12),
        modelRef,
        assistantName: model.assistantName,
        madeAt: now(),
        ...(made.usage === null ? {} : { usage: made.usage }),
      });
      put(chatId, null);
    } catch (reason) {
      show({ kind: 'failed', error: toChatError(reason) });
    } finally {
      await bill.close();
    }
  }

  /** Writes a summary onto the message that keeps it; former ones stay where an answer was asked with them. */
  async function keep(chatId: ChatId, messageId: MessageId, next: ChatSummary): Promise<void> {
    await inChat(chatId, async () => {
      const message = await store.message(messageId);
      if (message === undefined) throw gone();
      const went = new Set((await store.messagesOf(chatId)).flatMap(({ sent }) => sent?.summary ?? []));
      await store.setSummaries(messageId, withSummary(message.summaries, next, went));
    });
  }

  async function change(
    { messageId, summaryId }: SummaryRef,
    make: (former: ChatSummary) => ChatSummary,
  ): Promise<void> {
    const message = await store.message(messageId);
    const former = message?.summaries?.find(({ id }) => id === summaryId);
    if (message === undefined || former === undefined) throw gone();
    await keep(message.chatId, messageId, make(former));
  }

  return {
    async plan(question) {
      const { plan, model, room } = await planned(question);
      const first = plan.parts.map((_, part) => summaryPrompt(plan, part, part === 0 ? plan.former : null));
      const each = summaryTokens(room);
      const asked = first.reduce((sum, prompt) => sum + promptTokens(prompt), 0);
      return {
        host: model.host,
        model: question.modelRef.model,
        upTo: plan.upTo,
        messages: plan.messages - (plan.former?.messages ?? 0),
        goesOn: plan.former !== null,
        system: first[0]?.system ?? '',
        requests: first.map(({ messages }) => messages[0]?.text ?? ''),
        inputTokens: asked + each * (plan.parts.length - 1),
        outputTokens: each * plan.parts.length,
      };
    },
    async make(request) {
      const { upTo, overBudget: _over, ...question } = request;
      const { chatId } = question;
      if (all.get(chatId)?.state.kind === 'making') return;
      const work = await planned(question);
      if (work.plan.upTo !== upTo) throw changed();
      if (all.get(chatId)?.state.kind === 'making') return;
      const state = { kind: 'making', part: 0, parts: work.plan.parts.length } as const;
      const making = { state, abort: new AbortController() };
      put(chatId, making);
      void carryOut(request, work, making);
    },
    stop(chatId) {
      const making = all.get(chatId);
      making?.abort.abort();
      if (making !== undefined) put(chatId, null);
    },
    stopAll: () =>
      [...all].forEach(([chatId, { abort }]) => {
        abort.abort();
        put(chatId, null);
      }),
    stateOf: (chatId) => all.get(chatId)?.state ?? null,
    edit: ({ text, ...summary }) =>
      change(summary, (former) =>
        former.text === text ? former : { ...former, id: newId() as SummaryId, text, editedAt: now() },
      ),
    drop: ({ dropped, ...summary }) =>
      change(summary, ({ dropped: _former, ...kept }) => (dropped ? { ...kept, dropped } : kept)),
  };
}

function nothingToDo(): ChatFailure {
  return new ChatFailure({
    kind: 'unknown',
    detail: 'The model sees all of this chat that is not summarised yet.',
  });
}

function changed(): ChatFailure {
  return new ChatFailure({
    kind: 'unknown',
    detail: 'The chat has changed since this was looked at. Look at it once more.',
  });
}

function gone(): ChatFailure {
  return new ChatFailure({ kind: 'unknown', detail: 'The messages of this summary are no longer there.' });
}
