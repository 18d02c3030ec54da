import { describe, expect, test } from 'vitest';
import { describeLeftOut } from '../../../lib/domain/describe-left-out';

describe('what is left out, in words', () => {
  test('is nothing where all goes', () => {
    expect(describeLeftOut({ turns: 0, pages: [], earlierPages: 0 })).toEqual([]);
  });

  test('names the page and how much of it goes, and counts the messages', () => {
    const page = { title: 'Bridges', blocks: 3, ofBlocks: 9, omitted: 0 };
    expect(describeLeftOut({ turns: 2, pages: [page], earlierPages: 0 })).toEqual([
      'Only 3 of 9 parts of “Bridges” go along, those that have most to do with the question: the page is longer than its share of the model’s memory.',
      'The 2 oldest messages of this chat stay out: the chat is longer than the model’s memory.',
    ]);
    expect(describeLeftOut({ turns: 0, pages: [{ ...page, blocks: 9, omitted: 1 }], earlierPages: 0 })).toEqual([
      'One part of “Bridges” stays out, as you chose.',
    ]);
    expect(describeLeftOut({ turns: 0, pages: [], earlierPages: 1 })).toEqual([
      'The text of the earlier page stays out, as you chose.',
    ]);
    expect(describeLeftOut({ turns: 1, pages: [], earlierPages: 0 })).toEqual([
      'The oldest message of this chat stays out: the chat is longer than the model’s memory.',
    ]);
  });

  test('names a page that the chat’s memory has no room for, and the summary that goes instead of messages', () => {
    const page = { title: 'Bridges', blocks: 0, ofBlocks: 9, omitted: 0 };
    expect(describeLeftOut({ turns: 2, summarised: 6, pages: [page], earlierPages: 0 })).toEqual([
      '“Bridges” stays out: the chat is longer than the model’s memory.',
      'A summary goes instead of the 6 oldest messages of this chat.',
      'The 2 messages after those stay out: the chat is longer than the model’s memory.',
    ]);
  });
});
