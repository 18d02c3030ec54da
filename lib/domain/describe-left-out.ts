import { formatNumber } from '../words/format';
import { plural } from '../words/plural';
import type { LeftOut } from './prompt';

/** Says in plain sentences what of a chat does not go to the model, and why; empty where all goes. */
export function describeLeftOut({ turns, summarised = 0, pages, earlierPages }: LeftOut): readonly string[] {
  const sentences = pages.flatMap(({ title, blocks, ofBlocks, omitted }) => {
    if (blocks === 0 && ofBlocks > 0) return [`“${title}” stays out: the chat is longer than the model’s memory.`];
    const chosen = plural(
      omitted,
      ['One part of “{0}” stays out, as you chose.', '# parts of “{0}” stay out, as you chose.'],
      [title],
    );
    const cut = plural(
      ofBlocks,
      [
        'Only {0} of one part of “{1}” goes along, that which has most to do with the question: the page is longer than its share of the model’s memory.',
        'Only {0} of # parts of “{1}” go along, those that have most to do with the question: the page is longer than its share of the model’s memory.',
      ],
      [formatNumber(blocks), title],
    );
    return [...(omitted > 0 ? [chosen] : []), ...(blocks < ofBlocks ? [cut] : [])];
  });
  if (earlierPages > 0) {
    sentences.push(
      plural(earlierPages, [
        'The text of the earlier page stays out, as you chose.',
        'The texts of earlier pages stay out, as you chose.',
      ]),
    );
  }
  if (summarised > 0) {
    sentences.push(
      plural(summarised, [
        'A summary goes instead of the oldest message of this chat.',
        'A summary goes instead of the # oldest messages of this chat.',
      ]),
    );
  }
  if (turns === 0) return sentences;
  const forgotten =
    summarised > 0
      ? plural(turns, [
          'The message after those stays out: the chat is longer than the model’s memory.',
          'The # messages after those stay out: the chat is longer than the model’s memory.',
        ])
      : plural(turns, [
          'The oldest message of this chat stays out: the chat is longer than the model’s memory.',
          'The # oldest messages of this chat stay out: the chat is longer than the model’s memory.',
        ]);
  return [...sentences, forgotten];
}
