import { isJson, listOf, own, textOf, timeOf } from './fields';
import type { ForeignChat, ForeignMessage } from './foreign-chat';

/** Whether an entry of a file is a conversation as ChatGPT exports it. */
export function isChatGptChat(entry: unknown): boolean {
  return isJson(own(entry, 'mapping'));
}

/**
 * Reads a conversation of ChatGPT's `conversations.json`: a tree of nodes under `mapping`, of which those that the user
 * does not see (system texts, tools, hidden context) are left out and those below them go up to what is seen.
 */
export function readChatGptChat(entry: unknown): ForeignChat | null {
  const mapping = own(entry, 'mapping');
  const id = textOf(own(entry, 'conversation_id')) || textOf(own(entry, 'id'));
  if (!isJson(mapping) || id === '') return null;
  const nodes = new Map(Object.entries(mapping));
  const shown = new Map<string, ForeignMessage>();
  for (const [nodeId, node] of nodes) {
    const message = readMessage(nodeId, own(node, 'message'));
    if (message !== null) shown.set(nodeId, message);
  }
  const seenAbove = (nodeId: unknown): string | null => {
    const walked = new Set<unknown>();
    let at = nodeId;
    while (typeof at === 'string' && !shown.has(at) && !walked.has(at)) {
      walked.add(at);
      at = own(nodes.get(at), 'parent');
    }
    return typeof at === 'string' && shown.has(at) ? at : null;
  };
  return {
    id,
    title: textOf(own(entry, 'title')),
    createdAt: timeOf(own(entry, 'create_time')),
    updatedAt: timeOf(own(entry, 'update_time')),
    leafId: seenAbove(own(entry, 'current_node')),
    pinned: own(entry, 'is_starred') === true,
    archived: own(entry, 'is_archived') === true,
    messages: [...shown].map(([nodeId, message]) => ({
      ...message,
      parentId: seenAbove(own(nodes.get(nodeId), 'parent')),
    })),
  };
}

function readMessage(id: string, message: unknown): ForeignMessage | null {
  const role = own(own(message, 'author'), 'role');
  const metadata = own(message, 'metadata');
  if (role !== 'user' && role !== 'assistant') return null;
  if (own(metadata, 'is_visually_hidden_from_conversation') === true) return null;
  // What was written to a tool is no answer.
  const recipient = own(message, 'recipient');
  if (typeof recipient === 'string' && recipient !== 'all') return null;
  const content = own(message, 'content');
  const text = textOfContent(content);
  if (text === '') return null;
  return {
    id,
    parentId: null,
    role,
    text,
    thought: '',
    model: textOf(own(metadata, 'model_slug')),
    at: timeOf(own(message, 'create_time')),
  };
}

function textOfContent(content: unknown): string {
  const type = own(content, 'content_type');
  if (type === 'code') return `\`\`\`${textOf(own(content, 'language'))}\n${textOf(own(content, 'text'))}\n\`\`\``;
  if (type !== 'text' && type !== 'multimodal_text') return '';
  // Parts that are no text are files, which the export keeps apart.
  return listOf(own(content, 'parts'))
    .map((part) => (typeof part === 'string' ? part : isJson(part) ? textOf(own(part, 'text')) || '[File]' : ''))
    .filter(Boolean)
    .join('\n\n');
}
