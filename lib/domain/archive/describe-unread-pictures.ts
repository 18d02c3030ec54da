import { plural } from '../../words/plural';

/** Says that pictures are not in a file; empty where all are. */
export function describeUnreadPictures(unread: number): string {
  if (unread === 0) return '';
  return plural(unread, [
    'One picture could not be read and is not in the file.',
    '# pictures could not be read and are not in the file.',
  ]);
}

/** Says that pictures which answers name are not stored any more; empty where none is. */
export function describeMissingPictures(missing: number): string {
  if (missing === 0) return '';
  return plural(missing, [
    'One picture is not stored any more: its answer names it, but it is gone.',
    '# pictures are not stored any more: their answers name them, but they are gone.',
  ]);
}
