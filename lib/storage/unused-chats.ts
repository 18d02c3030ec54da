import type { ChatId } from '../domain/ids';
import { createRowReader } from './read-rows';
import type { AsideDatabase } from './schema';

/** Chats that are neither pinned nor deleted and were last used before a time, the oldest first, at most so many. */
export async function unusedSince(
  { chats }: Pick<AsideDatabase, 'chats'>,
  before: number,
  most: number,
): Promise<readonly ChatId[]> {
  const reader = createRowReader(chats, 'chats', () => undefined);
  const old = chats
    .where('updatedAt')
    .below(before)
    .filter(({ pinned, deletedAt }) => !pinned && deletedAt === null)
    .limit(most);
  return (await reader.select(old)).map(({ id }) => id);
}
