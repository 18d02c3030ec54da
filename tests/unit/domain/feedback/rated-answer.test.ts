import { expect, test } from 'vitest';
import {
  filterRated,
  ratedLine,
  type RatedAnswer,
  type RatedFilter,
} from '../../../../lib/domain/feedback/rated-answer';
import type { RequestView } from '../../../../lib/domain/sent-request';
import { answerRow, chatRow, messageIdOf } from '../../../support/rows';

const ALL: RatedFilter = { rating: null, reason: null, model: null, since: null, text: '' };

const rated = (id: string, more: Partial<RatedAnswer['feedback']> = {}): RatedAnswer => ({
  feedback: { messageId: messageIdOf(id), rating: 0, at: 2000, comment: null, ...more },
  message: answerRow(id, 'q', { modelRef: { ...answerRow('', '').modelRef, model: id } as never }),
  chat: chatRow('c'),
  question: 'When was the Brücke built?',
  answer: `Answer of ${id}.`,
});

const bad = rated('m1', { reasons: ['wrong', 'too-long'], comment: 'Off by a year' });
const good = rated('m2', { rating: 1, at: 5000 });
const ids = (filter: Partial<RatedFilter>) =>
  filterRated([bad, good], { ...ALL, ...filter }).map(({ message }) => message.id);

test('rated answers are filtered by thumb, reason, model, time and words, accents and case aside', () => {
  expect(ids({})).toEqual(['m1', 'm2']);
  expect(ids({ rating: 1 })).toEqual(['m2']);
  expect(ids({ reason: 'wrong' })).toEqual(['m1']);
  expect(ids({ model: 'Model, m2' })).toEqual(['m2']);
  expect(ids({ since: 3000 })).toEqual(['m2']);
  expect(ids({ text: 'brucke YEAR' })).toEqual(['m1']);
  expect(ids({ text: 'nowhere' })).toEqual([]);
});

test('a line for an evaluation tells what was asked with what, and how it was rated', () => {
  const sent = {
    host: 'api.example.com',
    model: 'm1',
    system: 'Be brief.',
    messages: [{ role: 'user', text: 'When?', seals: [] }],
    parameters: { temperature: 0.2 },
    exact: true,
  } as unknown as RequestView;
  const line = ratedLine(bad, sent);
  expect(line).not.toContain('\n');
  expect(JSON.parse(line)).toMatchObject({
    format: 'aside-rated-answer',
    version: 1,
    question: 'When was the Brücke built?',
    context: { host: 'api.example.com', system: 'Be brief.', messages: [{ role: 'user', text: 'When?' }] },
    answer: 'Answer of m1.',
    provider: 'Model',
    model: 'm1',
    parameters: { temperature: 0.2 },
    rating: 'bad',
    reasons: ['wrong', 'too-long'],
    comment: 'Off by a year',
    ratedAt: '1970-01-01T00:00:02.000Z',
  });
  expect(JSON.parse(ratedLine(good, null))).toMatchObject({ context: null, rating: 'good', reasons: [] });
});
