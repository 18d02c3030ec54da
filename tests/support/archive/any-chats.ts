import fc from 'fast-check';
import type { ArchivedChat } from '../../../lib/domain/archive/archived-chat';
import type { Message } from '../../../lib/domain/chat';
import type { MessageId, PictureId, SnapshotId } from '../../../lib/domain/ids';
import type { PageSnapshot } from '../../../lib/domain/page';
import type { Picture } from '../../../lib/domain/pictures/picture';
import { answerRow, chatIdOf, chatRow, messageIdOf, questionRow, snapshotRow } from '../rows';
import { chatFields, messageFields } from './any-fields';
import { answerParts, questionParts } from './any-parts';
import { text, time } from './any-row';

/** A red dot, 1 by 1. */
export const DOT =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

const row = fc.record({
  words: text,
  parent: fc.nat(1_000),
  isAnswer: fc.boolean(),
  asked: questionParts,
  answered: answerParts,
  fields: messageFields,
  rated: fc.constantFrom(0 as const, 1 as const, null),
  hasPage: fc.boolean(),
  at: time,
});

const seed = fc.record({
  fields: chatFields,
  isCleared: fc.boolean(),
  at: time,
  rows: fc.array(row, { maxLength: 12 }),
});

type Seed = typeof seed extends fc.Arbitrary<infer Value> ? Value : never;

/**
 * Chats of every kind that Aside stores: trees with branches, every kind of part, thumbs, pages, pictures of answers and of
 * questions, and whatever a row may have or do without.
 */
export const anyChats: fc.Arbitrary<readonly ArchivedChat[]> = fc
  .array(seed, { maxLength: 5 })
  .map((seeds) => seeds.map((one, index) => grow(one, `c${index}`)));

function grow({ fields, isCleared, at, rows }: Seed, name: string): ArchivedChat {
  const chatId = chatIdOf(name);
  const idAt = (index: number): MessageId => messageIdOf(`${name}-m${index}`);
  const pictures: Picture[] = [];
  const pictureFor = (messageId: MessageId): Picture => {
    const id = `${name}-p${pictures.length}` as PictureId;
    const picture: Picture = { id, messageId, mime: 'image/png', width: 1, height: 1, data: DOT };
    pictures.push(picture);
    return picture;
  };
  const messages = rows.map((row, index): Message => {
    const parent = index === 0 || row.parent % (index + 1) === index ? null : idAt(row.parent % index);
    const page = row.hasPage
      ? { snapshotId: `${name}-s${index}` as SnapshotId, title: row.words, url: 'https://example.com/' }
      : null;
    const made = row.isAnswer
      ? answerRow(idAt(index), parent ?? 'none', row.fields)
      : questionRow(idAt(index), null, { ...row.fields, page });
    return { ...made, parentId: parent, chatId, createdAt: row.at, finishedAt: row.at };
  });
  const last = messages.at(-1)?.id ?? null;
  return {
    chat: chatRow(name, {
      ...fields,
      leafId: isCleared ? null : last,
      clearedLeafId: isCleared ? last : null,
      createdAt: at,
      updatedAt: at,
    }),
    messages,
    bodies: rows.map(({ isAnswer, asked, answered }, index) => ({
      messageId: idAt(index),
      parts: (isAnswer ? answered : asked).map((make) => make(() => pictureFor(idAt(index)))),
    })),
    feedback: rows.flatMap(({ rated, isAnswer }, index) =>
      rated === null || !isAnswer ? [] : [{ messageId: idAt(index), rating: rated, at, comment: fields.title }],
    ),
    pages: messages.flatMap(({ page }): PageSnapshot[] =>
      page === null ? [] : [snapshotRow(page.snapshotId, [], { title: page.title })],
    ),
    pictures,
  };
}
