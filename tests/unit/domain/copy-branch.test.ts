import { describe, expect, test } from 'vitest';
import type { PictureId, SnapshotId } from '../../../lib/domain/ids';
import type { Picture } from '../../../lib/domain/pictures/picture';
import { copyBranch, forkTitle } from '../../../lib/domain/copy-branch';
import { answerRow, chatIdOf, chatRow, numberedIds, questionRow, snapshotRow, withText } from '../../support/rows';

const page = { snapshotId: 's' as SnapshotId, title: 'A page', url: 'https://example.com/a' };
const source = chatRow('c', { title: 'Bridges', leafId: answerRow('a', 'q').id, pinned: true, readPage: true });
const picture: Picture = {
  id: 'i' as PictureId,
  messageId: answerRow('a', 'q').id,
  mime: 'image/png',
  width: 4,
  height: 3,
  data: 'AAAA',
};
const branch = [
  withText(questionRow('q', null, { page }), 'Why?'),
  withText(answerRow('a', 'q'), 'See ![it](aside-picture:i/4x3) [b1].'),
  withText(questionRow('q2', 'a'), 'And?'),
  withText(answerRow('a2', 'q2', { status: 'streaming', finishedAt: null }), 'Half'),
];
const pages = [snapshotRow('s', [])];

function copy() {
  const whole = { source, branch, pictures: [picture], snapshots: pages };
  return copyBranch(whole, { chatId: chatIdOf('f'), newId: numberedIds(), now: 7000 });
}

describe('a branch that is copied into a chat of its own', () => {
  test('has the same texts and pages under new ids, each below the one before', () => {
    const { chat, messages, bodies, snapshots } = copy();
    const ids = messages.map(({ id }) => id);
    expect(new Set([...ids, 'q', 'a', 'q2', 'a2']).size).toBe(8);
    expect(messages.map(({ parentId }) => parentId)).toEqual([null, ...ids.slice(0, -1)]);
    expect(messages.every(({ chatId }) => chatId === 'f')).toBe(true);
    expect(messages[0]?.page).toEqual(page);
    expect(bodies.map(({ messageId }) => messageId)).toEqual(ids);
    expect(bodies[2]?.parts).toEqual(branch[2]?.parts);
    expect(snapshots).toEqual(pages);
    expect(chat).toMatchObject({
      id: 'f',
      title: 'Bridges (fork)',
      leafId: ids.at(-1),
      readPage: true,
      pinned: false,
    });
  });

  test('has its own pictures, which its text names', () => {
    const { messages, bodies, pictures } = copy();
    expect(pictures).toEqual([{ ...picture, id: expect.not.stringMatching(/^i$/), messageId: messages[1]?.id }]);
    expect(bodies[1]?.parts).toEqual([
      { type: 'text', text: `See ![it](aside-picture:${pictures[0]?.id}/4x3) [b1].` },
    ]);
  });

  test('has an answer that is still written as far as it is', () => {
    expect(copy().messages[3]).toMatchObject({ status: 'stopped', finishedAt: 7000 });
  });
});

test('a fork is named after its chat, and counted', () => {
  expect(forkTitle('Bridges')).toBe('Bridges (fork)');
  expect(forkTitle('Bridges (fork)')).toBe('Bridges (fork 2)');
  expect(forkTitle('Bridges (fork 9)')).toBe('Bridges (fork 10)');
});
