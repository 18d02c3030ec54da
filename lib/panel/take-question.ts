import type { PendingQuestion } from '../domain/pending-question';
import { quoteForComposer } from '../domain/quote';
import type { ChatPanel } from './chat-panel.svelte';

/** What taking a question needs of a panel. */
type QuestionTaker = Pick<ChatPanel, 'ask'> & {
  readonly drafts: Pick<ChatPanel['drafts'], 'text'>;
  readonly session: Pick<ChatPanel['session'], 'readPage' | 'setReadPage'> & {
    readonly pageContext: Pick<ChatPanel['session']['pageContext'], 'refresh'>;
  };
};

/**
 * Makes what takes questions of one panel, each once: where a browser is slow it tells of one again that was taken out of
 * the storage a moment before.
 */
export function createQuestionTaker(panel: QuestionTaker): (pending: PendingQuestion) => Promise<void> {
  const taken = new Set<string>();
  return async (pending) => {
    if (taken.has(pending.id)) return;
    taken.add(pending.id);
    await takeQuestion(panel, pending);
  };
}

/**
 * Takes what came from a page by a menu or a shortcut: a selection goes quoted into the composer, below what stands
 * there; an action's question is asked at once or waits there too, with the page where the action wants it.
 */
async function takeQuestion(panel: QuestionTaker, { selection, action }: PendingQuestion): Promise<void> {
  const { drafts, session } = panel;
  if (action?.withPage && !session.readPage) await session.setReadPage(true);
  if (action?.sendAtOnce) {
    // What is sent is what the chip shows, so the page is read before.
    if (session.readPage) await session.pageContext.refresh(true);
    return panel.ask(action.text);
  }
  const text = action === null ? quoteForComposer(selection) : action.text;
  drafts.text = [drafts.text.trimEnd(), text].filter(Boolean).join('\n\n');
}
