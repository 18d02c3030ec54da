import type { Message, ModelRef } from '../../domain/chat';
import { randomId, type ChatId, type DeletionId, type MakeId, type MessageId } from '../../domain/ids';
import { quoteForComposer } from '../../domain/quote';
import { subtreeOf } from '../../domain/visible-tree';
import type { EngineClient } from '../../messaging/engine-client';
import { plural } from '../../words/plural';
import type { Notices } from '../notices.svelte';
import type { ThreadView } from '../thread-query';

/** What a user does with the messages of the chat on view. */
export interface TreeActions {
  /** Puts a message's branch on view. */
  readonly select: (messageId: MessageId) => Promise<void>;
  /** Opens a message's chat, puts its branch on view and brings it into the view. */
  readonly show: (message: Pick<Message, 'id' | 'chatId'>) => Promise<void>;
  /** Answers again with another model, for this answer alone. */
  readonly regenerateWith: (message: Message, modelRef: ModelRef) => Promise<void>;
  /** Deletes a question with its answers, with a way back; what follows stays. */
  readonly deleteTurn: (message: Message) => Promise<void>;
  /** Deletes a message with all that follows it, with a way back. */
  readonly deleteBranch: (message: Message) => Promise<void>;
  /** Opens a new chat that holds the branch up to a message. */
  readonly fork: (message: Message) => Promise<void>;
  /** Puts words of an answer into the composer, quoted, below what stands there. */
  readonly quote: (words: string) => void;
}

interface TreeActionsDependencies {
  readonly client: Pick<EngineClient, 'request'>;
  readonly thread: () => ThreadView | null;
  readonly regenerate: (messageId: MessageId, once: ModelRef) => Promise<void>;
  readonly notices: Pick<Notices, 'tell'>;
  readonly open: (chatId: ChatId) => Promise<void>;
  /** Has a message brought into view as soon as it is on the branch on view. */
  readonly want: (messageId: MessageId) => void;
  /** Changes what stands in the composer, and puts the cursor behind it. */
  readonly write: (change: (text: string) => string) => void;
  /** Carries work out; a failure becomes a notice. */
  readonly run: (work: Promise<unknown>) => void;
  readonly newId?: MakeId;
}

/** Makes the actions of one panel. */
export function createTreeActions(dependencies: TreeActionsDependencies): TreeActions {
  const { client, thread, regenerate, notices, open, want, write, run, newId = randomId } = dependencies;

  async function remove(message: Message, scope: 'turn' | 'branch', words: string): Promise<void> {
    const leafId = thread()?.chat?.leafId ?? null;
    const deletionId = newId() as DeletionId;
    const { chatId, id: messageId } = message;
    await client.request({ type: 'delete-messages', deletionId, messageId, scope });
    const undo = () => client.request({ type: 'undo-delete-messages', chatId, deletionId, leafId });
    notices.tell(words, { label: 'Undo', run: () => run(undo()) });
  }

  return {
    select: async (messageId) => void (await client.request({ type: 'select-version', messageId })),
    async show({ id, chatId }) {
      await open(chatId);
      await client.request({ type: 'select-version', messageId: id });
      want(id);
    },
    regenerateWith: ({ id }, modelRef) => regenerate(id, modelRef),
    deleteTurn: (message) => remove(message, 'turn', 'Question and answer deleted.'),
    deleteBranch: (message) =>
      remove(message, 'branch', deletedWords(subtreeOf(thread()?.messages ?? [], message.id).length)),
    async fork({ id: messageId, chatId: sourceId }) {
      const chatId = newId() as ChatId;
      await client.request({ type: 'fork-chat', messageId, chatId });
      await open(chatId);
      notices.tell('This is a new chat, as far as that message. The other one is as it was.', {
        label: 'Back to it',
        run: () => run(open(sourceId)),
      });
    },
    quote: (words) => write((text) => [text.trimEnd(), quoteForComposer(words)].filter(Boolean).join('\n\n')),
  };
}

function deletedWords(count: number): string {
  return plural(count, ['One message deleted.', '# messages deleted.']);
}
