import type { ContentPart } from '../domain/content';
import type { Picture } from '../domain/pictures/picture';
import { pictureIdsIn } from '../domain/pictures/picture-reference';
import type { Queries } from '../storage/queries';

/** The pictures of some texts, and how many of them could not be read. */
export interface ReadPictures {
  readonly pictures: readonly Picture[];
  readonly unread: number;
}

/** Reads the pictures that texts refer to. What can't be read is counted, so that whoever saves the rest can say so. */
export async function picturesOf(
  queries: Pick<Queries, 'pictures'>,
  bodies: readonly { readonly parts: readonly ContentPart[] }[],
): Promise<ReadPictures> {
  const ids = new Set(bodies.flatMap(({ parts }) => parts.flatMap(({ text }) => pictureIdsIn(text))));
  if (ids.size === 0) return { pictures: [], unread: 0 };
  const pictures = await queries.pictures([...ids]).catch(() => []);
  return { pictures, unread: ids.size - new Set(pictures.map(({ id }) => id)).size };
}
