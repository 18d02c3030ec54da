import { listOf, own, textOf, timeOf } from './fields';
import type { ForeignChat, ForeignMessage } from './foreign-chat';

/** What LibreChat writes as the parent of a first message. */
const NO_PARENT = '00000000-0000-0000-0000-000000000000';

/** Whether a file is a conversation as LibreChat exports it, one a file. */
export function isLibreChat(file: unknown): boolean {
  return (
    typeof own(file, 'conversationId') === 'string' &&
    (Array.isArray(own(file, 'messages')) || Array.isArray(own(file, 'messagesTree')))
  );
}

/** Reads LibreChat's export, whether its messages are a list with parents or a tree of `children`. */
export function readLibreChat(file: unknown): ForeignChat | null {
  const id = textOf(own(file, 'conversationId'));
  const messages: ForeignMessage[] = [];
  const isTree = own(file, 'recursive') === true || Array.isArray(own(file, 'messagesTree'));
  const hasParents = isTree || own(file, 'branches') === true;
  const waiting = listOf(own(file, 'messagesTree') ?? own(file, 'messages')).map((found) => ({
    found,
    above: null as string | null,
  }));
  // A list of what is still to be read, not a recursion: a file may nest as deep as it likes.
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { found, above } = next;
    const isUser = own(found, 'isCreatedByUser');
    const messageId = textOf(own(found, 'messageId')) || `message-${messages.length}`;
    if (typeof isUser === 'boolean') {
      const named = textOf(own(found, 'parentMessageId'));
      const listed = named === '' && !hasParents ? (messages.at(-1)?.id ?? null) : named;
      messages.push({
        id: messageId,
        parentId: isTree ? above : listed === NO_PARENT || listed === '' ? null : listed,
        role: isUser ? 'user' : 'assistant',
        text: textOf(own(found, 'text')) || contentText(own(found, 'content'), 'text'),
        thought: contentText(own(found, 'content'), 'think'),
        model: textOf(own(found, 'model')),
        at: timeOf(own(found, 'createdAt')),
      });
    }
    for (const child of listOf(own(found, 'children'))) waiting.push({ found: child, above: messageId });
  }
  return {
    id,
    title: textOf(own(file, 'title')),
    createdAt: messages.find(({ at }) => at !== null)?.at ?? null,
    updatedAt: messages.findLast(({ at }) => at !== null)?.at ?? null,
    leafId: null,
    pinned: false,
    archived: false,
    messages,
  };
}

/** The parts of one kind, each with its words in a field of that name, or in one below it. */
function contentText(content: unknown, kind: string): string {
  return listOf(content)
    .map((part) => {
      if (own(part, 'type') !== kind) return '';
      const words = own(part, kind);
      return textOf(words) || textOf(own(words, 'value'));
    })
    .filter(Boolean)
    .join('\n\n');
}
