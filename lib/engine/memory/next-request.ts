import type { ModelRef, ThreadMessage } from '../../domain/chat';
import type { ChatId, MessageId } from '../../domain/ids';
import { budgetFor } from '../../domain/model-budget';
import { pageRef, type PageRequest } from '../../domain/page';
import type { PromptSource } from '../../domain/prompt';
import type { AnswerSources, ResolvedModel } from '../answer-events';
import { picturesOfThread } from '../attachments/own-attachments';
import { newMessage } from '../new-message';
import { summaryIn } from '../prompt-for';

/** A chat as it stands, and what its next question would bring. */
export interface MemoryQuestion {
  readonly chatId: ChatId;
  readonly modelRef: ModelRef;
  /** The page that goes along; one that is not read yet does not count. */
  readonly page: PageRequest | null;
}

/** What the prompt of a chat's next question is made of, that question without words, and who would answer it. */
export interface NextRequest {
  readonly source: Omit<PromptSource, 'instructions'> & { readonly budgetTokens: number };
  readonly model: ResolvedModel;
}

/** Reads that. Null where the chat is empty; rejects with a ChatFailure where the model is missing. */
export async function nextRequest(
  { store, resolveModel }: Pick<AnswerSources, 'store' | 'resolveModel'>,
  { chatId, modelRef, page }: MemoryQuestion,
): Promise<NextRequest | null> {
  const [model, chat] = await Promise.all([resolveModel(modelRef), store.chat(chatId)]);
  if (chat === undefined || chat.leafId === null) return null;
  const [branch, stored, brought] = await Promise.all([
    store.thread(chat.leafId),
    store.snapshotsOf(chatId),
    page?.snapshotId == null ? undefined : store.snapshot(page.snapshotId),
  ]);
  const question: ThreadMessage = {
    message: newMessage('' as MessageId, chatId, 0, {
      role: 'user',
      status: 'complete',
      parentId: chat.leafId,
      page: brought === undefined ? null : pageRef(brought, page),
    }),
    parts: [],
  };
  const pages = brought === undefined ? stored : [...stored, brought];
  const source = {
    thread: [...branch, question],
    pictures: await picturesOfThread(store, branch),
    sees: model.seesImages !== false,
    snapshots: new Map(pages.map((one) => [one.id, one])),
    budgetTokens: budgetFor(model.contextTokens),
    modelRef,
    summary: summaryIn(branch),
  };
  return { source, model };
}
