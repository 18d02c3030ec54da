import type { ThreadMessage } from '../domain/chat';
import type { Picture } from '../domain/pictures/picture';
import type { Queries } from '../storage/queries';
import type { PanelSession } from './panel-session.svelte';
import { picturesOf } from './pictures-of';

/** The branch on view, as a file or a sheet of paper holds it. */
export interface BranchToSave {
  readonly title: string;
  /** Root first; growing answers as far as they are. */
  readonly branch: readonly ThreadMessage[];
  readonly pictures: readonly Picture[];
  /** How many of its pictures could not be read. */
  readonly unread: number;
}

/** Reads the branch on view whole; null where no chat is. */
export async function branchToSave(
  session: Pick<PanelSession, 'thread' | 'stored' | 'answerOf'>,
  queries: Pick<Queries, 'pictures'>,
): Promise<BranchToSave | null> {
  const title = session.thread?.chat?.title;
  if (title === undefined) return null;
  const entries = await session.stored.entries();
  const branch = entries.map((entry) => ({ ...entry, parts: session.answerOf(entry).parts }));
  return { title: title || 'Chat', branch, ...(await picturesOf(queries, branch)) };
}
