import * as v from 'valibot';
import { FILE_ORIGINS, type FilePart, type PicturePart } from '../domain/attachments/attached';
import { LIMITS } from './limits';

type Fields<Row> = Readonly<Record<keyof Required<Row>, v.GenericSchema>>;

const short = v.pipe(v.string(), v.maxLength(4_000));
const text = v.pipe(v.string(), v.maxLength(LIMITS.text, 'A message is longer than 50 million characters.'));

/** A picture that went with a question. */
export const picturePart = { type: v.literal('picture'), text: short } satisfies Fields<PicturePart>;
/** A text that went with a question. */
export const filePart = {
  type: v.literal('file'),
  name: short,
  origin: v.picklist(FILE_ORIGINS),
  fence: v.pipe(v.string(), v.regex(/^\w{1,64}$/)),
  text,
} satisfies Fields<FilePart>;
/** What is to go with a question that waits. */
export const attached = v.variant('type', [v.object(picturePart), v.object(filePart)]);
