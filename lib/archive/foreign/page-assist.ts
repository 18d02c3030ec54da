import { isJson, listOf, millisOf, own, textOf } from './fields';
import type { ForeignChat, ForeignMessage } from './foreign-chat';
import { splitThought } from './split-thought';

/** Whether an entry of a file's `chat` is a chat as Page Assist exports it. */
export function isPageAssistChat(entry: unknown): boolean {
  return isJson(own(entry, 'history')) && Array.isArray(own(entry, 'messages'));
}

/** Reads a chat of Page Assist's export. Its messages are a plain list in the order of their times. */
export function readPageAssistChat(entry: unknown): ForeignChat | null {
  const history = own(entry, 'history');
  const id = textOf(own(history, 'id'));
  if (id === '') return null;
  const found = listOf(own(entry, 'messages')).toSorted((a, b) => (when(a) ?? 0) - (when(b) ?? 0));
  const messages: ForeignMessage[] = [];
  for (const message of found) {
    const role = own(message, 'role');
    if (role !== 'user' && role !== 'assistant') continue;
    const content = textOf(own(message, 'content'));
    messages.push({
      id: textOf(own(message, 'id')) || `message-${messages.length}`,
      parentId: messages.at(-1)?.id ?? null,
      role,
      ...(role === 'assistant' ? splitThought(content) : { text: content, thought: '' }),
      model: role === 'assistant' ? textOf(own(message, 'modelName')) || textOf(own(message, 'name')) : '',
      at: when(message),
    });
  }
  const createdAt = millisOf(own(history, 'createdAt'));
  return {
    id,
    title: textOf(own(history, 'title')),
    createdAt: messages[0]?.at ?? createdAt,
    updatedAt: createdAt,
    leafId: null,
    pinned: own(history, 'is_pinned') === true,
    archived: false,
    messages,
  };
}

function when(message: unknown): number | null {
  return millisOf(own(message, 'createdAt'));
}
