import { attachedOf, type AttachedPart } from '../../domain/attachments/attached';
import { readPicturePart, picturePart } from '../../domain/attachments/picture-part';
import type { ContentPart } from '../../domain/content';
import type { MakeId, MessageId, PictureId } from '../../domain/ids';
import type { Picture } from '../../domain/pictures/picture';
import type { ChatStore } from '../chat-store';

/** A question's attachments, and the rows of its pictures: they are to be stored with it. */
export interface OwnAttachments {
  readonly parts: readonly AttachedPart[];
  readonly pictures: readonly Picture[];
}

const NOTHING: OwnAttachments = { parts: [], pictures: [] };

/**
 * Makes attachments the question's own, so that they live and go with it. A picture that was a draft moves to it; one that
 * another message has (a former version, a fork's source) is copied under a new id. What is gone stays as its name.
 */
export async function ownAttachments(
  store: Pick<ChatStore, 'pictures'>,
  attached: readonly AttachedPart[],
  { messageId, newId }: { readonly messageId: MessageId; readonly newId: MakeId },
): Promise<OwnAttachments> {
  if (attached.length === 0) return NOTHING;
  const found = await store.pictures(attached.flatMap((part) => pictureIdOf(part) ?? []));
  const pictures: Picture[] = [];
  const parts = attached.map((part): AttachedPart => {
    const id = pictureIdOf(part);
    const picture = found.find((one) => one.id === id);
    if (part.type !== 'picture' || picture === undefined) return part;
    const { draftAt, ...kept } = picture;
    const isMoved = draftAt !== undefined && !pictures.some((one) => one.id === picture.id);
    const own: Picture = { ...kept, messageId, ...(isMoved ? {} : { id: newId() as PictureId }) };
    pictures.push(own);
    return picturePart(own, readPicturePart(part).name);
  });
  return { parts, pictures };
}

/** A question's body: what goes with it, then its words, where it has some. */
export function withWords(
  attached: readonly AttachedPart[] | undefined = [],
  text: string,
): readonly ContentPart[] {
  return text === '' ? attached : [...attached, { type: 'text', text }];
}

/** The stored pictures of a thread's questions; asks for none where there are none. */
export async function picturesOfThread(
  store: Pick<ChatStore, 'pictures'>,
  thread: readonly { readonly parts: Parameters<typeof attachedOf>[0] }[],
): Promise<ReadonlyMap<PictureId, Picture>> {
  const ids = thread.flatMap(({ parts }) => attachedOf(parts).flatMap((part) => pictureIdOf(part) ?? []));
  if (ids.length === 0) return NO_PICTURES;
  return new Map((await store.pictures(ids)).map((picture) => [picture.id, picture]));
}

const NO_PICTURES: ReadonlyMap<PictureId, Picture> = new Map();

function pictureIdOf(part: AttachedPart): PictureId | null {
  const reference = part.type === 'picture' ? readPicturePart(part).reference : null;
  return reference !== null && 'id' in reference ? reference.id : null;
}
