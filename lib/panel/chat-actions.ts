import type { Notices } from './notices.svelte';
import type { PanelSession } from './panel-session.svelte';

/** What a user does with a whole chat. */
export interface ChatActions {
  /** Empties the chat on view, with a way back. */
  readonly clear: () => Promise<void>;
}

interface ChatActionsDependencies {
  readonly session: PanelSession;
  readonly notices: Pick<Notices, 'tell'>;
  /** Carries work out; a failure becomes a notice. */
  readonly run: (work: Promise<unknown>) => void;
}

/** Makes the actions of one panel. */
export function createChatActions(dependencies: ChatActionsDependencies): ChatActions {
  const { session, notices, run } = dependencies;
  const tellUndo = (words: string, undo: () => Promise<void>) =>
    notices.tell(words, { label: 'Undo', run: () => run(undo()) });

  return {
    async clear() {
      await session.clear();
      tellUndo('Chat cleared.', () => session.undoClear());
    },
  };
}
