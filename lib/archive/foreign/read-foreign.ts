import { isChatGptChat, readChatGptChat } from './chatgpt';
import { isClaudeChat, readClaudeChat } from './claude';
import { own } from './fields';
import type { ForeignChat, ForeignReading, ForeignSource } from './foreign-chat';
import { isLibreChat, readLibreChat } from './librechat';
import { isOpenWebUiChat, readOpenWebUiChat } from './open-webui';
import { isPageAssistChat, readPageAssistChat } from './page-assist';

interface ForeignFormat {
  readonly source: ForeignSource;
  readonly is: (entry: unknown) => boolean;
  readonly read: (entry: unknown) => ForeignChat | null;
}

/** What entries of a list are told by. */
const IN_LISTS: readonly ForeignFormat[] = [
  { source: 'ChatGPT', is: isChatGptChat, read: readChatGptChat },
  { source: 'Claude', is: isClaudeChat, read: readClaudeChat },
  { source: 'Open WebUI', is: isOpenWebUiChat, read: readOpenWebUiChat },
  { source: 'Page Assist', is: isPageAssistChat, read: readPageAssistChat },
];

/** Reads a file of another program; null where it is of none that Aside knows. */
export function readForeign(file: unknown): ForeignReading | null {
  if (isLibreChat(file)) {
    const chat = readLibreChat(file);
    const isEmpty = chat === null || chat.messages.length === 0;
    return { source: 'LibreChat', chats: isEmpty ? [] : [chat], unreadable: isEmpty ? 1 : 0 };
  }
  const list = Array.isArray(file) ? file : (own(file, 'chat') ?? own(file, 'conversations'));
  const entries: readonly unknown[] = Array.isArray(list)
    ? list
    : IN_LISTS.some(({ is }) => is(file))
      ? [file]
      : [];
  const format = IN_LISTS.find(({ is }) => entries.some(is));
  if (format === undefined) return null;
  const read = entries.map((entry) => (format.is(entry) ? format.read(entry) : null));
  const chats = read.filter((chat) => chat !== null && chat.messages.length > 0) as readonly ForeignChat[];
  return { source: format.source, chats, unreadable: entries.length - chats.length };
}
