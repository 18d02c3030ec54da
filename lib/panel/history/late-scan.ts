import type { SearchMessages } from '../../domain/search/message-hit';
import type { Queries } from '../../storage/queries';

/** The search that reads every chat, its code loaded when somebody searches. */
export function createLateScan(
  queries: Pick<Queries, 'chats' | 'messages' | 'bodies' | 'feedback'>,
): SearchMessages {
  return async (...asked) => {
    const { createScanSearch } = await import('./scan-messages');
    await createScanSearch(queries)(...asked);
  };
}
