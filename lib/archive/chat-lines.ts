import * as v from 'valibot';
import type { ArchivedChat } from '../domain/archive/archived-chat';
import type { Chat, Feedback, Message, MessageBody } from '../domain/chat';
import type { PageSnapshot } from '../domain/page';
import { chatSchema, feedbackSchema, messageSchema, pageSchema } from './guard';
import { partsSchema } from './guard-parts';
import { tooManyMessages } from './collect-chats';
import { ImportFailure } from './import-failure';
import { said } from '../words/said';

const line = v.variant('type', [
  v.object({ type: v.literal('chat'), chat: chatSchema }),
  v.object({ type: v.literal('page'), page: pageSchema }),
  v.object({
    type: v.literal('message'),
    message: messageSchema,
    parts: partsSchema,
    feedback: v.exactOptional(feedbackSchema),
  }),
]);

/** A chat as it grows from its lines. */
export interface GrowingChat {
  readonly chat: Chat;
  readonly messages: Message[];
  readonly bodies: MessageBody[];
  readonly feedback: Feedback[];
  readonly pages: PageSnapshot[];
}

/** The lines of a chat, without line breaks: the chat, then the pages its messages carry, then its messages. */
export function* linesOfChat({ chat, messages, bodies, feedback, pages }: ArchivedChat): Iterable<string> {
  if (chat === null) return;
  yield JSON.stringify({ type: 'chat', chat });
  for (const page of pages) yield JSON.stringify({ type: 'page', page });
  const parts = new Map(bodies.map((body) => [body.messageId, body.parts]));
  const given = new Map(feedback.map((row) => [row.messageId, row]));
  for (const message of messages) {
    yield JSON.stringify({
      type: 'message',
      message,
      parts: parts.get(message.id) ?? [],
      feedback: given.get(message.id),
    });
  }
}

/** Reads lines in order: a chat comes out once the next one begins or the lines end. */
export interface ChatLineReader {
  /** Takes a line; gives the chat before it, where this one begins another. Throws an ImportFailure. */
  take(text: string): GrowingChat | null;
  /** The last chat; null where there was none. */
  end(): GrowingChat | null;
}

/**
 * Makes a reader. `where` names a line in failures, e.g. “Line 12 of chats.jsonl”. Above `most` messages it fails at once:
 * a chat without end must not fill the memory.
 */
export function createChatLineReader(where: (line: number) => string, most = Infinity): ChatLineReader {
  let count = 0;
  let messages = 0;
  let current: GrowingChat | null = null;
  return {
    take(text) {
      count += 1;
      const read = v.safeParse(line, parseJson(text, where(count)), { abortEarly: true });
      if (!read.success)
        throw new ImportFailure(`${where(count)} is not as Aside writes it: ${issueOf(read.issues)}.`);
      // Branded ids are strings that were checked just now.
      const found = read.output as unknown as Line;
      if (found.type === 'chat') {
        const before = current;
        current = { chat: found.chat, messages: [], bodies: [], feedback: [], pages: [] };
        return before;
      }
      if (current === null) throw new ImportFailure(`${where(count)} belongs to no chat.`);
      if (found.type === 'page') current.pages.push(found.page);
      else {
        messages += 1;
        if (messages > most) throw tooManyMessages(most);
        takeMessage(current, found, where(count));
      }
      return null;
    },
    end: () => current,
  };
}

type Line =
  | { readonly type: 'chat'; readonly chat: Chat }
  | { readonly type: 'page'; readonly page: PageSnapshot }
  | MessageLine;

interface MessageLine {
  readonly type: 'message';
  readonly message: Message;
  readonly parts: MessageBody['parts'];
  readonly feedback?: Feedback;
}

function takeMessage(into: GrowingChat, { message, parts, feedback }: MessageLine, where: string): void {
  if (message.chatId !== into.chat.id)
    throw new ImportFailure(`${where} belongs to another chat than the one above it.`);
  into.messages.push(message);
  into.bodies.push({ messageId: message.id, parts });
  if (feedback !== undefined) into.feedback.push({ ...feedback, messageId: message.id });
}

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (reason) {
    throw new ImportFailure(`${where} is damaged: it is no JSON.`, { cause: reason });
  }
}

/** The first thing that is wrong, with its place. */
export function issueOf(issues: readonly v.BaseIssue<unknown>[]): string {
  const [issue] = issues;
  if (issue === undefined) return said('something is wrong');
  const path = v.getDotPath(issue) ?? said('the line');
  return `${path.slice(0, 80)}: ${issue.message.slice(0, 200)}`;
}
