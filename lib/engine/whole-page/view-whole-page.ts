import { ChatFailure } from '../../domain/errors';
import { randomId, type ChatId, type MakeId, type MessageId } from '../../domain/ids';
import { budgetFor } from '../../domain/model-budget';
import { chosenBlocks, pageRef } from '../../domain/page';
import type { Prompt } from '../../domain/prompt';
import { promptTokens } from '../../domain/sent-request';
import { isSettled } from '../../domain/whole-page/finding';
import { noteWords } from '../../domain/whole-page/notes';
import { partTokens, planParts } from '../../domain/whole-page/plan';
import { combinePrompt, partPrompt, type WholePageSource } from '../../domain/whole-page/prompts';
import { estimateWholePage, type WholePageView } from '../../domain/whole-page/whole-page-view';
import type { AnswerSources } from '../answer-events';
import { newMessage } from '../new-message';
import { summaryIn } from '../prompt-for';
import type { RequestDraft } from '../view-requests';
import { wholePageRecord, wholePageState } from './whole-page-answer';

/** A question that its user looks at before it is asked over a whole page; or one that was answered from parts only. */
export interface WholePageDraft extends RequestDraft {
  /** The answer whose question is to be asked over its whole page. */
  readonly answerId?: MessageId;
}

/** Shows what is asked over whole pages. */
export interface WholePageViews {
  /** The requests that asking this now would make. Rejects with a ChatFailure where the page or the model is missing. */
  plan(draft: WholePageDraft): Promise<WholePageView>;
  /** The requests that an answer was made with; null where none went out or it is not known. */
  sent(messageId: MessageId): Promise<WholePageView | null>;
}

/** Makes the views over what answers are made from. */
export function createWholePageViews(
  sources: Pick<AnswerSources, 'store' | 'pages' | 'resolveModel' | 'now'> & { readonly newId?: MakeId },
): WholePageViews {
  const { store, pages, resolveModel, now = Date.now, newId = randomId } = sources;

  /** The branch that would end with the question, and the page that this carries. */
  async function branchOf({ chatId, text, page, replaces, answerId }: WholePageDraft) {
    const answer = answerId === undefined ? undefined : await store.message(answerId);
    if (answer?.parentId != null) return { thread: await store.thread(answer.parentId), captured: undefined };
    const former = replaces === undefined ? undefined : await store.message(replaces);
    const kept = former?.page ?? null;
    const captured = kept !== null || page === null ? undefined : await pages.capture(page, chatId);
    const chat = chatId === null ? undefined : await store.chat(chatId);
    const leafId = former === undefined ? (chat?.leafId ?? null) : former.parentId;
    const before = leafId === null ? [] : await store.thread(leafId);
    const question = newMessage(newId() as MessageId, chatId ?? (newId() as ChatId), now(), {
      role: 'user',
      status: 'complete',
      parentId: leafId,
      page: kept ?? (captured ? pageRef(captured, page) : null),
    });
    return { thread: [...before, { message: question, parts: [{ type: 'text', text } as const] }], captured };
  }

  return {
    async plan(draft) {
      const { host, contextTokens } = await resolveModel(draft.modelRef);
      const budgetTokens = budgetFor(contextTokens);
      const { thread, captured } = await branchOf(draft);
      const carried = thread.at(-1)?.message.page ?? null;
      const page = captured ?? (carried === null ? undefined : await store.snapshot(carried.snapshotId));
      if (page === undefined) throw new ChatFailure({ kind: 'unknown', detail: 'That page is no longer stored.' });
      const plan = planParts(chosenBlocks(page), partTokens(budgetTokens));
      const source = {
        thread,
        page,
        plan,
        budgetTokens,
        summary: summaryIn(thread),
        modelRef: draft.modelRef,
        instructions: draft.parameters?.instructions,
      };
      const last = combinePrompt(source, [], null).prompt;
      const { parameters = {} } = draft;
      return viewOf(source, { host, model: draft.modelRef.model, parameters, last, exact: true });
    },
    async sent(messageId) {
      const message = await store.message(messageId);
      const { sent, wholePage, modelRef } = message ?? {};
      if (message === undefined || sent === undefined || wholePage === undefined) return null;
      const state = await wholePageState(store, message, wholePage, sent.budgetTokens, sent);
      const went = sent.combined === true && state.findings.every(isSettled);
      // The answer as it was when the last request went out.
      const partial = sent.continuedFrom === null ? null : state.partial;
      const last = went ? combinePrompt(state.source, state.findings, partial).prompt : null;
      const { fingerprint } = wholePageRecord({ ...state, partial }, sent.host, last);
      const told = { host: sent.host, model: modelRef?.model ?? '', parameters: message.parameters ?? {}, last };
      return viewOf(state.source, { ...told, exact: fingerprint === sent.fingerprint });
    },
  };
}

function viewOf(
  source: WholePageSource,
  facts: Pick<WholePageView, 'host' | 'model' | 'parameters' | 'exact'> & { readonly last: Prompt | null },
): WholePageView {
  const { page, plan, budgetTokens } = source;
  const { host, model, parameters, exact, last } = facts;
  const parts = plan.parts.map((_, part) => partPrompt(source, part));
  const asked = [...parts, ...(last === null ? [] : [last])].reduce(
    (sum, prompt) => sum + promptTokens(prompt),
    0,
  );
  return {
    host,
    model,
    parameters,
    exact,
    title: page.title || page.url,
    snapshotId: page.id,
    plan,
    system: parts[0]?.system ?? '',
    parts: parts.map(({ messages }) => messages),
    last: last?.messages ?? null,
    ...estimateWholePage(asked, plan.parts.length, noteWords(budgetTokens, plan.parts.length)),
  };
}
