import * as v from 'valibot';
import { FILE_ORIGINS, type FilePart, type PicturePart } from '../domain/attachments/attached';
import type { ContentPart, ReasoningPart, TextPart } from '../domain/content';
import type { FindingPart } from '../domain/whole-page/finding';
import { chatError, count, short, text, time, usage, type Fields } from './guard-values';

const seal = v.variant('kind', [
  v.object({ kind: v.literal('anthropic-thinking'), thinking: text, signature: text }),
  v.object({ kind: v.literal('anthropic-redacted'), data: text }),
  v.object({ kind: v.literal('openai-reasoning'), id: text, summary: v.array(text), encrypted: text }),
]);

const KINDS = {
  text: v.object({ type: v.literal('text'), text } satisfies Fields<TextPart>),
  reasoning: v.object({
    type: v.literal('reasoning'),
    text,
    startedAt: v.exactOptional(time),
    endedAt: v.exactOptional(time),
    seals: v.exactOptional(v.array(seal)),
  } satisfies Fields<ReasoningPart>),
  finding: v.object({
    type: v.literal('finding'),
    part: count,
    state: v.picklist(['waiting', 'reading', 'read', 'empty', 'failed', 'left-out']),
    text,
    error: v.exactOptional(chatError),
    usage: v.exactOptional(usage),
  } satisfies Fields<FindingPart>),
  picture: v.object({ type: v.literal('picture'), text: short } satisfies Fields<PicturePart>),
  file: v.object({
    type: v.literal('file'),
    name: short,
    origin: v.picklist(FILE_ORIGINS),
    fence: v.pipe(v.string(), v.regex(/^\w{1,64}$/)),
    text,
  } satisfies Fields<FilePart>),
  // A kind that is missing here would have its whole archive refused.
} satisfies Readonly<Record<ContentPart['type'], v.GenericSchema>>;

/** What is to go with a question that waits. */
export const attached = v.variant('type', [KINDS.picture, KINDS.file]);

/** A message's body. */
export const partsSchema = v.array(
  v.variant('type', [KINDS.text, KINDS.reasoning, KINDS.finding, KINDS.picture, KINDS.file]),
);
