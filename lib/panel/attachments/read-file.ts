import { describeRefusal, type AttachmentRefusal } from '../../domain/attachments/describe-refusal';
import type { AttachedPart } from '../../domain/attachments/attached';
import { picturePart, readPicturePart } from '../../domain/attachments/picture-part';
import type { MakeId, PictureId } from '../../domain/ids';
import type { PictureLimits } from '../../domain/pictures/picture-limits';
import type { EngineClient } from '../../messaging/engine-client';
import { preparePicture } from './prepare-picture';
import { readText } from './read-text';

/** What reading a file needs. */
export interface FileReading {
  readonly client: Pick<EngineClient, 'request'>;
  readonly limits: PictureLimits;
  readonly newId: MakeId;
}

/** A file as it goes with a question, or in plain words why it does not. */
export type ReadFile = { readonly part: AttachedPart } | { readonly refused: string };

/** Reads a file. A picture is kept in the background, so that sending it carries nothing. */
export async function readFile(file: File, { client, limits, newId }: FileReading): Promise<ReadFile> {
  const refuse = (refusal: AttachmentRefusal) => ({ refused: describeRefusal(file.name, refusal) });
  try {
    if (!isPicture(file)) {
      const read = await readText(file);
      return 'refusal' in read ? refuse(read.refusal) : { part: textPart(file.name, read.text, newId) };
    }
    const prepared = await preparePicture(file, limits);
    if ('refusal' in prepared) return refuse(prepared.refusal);
    const picture = { ...prepared.picture, id: newId() as PictureId };
    await client.request({ type: 'keep-picture', picture });
    return { part: picturePart(picture, file.name) };
  } catch (reason) {
    console.warn('Aside: a file could not be attached.', reason);
    return refuse('unread');
  }
}

/** A text that goes with a question, fenced by a word of its own. */
function textPart(name: string, text: string, newId: MakeId): AttachedPart {
  return { type: 'file', name, origin: 'file', fence: newId().replaceAll('-', '').slice(0, 12), text };
}

/** Files whose type the system does not know are told by their names. */
const PICTURE_NAME = /\.(?:png|jpe?g|gif|webp|avif|heic|heif|svg|bmp|tiff?|ico)$/i;

/** Whether a file is to go as a picture. */
export function isPicture({ type, name }: Pick<File, 'type' | 'name'>): boolean {
  return type.startsWith('image/') || PICTURE_NAME.test(name);
}

/** Forgets a picture that was kept and that no question carries. */
export async function forgetPicture({ client }: Pick<FileReading, 'client'>, part: AttachedPart): Promise<void> {
  const reference = part.type === 'picture' ? readPicturePart(part).reference : null;
  if (reference === null || !('id' in reference)) return;
  await client.request({ type: 'drop-picture', pictureId: reference.id });
}
