import { exportMarkdown } from '../domain/export-markdown';
import type { Queries } from '../storage/queries';
import type { PanelSession } from './panel-session.svelte';
import { picturesOf } from './pictures-of';
import { saveFile } from './save-file';

/** Offers the branch on view as Markdown, with its pictures, growing answers as far as they are. */
export async function saveChat(
  session: Pick<PanelSession, 'thread' | 'stored' | 'answerOf'>,
  queries: Pick<Queries, 'pictures'>,
): Promise<void> {
  const title = session.thread?.chat?.title;
  if (title === undefined) return;
  const entries = await session.stored.entries();
  const branch = entries.map((entry) => ({ ...entry, parts: session.answerOf(entry).parts }));
  const pictures = await picturesOf(queries, branch);
  saveFile(`${title || 'Chat'}.md`, 'text/markdown', exportMarkdown(title, branch, pictures));
}
