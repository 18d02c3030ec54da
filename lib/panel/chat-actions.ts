import type { Queries } from '../storage/queries';
import type { Notices } from './notices.svelte';
import type { PanelSession } from './panel-session.svelte';
import { saveChat } from './save-chat';

/** What a user does with a whole chat. */
export interface ChatActions {
  /** Empties the chat on view, with a way back. */
  readonly clear: () => Promise<void>;
  /** Saves the branch on view as Markdown, growing answers as far as they are. */
  readonly save: () => Promise<void>;
}

interface ChatActionsDependencies {
  readonly session: PanelSession;
  readonly queries: Pick<Queries, 'pictures'>;
  readonly notices: Pick<Notices, 'tell'>;
  /** Carries work out; a failure becomes a notice. */
  readonly run: (work: Promise<unknown>) => void;
}

/** Makes the actions of one panel. */
export function createChatActions(dependencies: ChatActionsDependencies): ChatActions {
  const { session, queries, notices, run } = dependencies;
  const tellUndo = (words: string, undo: () => Promise<void>) =>
    notices.tell(words, { label: 'Undo', run: () => run(undo()) });

  return {
    async clear() {
      await session.clear();
      tellUndo('Chat cleared.', () => session.undoClear());
    },

    save: () => saveChat(session, queries),
  };
}
