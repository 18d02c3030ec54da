import type { Chat } from '../domain/chat';
import type { Queries } from '../storage/queries';
import type { Drafts } from './drafts.svelte';
import type { Notices } from './notices.svelte';
import type { PanelSession } from './panel-session.svelte';
import { saveChat } from './save-chat';

/** What a user does with a whole chat. */
export interface ChatActions {
  /** Empties the chat on view, with a way back. */
  readonly clear: () => Promise<void>;
  /** Deletes a chat, with a way back. */
  readonly remove: (chat: Chat) => Promise<void>;
  /** Saves the branch on view as Markdown, growing answers as far as they are. */
  readonly save: () => Promise<void>;
}

interface ChatActionsDependencies {
  readonly session: PanelSession;
  readonly queries: Pick<Queries, 'pictures'>;
  readonly notices: Pick<Notices, 'tell'>;
  readonly drafts: Pick<Drafts, 'open'>;
  readonly forgetLast: () => void;
  /** Carries work out; a failure becomes a notice. */
  readonly run: (work: Promise<unknown>) => void;
}

/** Makes the actions of one panel. */
export function createChatActions(dependencies: ChatActionsDependencies): ChatActions {
  const { session, queries, notices, drafts, forgetLast, run } = dependencies;
  const tellUndo = (words: string, undo: () => Promise<void>) =>
    notices.tell(words, { label: 'Undo', run: () => run(undo()) });

  return {
    async clear() {
      await session.clear();
      tellUndo('Chat cleared.', () => session.undoClear());
    },

    async remove(chat) {
      const wasOpen = chat.id === session.chatId;
      await session.deleteChat(chat.id);
      if (wasOpen) {
        drafts.open(null);
        forgetLast();
      }
      tellUndo(`“${chat.title}” deleted.`, () => session.commands.undoDelete(chat.id));
    },

    save: () => saveChat(session, queries),
  };
}
