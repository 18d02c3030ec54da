import { plural } from '../../words/plural';

/** Says that pictures are not in a file; empty where all are. */
export function describeUnreadPictures(unread: number): string {
  if (unread === 0) return '';
  return plural(unread, [
    'One picture could not be read and is not in the file.',
    '# pictures could not be read and are not in the file.',
  ]);
}
