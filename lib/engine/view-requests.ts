import type { AttachedPart } from '../domain/attachments/attached';
import type { ModelRef } from '../domain/chat';
import { ChatFailure } from '../domain/errors';
import { randomId, type ChatId, type MakeId, type MessageId } from '../domain/ids';
import { budgetFor } from '../domain/model-budget';
import type { ModelParameters } from '../domain/model-parameters';
import { pageRef, type PageRequest } from '../domain/page';
import type { Prompt, PromptTurn } from '../domain/prompt';
import { promptFingerprint, type RequestView, type ViewedTurn } from '../domain/sent-request';
import type { AnswerSources } from './answer-events';
import { newMessage } from './new-message';
import { promptOfSent, promptOfThread } from './prompt-for';

/** A question that its user looks at before it is asked. */
export interface RequestDraft {
  /** Null: it would begin a chat. */
  readonly chatId: ChatId | null;
  readonly text: string;
  readonly modelRef: ModelRef;
  readonly page: PageRequest | null;
  readonly parameters?: ModelParameters;
  /** The question that it would be another version of. */
  readonly replaces?: MessageId;
  /** What would go with it. */
  readonly attached?: readonly AttachedPart[];
}

/** Shows requests as they go out: the same prompt by the same code. */
export interface RequestViews {
  /** The request that asking this now would make. Rejects with a ChatFailure where the page or the model is missing. */
  preview(draft: RequestDraft): Promise<RequestView>;
  /** The request that an answer was made with; null where none went out or it is not known. */
  sent(messageId: MessageId): Promise<RequestView | null>;
}

/** Makes the views over what answers are made from. */
export function createRequestViews(
  sources: Pick<AnswerSources, 'store' | 'pages' | 'resolveModel' | 'now'> & { readonly newId?: MakeId },
): RequestViews {
  const { store, pages, resolveModel, now = Date.now, newId = randomId } = sources;
  return {
    async preview({ chatId, text, modelRef, page, replaces, parameters, attached = [] }) {
      const { host, contextTokens, seesImages } = await resolveModel(modelRef);
      const former = replaces === undefined ? undefined : await store.message(replaces);
      const kept = former?.page ?? null;
      const snapshot = kept !== null || page === null ? undefined : await pages.capture(page, chatId);
      const chat = chatId === null ? undefined : await store.chat(chatId);
      const leafId = former === undefined ? (chat?.leafId ?? null) : former.parentId;
      const before = leafId === null ? [] : await store.thread(leafId);
      const ofChat = chatId ?? (newId() as ChatId);
      const question = newMessage(newId() as MessageId, ofChat, now(), {
        role: 'user',
        status: 'complete',
        parentId: leafId,
        page: kept ?? (snapshot ? pageRef(snapshot, page) : null),
      });
      const thread = [...before, { message: question, parts: [...attached, { type: 'text', text } as const] }];
      const budgetTokens = budgetFor(contextTokens);
      const prompt = await promptOfThread(store, {
        chatId: ofChat,
        thread,
        page: snapshot,
        budgetTokens,
        modelRef,
        parameters,
        blind: seesImages === false,
      });
      return view(prompt, { host, model: modelRef.model, parameters, exact: true });
    },
    async sent(messageId) {
      const message = await store.message(messageId);
      if (message === undefined) {
        throw new ChatFailure({ kind: 'unknown', detail: 'That answer is no longer there.' });
      }
      const { sent, modelRef } = message;
      if (sent === undefined || sent === null) return null;
      const prompt = await promptOfSent(store, message, sent);
      const exact = promptFingerprint(prompt) === sent.fingerprint;
      return view(prompt, {
        host: sent.host,
        model: modelRef?.model ?? '',
        parameters: message.parameters,
        exact,
      });
    },
  };
}

function view(
  { system, messages, leftOut }: Prompt,
  {
    parameters = {},
    ...rest
  }: Pick<RequestView, 'host' | 'model' | 'exact'> & {
    readonly parameters: ModelParameters | undefined;
  },
): RequestView {
  return { ...rest, system, messages: messages.map(withoutData), leftOut, parameters };
}

/** A panel reads the pictures where they are stored. */
function withoutData({ pictures, ...turn }: PromptTurn): ViewedTurn {
  if (pictures === undefined) return turn;
  return { ...turn, shown: pictures.map(({ data: _data, ...picture }) => picture) };
}
