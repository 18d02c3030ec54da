import fc from 'fast-check';
import { FILE_ORIGINS, type FilePart } from '../../../lib/domain/attachments/attached';
import { picturePart } from '../../../lib/domain/attachments/picture-part';
import type { ContentPart, ReasoningPart, TextPart } from '../../../lib/domain/content';
import type { Picture } from '../../../lib/domain/pictures/picture';
import type { ThoughtSeal } from '../../../lib/domain/thought-seal';
import type { FindingPart } from '../../../lib/domain/whole-page/finding';
import { anyRow, count, text, time, word } from './any-row';
import { chatError, usage } from './any-values';

/** What a picture is drawn from once its message is known. */
export type MakePart = (picture: () => Picture) => ContentPart;

const seal: fc.Arbitrary<ThoughtSeal> = fc.oneof(
  fc.record({ kind: fc.constant('anthropic-thinking' as const), thinking: text, signature: text }),
  fc.record({ kind: fc.constant('anthropic-redacted' as const), data: text }),
  fc.record({
    kind: fc.constant('openai-reasoning' as const),
    id: text,
    summary: fc.array(text),
    encrypted: text,
  }),
);

export const filePart = anyRow<FilePart>(
  { type: fc.constant('file'), name: text, origin: fc.constantFrom(...FILE_ORIGINS), fence: word, text },
  'type',
  'name',
  'origin',
  'fence',
  'text',
);

const finding = anyRow<FindingPart>(
  {
    type: fc.constant('finding'),
    part: count,
    state: fc.constantFrom('waiting', 'reading', 'read', 'empty', 'failed', 'left-out'),
    text,
    error: chatError,
    usage,
  },
  'type',
  'part',
  'state',
  'text',
);

const thought = anyRow<ReasoningPart>(
  {
    type: fc.constant('reasoning'),
    text,
    startedAt: time,
    endedAt: time,
    seals: fc.array(seal, { maxLength: 2 }),
  },
  'type',
  'text',
);

const words = anyRow<TextPart>({ type: fc.constant('text'), text }, 'type', 'text');

const asIs = (part: ContentPart) => (): ContentPart => part;

const KINDS: Readonly<Record<ContentPart['type'], fc.Arbitrary<MakePart>>> = {
  text: fc.tuple(words, fc.boolean()).map(
    ([part, shows]): MakePart =>
      (picture) =>
        shows ? { ...part, text: `${part.text} ${picturePart(picture(), '').text}` } : part,
  ),
  reasoning: thought.map(asIs),
  finding: finding.map(asIs),
  picture: text.map(
    (name): MakePart =>
      (picture) =>
        picturePart(picture(), name),
  ),
  file: filePart.map(asIs),
};

/** Bodies as questions have them. */
export const questionParts = fc
  .tuple(fc.array(fc.oneof(KINDS.picture, KINDS.file), { maxLength: 3 }), KINDS.text)
  .map(([attached, asked]) => [...attached, asked]);

/** Bodies as answers have them: findings first. */
export const answerParts = fc
  .tuple(
    fc.array(KINDS.finding, { maxLength: 3 }),
    fc.array(fc.oneof(KINDS.reasoning, KINDS.text), { maxLength: 3 }),
  )
  .map(([findings, said]) => [...findings, ...said]);
