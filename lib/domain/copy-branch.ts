import type { Chat, Message, MessageBody, ThreadMessage } from './chat';
import type { ContentPart } from './content';
import type { ChatId, MakeId, MessageId, PictureId } from './ids';
import type { PageSnapshot } from './page';
import type { Picture } from './pictures/picture';
import { pictureReference, replacePictures } from './pictures/picture-reference';

/** A chat with all that is its own, ready to be stored. */
export interface WholeChat {
  readonly chat: Chat;
  readonly messages: readonly Message[];
  readonly bodies: readonly MessageBody[];
  readonly pictures: readonly Picture[];
  /** The pages that its questions carry; other chats may carry them too. */
  readonly snapshots: readonly PageSnapshot[];
}

interface BranchToCopy {
  /** The chat that it is from, which stays as it is. */
  readonly source: Chat;
  /** Root first. */
  readonly branch: readonly ThreadMessage[];
  readonly pictures: readonly Picture[];
  readonly snapshots: readonly PageSnapshot[];
}

/**
 * Copies a branch into a chat of its own: the same texts, pages and settings under new ids. Thumbs stay with the answers
 * that were rated. An answer that is still written is copied as far as it is, as stopped. `now` is in milliseconds since
 * the epoch.
 */
export function copyBranch(
  { source, branch, pictures, snapshots }: BranchToCopy,
  { chatId, newId, now }: { readonly chatId: ChatId; readonly newId: MakeId; readonly now: number },
): WholeChat {
  const copies = new Map<PictureId, Picture>();
  const messages: Message[] = [];
  const bodies: MessageBody[] = [];
  for (const { message, parts } of branch) {
    const id = newId() as MessageId;
    for (const picture of pictures) {
      if (picture.messageId !== message.id) continue;
      copies.set(picture.id, { ...picture, id: newId() as PictureId, messageId: id });
    }
    const ended = message.status === 'streaming' ? ({ status: 'stopped', finishedAt: now } as const) : {};
    messages.push({ ...message, id, chatId, parentId: messages.at(-1)?.id ?? null, ...ended });
    bodies.push({ messageId: id, parts: parts.map((part) => withPictures(part, copies)) });
  }
  return {
    chat: {
      ...source,
      id: chatId,
      title: forkTitle(source.title),
      leafId: messages.at(-1)?.id ?? null,
      clearedLeafId: null,
      pinned: false,
      archived: false,
      unread: false,
      queue: [],
      deletedAt: null,
      createdAt: now,
      updatedAt: now,
    },
    messages,
    bodies,
    pictures: [...copies.values()],
    snapshots,
  };
}

/** The title of a chat that goes on from another: “Bridges (fork)”, and of one that goes on from that “Bridges (fork 2)”. */
export function forkTitle(title: string): string {
  const [, name = title, number = '1'] = /^(.*) \(fork(?: (\d{1,6}))?\)$/su.exec(title) ?? [];
  return name === title ? `${title} (fork)` : `${name} (fork ${Number(number) + 1})`;
}

function withPictures(part: ContentPart, copies: ReadonlyMap<PictureId, Picture>): ContentPart {
  if (part.type !== 'text' && part.type !== 'picture') return part;
  const text = replacePictures(part.text, (alt, reference, whole) => {
    const copy = 'id' in reference ? copies.get(reference.id) : undefined;
    return copy === undefined ? whole : `![${alt}](${pictureReference(copy)})`;
  });
  return text === part.text ? part : { ...part, text };
}
