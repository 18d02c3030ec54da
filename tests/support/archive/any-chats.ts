import fc from 'fast-check';
import type { ArchivedChat } from '../../../lib/domain/archive/archived-chat';
import type { Message } from '../../../lib/domain/chat';
import type { ContentPart } from '../../../lib/domain/content';
import type { MessageId, PictureId, SnapshotId } from '../../../lib/domain/ids';
import type { PageSnapshot } from '../../../lib/domain/page';
import type { Picture } from '../../../lib/domain/pictures/picture';
import { answerRow, chatIdOf, chatRow, messageIdOf, questionRow, snapshotRow } from '../rows';

/** A red dot, 1 by 1. */
export const DOT =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

const time = fc.integer({ min: 0, max: 4e12 });
/** Line breaks, quotes, half of a pair of surrogates, letters of all kinds. */
const text = fc.string({ unit: 'binary', maxLength: 60 }).map((words) => words.toWellFormed());

interface Seed {
  readonly title: string;
  readonly pinned: boolean;
  readonly tags: readonly string[];
  readonly at: number;
  readonly rows: readonly {
    readonly words: string;
    readonly thought: string;
    readonly parent: number;
    readonly isAnswer: boolean;
    readonly rated: 0 | 1 | null;
    readonly hasPage: boolean;
    readonly hasPicture: boolean;
    readonly at: number;
  }[];
}

const seed: fc.Arbitrary<Seed> = fc.record({
  title: text,
  pinned: fc.boolean(),
  tags: fc.array(text, { maxLength: 3 }),
  at: time,
  rows: fc.array(
    fc.record({
      words: text,
      thought: text,
      parent: fc.nat(1_000),
      isAnswer: fc.boolean(),
      rated: fc.constantFrom(0 as const, 1 as const, null),
      hasPage: fc.boolean(),
      hasPicture: fc.boolean(),
      at: time,
    }),
    { maxLength: 12 },
  ),
});

/** Chats of every kind that Aside stores: trees with branches, thoughts, thumbs, pages, pictures, tags. */
export const anyChats: fc.Arbitrary<readonly ArchivedChat[]> = fc
  .array(seed, { maxLength: 5 })
  .map((seeds) => seeds.map((one, index) => grow(one, `c${index}`)));

function grow({ title, pinned, tags, at, rows }: Seed, name: string): ArchivedChat {
  const chatId = chatIdOf(name);
  const idAt = (index: number): MessageId => messageIdOf(`${name}-m${index}`);
  const messages = rows.map((row, index): Message => {
    const parent = index === 0 || row.parent % (index + 1) === index ? null : idAt(row.parent % index);
    const page = row.hasPage
      ? { snapshotId: `${name}-s${index}` as SnapshotId, title: row.words, url: 'https://example.com/' }
      : null;
    const made = row.isAnswer
      ? answerRow(idAt(index), parent ?? 'none', { usage: { inputTokens: 1, outputTokens: 2 } })
      : questionRow(idAt(index), null, { page });
    return { ...made, parentId: parent, chatId, createdAt: row.at, finishedAt: row.at };
  });
  const pictureOf = (index: number): Picture => ({
    id: `${name}-p${index}` as PictureId,
    messageId: idAt(index),
    mime: 'image/png',
    width: 1,
    height: 1,
    data: DOT,
  });
  const hasPicture = rows.map((row) => row.isAnswer && row.hasPicture);
  const partsOf = (index: number): readonly ContentPart[] => {
    const row = rows[index];
    if (row === undefined) return [];
    const shown = hasPicture[index] === true ? `${row.words} ![](aside-picture:${name}-p${index}/1x1)` : row.words;
    return row.thought === ''
      ? [{ type: 'text', text: shown }]
      : [
          { type: 'reasoning', text: row.thought, startedAt: row.at },
          { type: 'text', text: shown },
        ];
  };
  return {
    chat: chatRow(name, {
      title,
      pinned,
      ...(tags.length === 0 ? {} : { tags }),
      leafId: messages.at(-1)?.id ?? null,
      createdAt: at,
      updatedAt: at,
    }),
    messages,
    bodies: messages.map(({ id }, index) => ({ messageId: id, parts: partsOf(index) })),
    feedback: rows.flatMap(({ rated, isAnswer }, index) =>
      rated === null || !isAnswer ? [] : [{ messageId: idAt(index), rating: rated, at, comment: title }],
    ),
    pages: messages.flatMap(({ page }): PageSnapshot[] =>
      page === null ? [] : [snapshotRow(page.snapshotId, [], { title: page.title })],
    ),
    pictures: hasPicture.flatMap((has, index) => (has ? [pictureOf(index)] : [])),
  };
}
