import type { ChatId, MessageId, RunId } from '../../../lib/domain/ids';
import { newChat, newMessage } from '../../../lib/engine/new-message';
import { createMemoryChatStore } from '../../../lib/storage/memory-chat-store';
import { createMemoryRows } from '../../../lib/storage/memory-rows';
import { returnChats } from '../../../lib/storage/return-chats';
import { AsideDatabase } from '../../../lib/storage/schema';
import { seeded } from '../random';
import { writeTurns } from './write-messages';

/** A chat to be written. */
export interface LongChat {
  readonly id: string;
  readonly title: string;
  readonly messages: number;
  readonly seed: number;
}

/** Writes a chat through the store of memory and moves it into the database, as a chat that was kept in memory is. */
export async function storeLongChat({
  id,
  title,
  messages,
  seed,
}: LongChat): Promise<{ readonly characters: number }> {
  const rows = createMemoryRows();
  const store = createMemoryChatStore(rows);
  const chatId = id as ChatId;
  const modelRef = { providerId: 'built-in' as never, model: 'built-in' };
  let characters = 0;
  let parentId: MessageId | null = null;
  for (const [index, turn] of writeTurns(Math.ceil(messages / 2), seeded(seed)).entries()) {
    const at = 1_700_000_000_000 + index * 60_000;
    const questionId = `${id}-${index}-question` as MessageId;
    const answerId = `${id}-${index}-answer` as MessageId;
    const question = newMessage(questionId, chatId, at, { role: 'user', status: 'complete', parentId });
    const answer = newMessage(answerId, chatId, at + 1, {
      role: 'assistant',
      status: 'complete',
      parentId: questionId,
      modelRef,
      assistantName: 'Reader',
    });
    const run = {
      id: answerId as string as RunId,
      messageId: answerId,
      chatId,
      ownerId: id,
      seq: 0,
      heartbeat: at,
    };
    await store.beginTurn({
      chat: { ...newChat(chatId, at), title, leafId: answerId, readPage: false },
      question: {
        message: question,
        body: { messageId: questionId, parts: [{ type: 'text', text: turn.question }] },
      },
      answer: { message: { ...answer, status: 'streaming' }, body: { messageId: answerId, parts: [] } },
      run,
      discard: [],
    });
    await store.finishRun(run, answer, [{ type: 'text', text: turn.answer }]);
    characters += turn.question.length + turn.answer.length;
    parentId = answerId;
  }
  const database = new AsideDatabase();
  await returnChats(rows, database);
  database.close();
  return { characters };
}
