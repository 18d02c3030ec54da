import type { ContentPart } from '../domain/content';
import type { Picture } from '../domain/pictures/picture';
import { pictureIdsIn } from '../domain/pictures/picture-reference';
import type { Queries } from '../storage/queries';

/** Reads the pictures that texts refer to; what can't be read is left out. */
export async function picturesOf(
  queries: Pick<Queries, 'pictures'>,
  bodies: readonly { readonly parts: readonly ContentPart[] }[],
): Promise<readonly Picture[]> {
  const ids = bodies.flatMap(({ parts }) => parts.flatMap(({ text }) => pictureIdsIn(text)));
  return ids.length === 0 ? [] : queries.pictures(ids).catch(() => []);
}
