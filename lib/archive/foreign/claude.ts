import { listOf, own, textOf, timeOf } from './fields';
import type { ForeignChat, ForeignMessage } from './foreign-chat';

/** Whether an entry of a file is a conversation as Claude exports it. */
export function isClaudeChat(entry: unknown): boolean {
  return Array.isArray(own(entry, 'chat_messages'));
}

/**
 * Reads a conversation of Claude's `conversations.json`. Where its messages name what they follow
 * (`parent_message_uuid`) that is kept, else each follows the one before it.
 */
export function readClaudeChat(entry: unknown): ForeignChat | null {
  const id = textOf(own(entry, 'uuid'));
  if (id === '') return null;
  const messages: ForeignMessage[] = [];
  for (const found of listOf(own(entry, 'chat_messages'))) {
    const sender = own(found, 'sender') ?? own(found, 'role');
    const role = sender === 'human' || sender === 'user' ? 'user' : sender === 'assistant' ? 'assistant' : null;
    if (role === null) continue;
    const parent = own(found, 'parent_message_uuid');
    messages.push({
      id: textOf(own(found, 'uuid')) || `message-${messages.length}`,
      parentId: typeof parent === 'string' ? rootOr(parent) : (messages.at(-1)?.id ?? null),
      role,
      text: textOfMessage(found),
      thought: partsOf(found, 'thinking', 'thinking'),
      model: textOf(own(entry, 'model')),
      at: timeOf(own(found, 'created_at')),
    });
  }
  return {
    id,
    title: textOf(own(entry, 'name')),
    createdAt: timeOf(own(entry, 'created_at')),
    updatedAt: timeOf(own(entry, 'updated_at')),
    leafId: textOf(own(entry, 'current_leaf_message_uuid')) || null,
    pinned: own(entry, 'is_starred') === true,
    archived: false,
    messages,
  };
}

/** The first message follows one that is nowhere. */
function rootOr(parent: string): string | null {
  return /^00000000-0000-4000-8000-0{12}$/.test(parent) ? null : parent;
}

/** The parts of its content where it has them, else the plain text; then the texts of files that went with it. */
function textOfMessage(message: unknown): string {
  const text = partsOf(message, 'text', 'text') || textOf(own(message, 'text'));
  const files = listOf(own(message, 'attachments')).flatMap((file) => {
    const content = textOf(own(file, 'extracted_content'));
    return content === '' ? [] : [`${textOf(own(file, 'file_name')) || 'File'}:\n\n${content}`];
  });
  return [text, ...files].filter(Boolean).join('\n\n');
}

function partsOf(message: unknown, type: string, field: string): string {
  return listOf(own(message, 'content'))
    .map((part) => ((own(part, 'type') ?? 'text') === type ? textOf(own(part, field)) : ''))
    .filter(Boolean)
    .join('\n\n');
}
