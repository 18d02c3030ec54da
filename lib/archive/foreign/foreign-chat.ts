import type { ArchivedChat } from '../../domain/archive/archived-chat';
import { stableId } from '../../domain/archive/stable-id';
import type { Message, MessageBody } from '../../domain/chat';
import type { ContentPart } from '../../domain/content';
import type { ChatId, MessageId, ProviderId } from '../../domain/ids';
import { titleFrom } from '../../domain/title';
import { ImportFailure } from '../import-failure';
import { LIMITS } from '../limits';

/** Whose files are read, by the names their users know. */
export type ForeignSource = 'ChatGPT' | 'Claude' | 'Page Assist' | 'Open WebUI' | 'LibreChat';

/** A message of another program. */
export interface ForeignMessage {
  readonly id: string;
  readonly parentId: string | null;
  readonly role: 'user' | 'assistant';
  readonly text: string;
  /** What the model thought before it; empty where that is not known. */
  readonly thought: string;
  readonly model: string;
  /** Milliseconds since the epoch; null where the file has no date that can be one. */
  readonly at: number | null;
}

/** A chat of another program. */
export interface ForeignChat {
  readonly id: string;
  readonly title: string;
  readonly createdAt: number | null;
  readonly updatedAt: number | null;
  /** The end of the branch on view; null: the newest. */
  readonly leafId: string | null;
  readonly pinned: boolean;
  readonly archived: boolean;
  readonly messages: readonly ForeignMessage[];
}

/**
 * Reads the chats of one program. `chats` are those that could be read, `unreadable` says how many could not: a chat
 * comes whole or not at all.
 */
export interface ForeignReading {
  readonly source: ForeignSource;
  readonly chats: readonly ForeignChat[];
  readonly unreadable: number;
}

/** A chat of another program as one of ours. Its ids follow from the other's, so that it is known when it comes again. */
export function fromForeign(source: ForeignSource, foreign: ForeignChat, now: number): ArchivedChat {
  const prefix = source.toLowerCase().replace(/\W/g, '');
  const chatId = `${prefix}-${stableId(foreign.id)}` as ChatId;
  const idOf = (id: string) => `${prefix}-${stableId(foreign.id, id)}` as MessageId;
  const createdAt = foreign.createdAt ?? foreign.messages.find(({ at }) => at !== null)?.at ?? now;
  const messages: Message[] = [];
  const bodies: MessageBody[] = [];
  for (const [index, { id, parentId, role, text, thought, model, at }] of foreign.messages.entries()) {
    if (text.length > LIMITS.text) {
      throw new ImportFailure(
        `A message in “${foreign.title.slice(0, 80)}” is longer than 50 million characters.`,
      );
    }
    // Files say when in whole seconds: messages of one second keep their order.
    const when = at ?? createdAt + index;
    const isAnswer = role === 'assistant';
    messages.push({
      id: idOf(id),
      chatId,
      parentId: parentId === null ? null : idOf(parentId),
      role,
      status: 'complete',
      modelRef: isAnswer && model !== '' ? { providerId: prefix as ProviderId, model: model.slice(0, 300) } : null,
      assistantName: isAnswer ? source : null,
      page: null,
      error: null,
      note: null,
      usage: null,
      createdAt: when,
      finishedAt: when,
    });
    const parts: ContentPart[] = thought === '' ? [] : [{ type: 'reasoning', text: thought }];
    if (text !== '') parts.push({ type: 'text', text });
    bodies.push({ messageId: idOf(id), parts });
  }
  const first = foreign.messages.find(({ role }) => role === 'user')?.text ?? '';
  return {
    chat: {
      id: chatId,
      title: foreign.title.trim().slice(0, 200) || titleFrom(first.slice(0, 2_000)) || 'Imported chat',
      leafId: foreign.leafId === null ? null : idOf(foreign.leafId),
      clearedLeafId: null,
      modelRef: null,
      readPage: null,
      personaId: null,
      pinned: foreign.pinned,
      archived: foreign.archived,
      temporary: false,
      queue: [],
      deletedAt: null,
      createdAt,
      updatedAt: foreign.updatedAt ?? messages.at(-1)?.createdAt ?? createdAt,
    },
    messages,
    bodies,
    feedback: [],
    pages: [],
    pictures: [],
  };
}
