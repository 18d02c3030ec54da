import fc from 'fast-check';
import { expect, test } from 'vitest';
import { picturePart } from '../../../../lib/domain/attachments/picture-part';
import { previewPlan } from '../../../../lib/domain/archive/import-plan';
import { stableId } from '../../../../lib/domain/archive/stable-id';
import { copyIdOf, withNewIds } from '../../../../lib/domain/archive/with-new-ids';
import type { QueuedQuestion } from '../../../../lib/domain/chat';
import type { PictureId } from '../../../../lib/domain/ids';
import type { Picture } from '../../../../lib/domain/pictures/picture';
import { pictureIdsIn } from '../../../../lib/domain/pictures/picture-reference';
import { anyChats, DOT } from '../../../support/archive/any-chats';
import { smallChat } from '../../../support/archive/small-chat';
import { chatRow, messageIdOf, MODEL } from '../../../support/rows';

test('a copy has no id of the former, the same shape, and shows its own pictures', () => {
  fc.assert(
    fc.property(anyChats, (chats) => {
      for (const chat of chats) {
        const copy = withNewIds(chat, copyIdOf(chat));
        const former = new Set(chat.messages.map(({ id }) => id));
        expect(copy.messages.some(({ id }) => former.has(id))).toBe(false);
        const place = new Map(chat.messages.map(({ id }, index) => [id, copy.messages[index]?.id]));
        expect(copy.messages.map(({ parentId }) => parentId)).toEqual(
          chat.messages.map(({ parentId }) => (parentId === null ? null : place.get(parentId))),
        );
        const shown = copy.bodies.flatMap(({ parts }) => parts.flatMap(({ text }) => pictureIdsIn(text)));
        expect(shown).toEqual(copy.pictures.map(({ id }) => id));
        expect(withNewIds(chat, copyIdOf(chat))).toEqual(copy);
      }
    }),
    { numRuns: 30 },
  );
});

test('a question that waits shows the picture of the copy too', () => {
  const chat = smallChat('a');
  const picture: Picture = {
    id: 'p' as PictureId,
    messageId: messageIdOf('a0'),
    mime: 'image/png',
    width: 1,
    height: 1,
    data: DOT,
  };
  const waiting: QueuedQuestion = {
    messageId: messageIdOf('b'),
    answerId: messageIdOf('c'),
    text: 'And now?',
    attached: [picturePart(picture, 'A dot')],
    modelRef: MODEL,
    page: null,
    replaces: picture.messageId,
  };
  const archived = { ...chat, chat: chatRow('a', { queue: [waiting] }), pictures: [picture] };
  const copy = withNewIds(archived, copyIdOf(archived));
  const shown = copy.chat?.queue.flatMap(({ attached = [] }) =>
    attached.flatMap(({ text }) => pictureIdsIn(text)),
  );
  expect(shown).toEqual(copy.pictures.map(({ id }) => id));
  expect(shown).not.toEqual([picture.id]);
});

test('ids follow from words, and from where one ends', () => {
  expect(stableId('a', 'b')).toBe(stableId('a', 'b'));
  expect(stableId('a', 'b')).not.toBe(stableId('ab'));
  const ids = new Set(Array.from({ length: 100_000 }, (_, index) => stableId('chat', `${index}`)));
  expect(ids.size).toBe(100_000);
});

test('a preview counts what comes, newest first', () => {
  const [chats = []] = fc.sample(
    anyChats.filter(({ length }) => length > 2),
    { numRuns: 1, seed: 3 },
  );
  const preview = previewPlan({ chats, copies: 1, duplicates: 2 }, 'Aside', 3);
  expect(preview).toMatchObject({ source: 'Aside', chats: chats.length, copies: 1, duplicates: 2, unreadable: 3 });
  expect(preview.messages).toBe(chats.reduce((sum, { messages }) => sum + messages.length, 0));
  const newest = chats.toSorted((a, b) => (b.chat?.updatedAt ?? 0) - (a.chat?.updatedAt ?? 0))[0];
  expect(preview.titles[0]).toBe(newest?.chat?.title || 'Chat');
});
