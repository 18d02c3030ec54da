import type { LeftOut } from './prompt';

/** Says in plain sentences what of a chat does not go to the model, and why; empty where all goes. */
export function describeLeftOut({ turns, summarised = 0, pages, earlierPages }: LeftOut): readonly string[] {
  const sentences = pages.flatMap(({ title, blocks, ofBlocks, omitted }) => {
    const parts = omitted === 1 ? 'One part' : `${omitted} parts`;
    const chosen = `${parts} of “${title}” ${omitted === 1 ? 'stays' : 'stay'} out, as you chose.`;
    const cut = `Only ${blocks} of ${ofBlocks} parts of “${title}” go along, those that have most to do with the question: the page is longer than its share of the model’s memory.`;
    const forgotten = `“${title}” stays out: the chat is longer than the model’s memory.`;
    if (blocks === 0 && ofBlocks > 0) return [forgotten];
    return [...(omitted > 0 ? [chosen] : []), ...(blocks < ofBlocks ? [cut] : [])];
  });
  if (earlierPages > 0) {
    const texts = earlierPages === 1 ? 'The text of the earlier page stays' : 'The texts of earlier pages stay';
    sentences.push(`${texts} out, as you chose.`);
  }
  if (summarised > 0) sentences.push(`A summary goes instead of the ${summarised} oldest messages of this chat.`);
  if (turns === 0) return sentences;
  if (summarised > 0)
    return [
      ...sentences,
      `The ${turns} messages after those stay out: the chat is longer than the model’s memory.`,
    ];
  const what =
    turns === 1 ? 'The oldest message of this chat stays' : `The ${turns} oldest messages of this chat stay`;
  return [...sentences, `${what} out: the chat is longer than the model’s memory.`];
}
