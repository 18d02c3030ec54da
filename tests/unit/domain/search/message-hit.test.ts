import { expect, test } from 'vitest';
import { isChatWanted, isRowWanted, isTextWanted, newestHits } from '../../../../lib/domain/search/message-hit';
import { answerRow, chatRow, messageIdOf, MODEL, questionRow } from '../../../support/rows';

const query = (filters = {}, ...terms: string[]) => ({ terms, filters });

test('a text is wanted where it has all terms, folded, and code where that is asked for', () => {
  expect(isTextWanted('Große\n BRÜCKE', query({}, 'brucke', 'große b'))).toBe(true);
  expect(isTextWanted('Brücke', query({}, 'brucke', 'fog'))).toBe(false);
  expect(isTextWanted('x', query({ hasCode: true }))).toBe(false);
});

test('a row is wanted by its time, its model and the page it is about, and never where it was deleted', () => {
  const answer = answerRow('a', 'q', { createdAt: 2000 });
  const question = questionRow('q', null, {
    page: { snapshotId: 's' as never, title: 'P', url: 'https://docs.example.com' },
  });
  expect(isRowWanted(answer, question, query({ from: 2000, to: 2001, model: MODEL, site: 'example.com' }))).toBe(
    true,
  );
  expect(isRowWanted(answer, question, query({ to: 2000 }))).toBe(false);
  expect(isRowWanted(answer, undefined, query({ site: 'example.com' }))).toBe(false);
  expect(isRowWanted(question, undefined, query({ model: MODEL }))).toBe(false);
  expect(isRowWanted({ ...answer, deletion: { id: 'd' as never, at: 1 } }, question, query())).toBe(false);
});

test('a chat is wanted while it is there, has something on view, and the tag', () => {
  const chat = chatRow('c', { leafId: messageIdOf('a'), tags: ['Work'] });
  expect(isChatWanted(chat, query({ tag: 'work' }))).toBe(true);
  expect(isChatWanted(chat, query({ tag: 'home' }))).toBe(false);
  expect(isChatWanted({ ...chat, leafId: null }, query())).toBe(false);
  expect(isChatWanted({ ...chat, deletedAt: 1 }, query())).toBe(false);
});

test('the newest hits come first, each once', () => {
  const hit = (id: string, createdAt: number) => ({
    message: answerRow(id, 'q', { createdAt }),
    chat: chatRow('c'),
    text: '',
  });
  const hits = newestHits([hit('a', 1), hit('b', 3), hit('a', 1), hit('c', 2)], 2);
  expect(hits.map(({ message }) => message.id)).toEqual(['b', 'c']);
});
