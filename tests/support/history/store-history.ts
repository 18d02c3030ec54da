import type { Chat, Message, MessageBody } from '../../../lib/domain/chat';
import type { ChatId, MessageId } from '../../../lib/domain/ids';
import { newChat, newMessage } from '../../../lib/engine/new-message';
import { AsideDatabase } from '../../../lib/storage/schema';
import { seeded } from '../random';

/** A history to be written. */
export interface History {
  readonly chats: number;
  readonly messages: number;
  /** UTF-16 units of each answer, about; a question has a tenth. */
  readonly answerLength: number;
  readonly seed: number;
}

/** Chats that are written together. */
const BATCH = 50;
const DAY = 86_400_000;

/** Words as a language has them: some are everywhere, most are rare. */
function vocabulary(random: () => number): readonly string[] {
  const parts = [
    'ba',
    'de',
    'fi',
    'gor',
    'hun',
    'ka',
    'lem',
    'mi',
    'nor',
    'pe',
    'ra',
    'sti',
    'tur',
    'ven',
    'wo',
    'zel',
  ];
  const part = () => parts[Math.floor(random() * parts.length)] ?? '';
  return Array.from({ length: 40_000 }, () => Array.from({ length: 2 + Math.floor(random() * 3) }, part).join(''));
}

/** Writes chats of the same length, the newest last, straight into the database. The first message of all says “Zugspitze”. */
export async function storeHistory(history: History): Promise<{ readonly characters: number }> {
  const database = new AsideDatabase();
  const random = seeded(history.seed);
  const words = vocabulary(random);
  const text = (length: number): string => {
    const chosen: string[] = [];
    for (let at = 0; at < length;) {
      const word = words[Math.floor(random() ** 4 * words.length)] ?? '';
      chosen.push(word);
      at += word.length + 1;
    }
    return chosen.join(' ');
  };
  const each = Math.floor(history.messages / history.chats);
  const start = Date.now() - history.chats * (DAY / 20);
  const modelRef = { providerId: 'built-in' as never, model: 'built-in' };
  let characters = 0;
  for (let first = 0; first < history.chats; first += BATCH) {
    const chats: Chat[] = [];
    const messages: Message[] = [];
    const bodies: MessageBody[] = [];
    for (let index = first; index < Math.min(history.chats, first + BATCH); index += 1) {
      const chatId = `history-${index}` as ChatId;
      const at = start + index * (DAY / 20);
      let parentId: MessageId | null = null;
      for (let number = 0; number < each; number += 1) {
        const isAnswer = number % 2 === 1;
        const id = `${chatId}-${number}-${Math.floor(random() * 1e9).toString(36)}` as MessageId;
        const status = { status: 'complete', parentId } as const;
        messages.push(
          newMessage(id, chatId, at + number * 1000, {
            ...status,
            ...(isAnswer ? { role: 'assistant', modelRef } : { role: 'user' }),
          }),
        );
        const own = text(isAnswer ? history.answerLength : history.answerLength / 10);
        const said = index === 0 && number < 20 ? `${own} oldone${String.fromCharCode(97 + number)}qx` : own;
        characters += said.length;
        bodies.push({ messageId: id, parts: [{ type: 'text', text: said }] });
        parentId = id;
      }
      chats.push({ ...newChat(chatId, at), title: `History ${index}`, leafId: parentId, modelRef, updatedAt: at });
    }
    await database.transaction('rw', [database.chats, database.messages, database.bodies], async () => {
      await database.chats.bulkPut(chats);
      await database.messages.bulkPut(messages);
      await database.bodies.bulkPut(bodies);
    });
  }
  database.close();
  return { characters };
}
