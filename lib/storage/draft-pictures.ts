import type { EntityTable } from 'dexie';
import type { MessageId, PictureId } from '../domain/ids';
import type { Picture } from '../domain/pictures/picture';

/** How long a picture is kept for a question that was never asked, in ms. */
export const DRAFT_PICTURES_KEPT_MS = 30 * 24 * 60 * 60 * 1000;

const OWNER = 'draft-';

/** What stands in the place of a message in the row of a picture that no message carries yet. */
export function draftOwner(id: PictureId): MessageId {
  return `${OWNER}${id}` as MessageId;
}

type Pictures = EntityTable<Picture, 'id'>;

/** Forgets pictures that were attached long before `before` (ms since the epoch) and never asked about. */
export async function purgeDraftPictures(pictures: Pictures, before: number): Promise<void> {
  await pictures
    .where('messageId')
    .startsWith(OWNER)
    .and(({ draftAt = 0 }) => draftAt < before - DRAFT_PICTURES_KEPT_MS)
    .delete();
}

/** Forgets a picture, unless a message carries it. */
export async function dropDraftPicture(pictures: Pictures, id: PictureId): Promise<void> {
  if ((await pictures.get(id))?.draftAt !== undefined) await pictures.delete(id);
}
