import { expect, test } from 'vitest';
import type { ThreadMessage } from '../../../lib/domain/chat';
import type { PictureId } from '../../../lib/domain/ids';
import type { Picture } from '../../../lib/domain/pictures/picture';
import { branchToSave } from '../../../lib/panel/branch-to-save';
import { answerRow, chatRow, messageIdOf, questionRow, textParts, withText } from '../../support/rows';

const picture: Picture = {
  id: 'one' as PictureId,
  messageId: messageIdOf('a'),
  mime: 'image/png',
  width: 1,
  height: 1,
  data: 'AAAA',
};

const TEXT = 'See ![x](aside-picture:one/1x1), ![y](aside-picture:two/1x1) and ![x](aside-picture:one/1x1)';

function sessionOn(entries: readonly ThreadMessage[], title: string | null = 'A chat') {
  return {
    thread: title === null ? null : { chat: chatRow('c', { title }) },
    stored: { entries: () => Promise.resolve(entries) },
    answerOf: (entry: ThreadMessage) => ({ parts: entry.message.id === 'a' ? textParts(TEXT) : entry.parts }),
  } as unknown as Parameters<typeof branchToSave>[0];
}

const branch = [withText(questionRow('q', null), 'Why?'), withText(answerRow('a', 'q'), 'See')];

test('is the branch on view, growing answers as far as they are, with the pictures that could be read', async () => {
  const saved = await branchToSave(sessionOn(branch), { pictures: async () => [picture] });
  expect(saved?.title).toBe('A chat');
  expect(saved?.branch.map(({ parts }) => parts)).toEqual([textParts('Why?'), textParts(TEXT)]);
  expect(saved).toMatchObject({ pictures: [picture], unread: 1 });
});

test('counts every picture of a failed read, so that the file can say what it lacks', async () => {
  const saved = await branchToSave(sessionOn(branch), { pictures: () => Promise.reject(new Error('unreadable')) });
  expect(saved).toMatchObject({ pictures: [], unread: 2 });
});

test('is nothing where no chat is on view', async () => {
  expect(await branchToSave(sessionOn(branch, null), { pictures: async () => [] })).toBeNull();
});
