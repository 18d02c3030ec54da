import { isJson, listOf, own, textOf, timeOf } from './fields';
import type { ForeignChat, ForeignMessage } from './foreign-chat';
import { splitThought } from './split-thought';

/** Whether an entry of a file is a chat as Open WebUI exports it. */
export function isOpenWebUiChat(entry: unknown): boolean {
  const chat = own(entry, 'chat');
  return isJson(own(own(chat, 'history'), 'messages')) || Array.isArray(own(chat, 'messages'));
}

/** Reads a chat of Open WebUI's export: a map of messages with the end of the branch on view, or a plain list. */
export function readOpenWebUiChat(entry: unknown): ForeignChat | null {
  const chat = own(entry, 'chat');
  const id = textOf(own(entry, 'id')) || textOf(own(chat, 'id'));
  if (id === '') return null;
  const history = own(chat, 'history');
  const map = own(history, 'messages');
  const messages: ForeignMessage[] = [];
  for (const found of isJson(map) ? Object.values(map) : listOf(own(chat, 'messages'))) {
    const role = own(found, 'role');
    if (role !== 'user' && role !== 'assistant') continue;
    const parent = own(found, 'parentId');
    const content = textOf(own(found, 'content'));
    messages.push({
      id: textOf(own(found, 'id')) || `message-${messages.length}`,
      parentId: typeof parent === 'string' ? parent : isJson(map) ? null : (messages.at(-1)?.id ?? null),
      role,
      ...(role === 'assistant' ? splitThought(content) : { text: content, thought: '' }),
      model: textOf(own(found, 'model')),
      at: timeOf(own(found, 'timestamp')),
    });
  }
  return {
    id,
    title: textOf(own(entry, 'title')) || textOf(own(chat, 'title')),
    createdAt: timeOf(own(entry, 'created_at')),
    updatedAt: timeOf(own(entry, 'updated_at')),
    leafId: textOf(own(history, 'currentId')) || null,
    pinned: own(entry, 'pinned') === true,
    archived: own(entry, 'archived') === true,
    messages,
  };
}
