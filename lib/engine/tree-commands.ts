import type { Message } from '../domain/chat';
import { copyBranch } from '../domain/copy-branch';
import { ChatFailure } from '../domain/errors';
import { randomId, type ChatId, type DeletionId, type MakeId, type MessageId } from '../domain/ids';
import { leafAfter, subtreeOf, visibleTree } from '../domain/visible-tree';
import type { ChatEngine } from './chat-engine';
import type { ChatStore } from './chat-store';

/**
 * What goes: a question with its answers, where what follows moves up; or a message with all that follows it.
 */
export type DeletionScope = 'turn' | 'branch';

/** Messages to delete. Its id is the caller's, so that asking twice deletes once, and Undo names it. */
export interface DeleteRequest {
  readonly deletionId: DeletionId;
  /** A question, or an answer: of `turn` the answer's question is meant. */
  readonly messageId: MessageId;
  readonly scope: DeletionScope;
}

/** What a user does to the tree of a chat besides asking. All are safe to repeat. */
export interface TreeCommands {
  /** Takes messages out of the chat; they are purged later, until then `undoDelete` brings them back. */
  deleteMessages(request: DeleteRequest): Promise<void>;
  /** Brings back what was deleted in one act; `leafId` is what was on view before, to be there again. */
  undoDelete(chatId: ChatId, deletionId: DeletionId, leafId: MessageId | null): Promise<void>;
  /** Makes a chat under the given id that holds the branch up to a message, as a copy. */
  fork(messageId: MessageId, chatId: ChatId): Promise<void>;
}

interface TreeCommandsDependencies {
  readonly store: ChatStore;
  readonly engine: Pick<ChatEngine, 'stop' | 'inChat'>;
  readonly newId?: MakeId;
  readonly now?: () => number;
}

/** Makes the commands. Answers that are deleted are stopped first; others go on. */
export function createTreeCommands({
  store,
  engine,
  newId = randomId,
  now = Date.now,
}: TreeCommandsDependencies): TreeCommands {
  const { inChat } = engine;

  /** Carries out work with all messages of the chat that a message is in. */
  async function inChatOf(
    messageId: MessageId,
    work: (chatId: ChatId, all: readonly Message[]) => Promise<void>,
  ): Promise<void> {
    const message = await store.message(messageId);
    if (message === undefined) throw gone();
    const { chatId } = message;
    await inChat(chatId, async () => work(chatId, await store.messagesOf(chatId)));
  }

  async function changeTree(
    chatId: ChatId,
    before: readonly Message[],
    marked: readonly Message[],
    { mark, leafId }: { readonly mark: Message['deletion'] | null; readonly leafId: MessageId | null },
  ): Promise<void> {
    const ids = new Set(marked.map(({ id }) => id));
    const after = before.map((message): Message => {
      if (!ids.has(message.id)) return message;
      const { deletion: _former, ...kept } = message;
      return mark ? { ...kept, deletion: mark } : kept;
    });
    const leaf = leafAfter(before, visibleTree(after), leafId);
    // What comes back ends a Clear too, or else the next question would discard it.
    const shown = mark ? {} : { clearedLeafId: null };
    await store.markDeleted(
      chatId,
      { ids: [...ids], deletion: mark ?? null },
      { leafId: leaf, ...shown, updatedAt: now() },
    );
  }

  return {
    deleteMessages: ({ deletionId, messageId, scope }) =>
      inChatOf(messageId, async (chatId, all) => {
        const chat = await store.chat(chatId);
        if (chat === undefined || all.some(({ deletion }) => deletion?.id === deletionId)) return;
        const meant = namedIn(visibleTree(all), messageId, scope);
        await Promise.all(meant.map(({ id }) => engine.stop(id)));
        // Answers that were stopped have another row by now.
        const rows = await store.messagesOf(chatId);
        const marked = rows.filter(({ id }) => meant.some((one) => one.id === id));
        const mark = { id: deletionId, at: now() };
        if (marked.length > 0) await changeTree(chatId, rows, marked, { mark, leafId: chat.leafId });
      }),

    undoDelete: (chatId, deletionId, leafId) =>
      inChat(chatId, async () => {
        const all = await store.messagesOf(chatId);
        const back = all.filter(({ deletion }) => deletion?.id === deletionId);
        if (back.length === 0) return;
        // An answer is nothing without its question, which another act may have deleted.
        const asked = all.filter(
          ({ id, deletion }) =>
            deletion !== undefined && back.some(({ role, parentId }) => role === 'assistant' && parentId === id),
        );
        const known = all.some(({ id }) => id === leafId) ? leafId : (back.at(-1)?.id ?? null);
        await changeTree(chatId, all, [...new Set([...back, ...asked])], { mark: null, leafId: known });
      }),

    fork: (messageId, chatId) =>
      inChatOf(messageId, async (sourceId) => {
        if ((await store.chat(chatId)) !== undefined) return;
        const source = await store.chat(sourceId);
        const branch = await store.thread(messageId);
        if (source === undefined || branch.at(-1)?.message.id !== messageId) throw gone();
        const carried = new Set(branch.flatMap(({ message }) => message.page?.snapshotId ?? []));
        const pages = await store.snapshotsOf(sourceId);
        await store.addChat(
          copyBranch(
            {
              source,
              branch,
              pictures: await store.picturesOf(branch.map(({ message }) => message.id)),
              snapshots: pages.filter(({ id }) => carried.has(id)),
            },
            { chatId, newId, now: now() },
          ),
        );
      }),
  };
}

/** The messages that a deletion means; none where they are gone already. */
function namedIn(visible: readonly Message[], messageId: MessageId, scope: DeletionScope): readonly Message[] {
  if (scope === 'branch') return subtreeOf(visible, messageId);
  const named = visible.find(({ id }) => id === messageId);
  const question = named?.role === 'assistant' ? visible.find(({ id }) => id === named.parentId) : named;
  if (question === undefined) return [];
  return visible.filter(
    (message) => message === question || (message.role === 'assistant' && message.parentId === question.id),
  );
}

function gone(): ChatFailure {
  return new ChatFailure({ kind: 'unknown', detail: 'That message is no longer there.' });
}
