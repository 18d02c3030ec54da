import type { PanelQuery } from '../../lib/messaging/protocol';
import type { Queries } from '../../lib/storage/queries';

/** Runs the query that a panel named. */
export function answerQuery(queries: Queries, query: PanelQuery): Promise<unknown> {
  switch (query.name) {
    case 'chats':
      return queries.chats();
    case 'chat':
      return queries.chat(query.id);
    case 'messages':
      return queries.messages(query.chatId);
    case 'bodies':
      return queries.bodies(query.ids);
    case 'snapshots':
      return queries.snapshots(query.ids);
    case 'pictures':
      return queries.pictures(query.ids);
    case 'feedback':
      return queries.feedback(query.ids);
    case 'rated':
      return queries.rated();
    case 'chatIdsOfMessages':
      return queries.chatIdsOfMessages();
  }
}
