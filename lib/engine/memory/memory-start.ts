import type { ModelRef, ThreadMessage } from '../../domain/chat';
import type { ChatId, MessageId } from '../../domain/ids';
import { SEES_ALL, type MemoryStart } from '../../domain/memory/memory-start';
import { rememberThread } from '../../domain/memory/remember-thread';
import { budgetFor } from '../../domain/model-budget';
import { pageRef, type PageRequest } from '../../domain/page';
import type { AnswerSources } from '../answer-events';
import { newMessage } from '../new-message';

/** A chat as it stands, and what its next question would bring. */
export interface MemoryQuestion {
  readonly chatId: ChatId;
  readonly modelRef: ModelRef;
  /** The page that goes along; one that is not read yet does not count. */
  readonly page: PageRequest | null;
}

/**
 * Tells where a model's memory of a chat begins: which messages of the branch on view go with a question asked now, by the
 * code that builds its prompt. Rejects with a ChatFailure where the model is missing.
 */
export async function memoryStart(
  { store, resolveModel }: Pick<AnswerSources, 'store' | 'resolveModel'>,
  { chatId, modelRef, page }: MemoryQuestion,
): Promise<MemoryStart> {
  const [{ contextTokens }, chat] = await Promise.all([resolveModel(modelRef), store.chat(chatId)]);
  if (chat === undefined || chat.leafId === null) return SEES_ALL;
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
  const { firstSeen, start, summarised } = rememberThread({
    thread: [...branch, question],
    snapshots: new Map(pages.map((one) => [one.id, one])),
    budgetTokens: budgetFor(contextTokens),
    modelRef,
  });
  return { firstSeen: firstSeen ?? null, forgotten: start - summarised };
}
