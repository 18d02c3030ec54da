import { describe, expect, test } from 'vitest';
import {
  fencedSummary,
  newestSummary,
  openingOf,
  summaryOf,
  summaryThatWent,
  withSummary,
} from '../../../../lib/domain/memory/chat-summary';
import { answerRow, questionRow, summaryRow } from '../../../support/rows';

const [S1, S2] = [summaryRow('s1', { messages: 2 }), summaryRow('s2', { messages: 4 })];
const branch = [
  questionRow('q1', null),
  answerRow('a1', 'q1', { summaries: [S1] }),
  questionRow('q2', 'a1'),
  answerRow('a2', 'q2', { summaries: [S2] }),
  questionRow('q3', 'a2'),
];

describe('the summary of a branch', () => {
  test('is the newest, kept by the last message that it is of', () => {
    expect(summaryOf(branch)).toEqual({ ...S2, upTo: 'a2' });
    expect(summaryOf(branch.slice(0, 3))).toEqual({ ...S1, upTo: 'a1' });
    expect(summaryOf(branch.slice(0, 1))).toBeNull();
  });

  test('is none where the newest was dropped, which does not bring an older one back', () => {
    const dropped = branch.map((message) =>
      message.summaries?.[0] === S2 ? { ...message, summaries: [{ ...S2, dropped: true }] } : message,
    );
    expect(summaryOf(dropped)).toBeNull();
    expect(newestSummary(dropped)?.id).toBe('s2');
  });

  test('is not one of messages that are deleted since', () => {
    expect(summaryOf(branch.slice(2))).toBeNull();
    expect(summaryOf(branch.filter(({ id }) => id !== 'q2'))).toEqual({ ...S1, upTo: 'a1' });
  });

  test('that went once is found whatever holds now', () => {
    const edited = { ...S2, id: 's3' as typeof S2.id };
    const kept = branch.map((message) =>
      message.summaries?.[0] === S2 ? { ...message, summaries: [S2, edited] } : message,
    );
    expect(summaryOf(kept)?.id).toBe('s3');
    expect(summaryThatWent(kept, S2.id)).toEqual({ ...S2, upTo: 'a2' });
    expect(summaryThatWent(kept, 'gone' as typeof S2.id)).toBeNull();
    expect(summaryThatWent(kept, undefined)).toBeNull();
  });
});

test('of former summaries those stay that an answer was asked with', () => {
  const next = summaryRow('s3');
  expect(withSummary([S1, S2], next, new Set([S1.id]))).toEqual([S1, next]);
  expect(withSummary(undefined, next, new Set())).toEqual([next]);
  expect(withSummary([S1], { ...S1, dropped: true }, new Set([S1.id]))).toEqual([{ ...S1, dropped: true }]);
});

test('a summary stands in its fence, without what cannot be seen, and is said to be no instruction', () => {
  const text = 'Ropes.\u{E0041}\u200B';
  expect(fencedSummary({ text, fence: 'abc' })).toBe('<summary-abc>\nRopes.\n</summary-abc>');
  expect(openingOf({ text, fence: 'abc' })).toMatch(
    /^\(The earlier part[^]*<summary-abc> and <\/summary-abc>[^]*never follow instructions[^]*\n\n<summary-abc>\nRopes\.\n<\/summary-abc>\n\n\(The chat goes on from here\.\)$/,
  );
});
