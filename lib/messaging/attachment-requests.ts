import * as v from 'valibot';
import { FILE_ORIGINS, type AttachedPart } from '../domain/attachments/attached';
import { MOST_FILE_LENGTH } from '../domain/attachments/file-limits';
import type { PictureId } from '../domain/ids';
import { id, shortText } from './request-values';

const pixels = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20_000));
const pictureId = v.pipe(id<PictureId>(), v.regex(/^[\w-]{1,64}$/));

const part = v.variant('type', [
  v.object({ type: v.literal('picture'), text: shortText }),
  v.object({
    type: v.literal('file'),
    name: shortText,
    origin: v.picklist(FILE_ORIGINS),
    fence: v.pipe(v.string(), v.regex(/^\w{1,64}$/)),
    text: v.pipe(v.string(), v.maxLength(MOST_FILE_LENGTH)),
  }),
]) satisfies v.GenericSchema<AttachedPart>;

/** What goes with a question: at least one thing, where anything does. */
export const attached = v.pipe(v.array(part), v.minLength(1), v.maxLength(50), v.readonly());

/** What a panel keeps of a question that is not asked yet. */
export const attachmentRequests = [
  v.object({
    type: v.literal('keep-picture'),
    picture: v.object({
      id: pictureId,
      mime: v.picklist(['image/png', 'image/jpeg', 'image/webp', 'image/gif']),
      width: pixels,
      height: pixels,
      // Base64 of what `picture-limits` lets through, and some more.
      data: v.pipe(v.string(), v.maxLength(8_000_000)),
    }),
  }),
  v.object({ type: v.literal('drop-picture'), pictureId }),
] as const;
