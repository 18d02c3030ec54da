import type { Message } from '../../domain/chat';
import { foldForFind } from '../../domain/find-text';
import { eachGram, factMarks, GRAM_MARKS, PIECE_LENGTH, PIECE_OVERLAP } from '../../domain/search/grams';
import { siteNames } from '../../domain/search/search-query';
import { newPartId, type SearchPartRow } from './search-rows';

/** A message as it goes into the index. */
export interface IndexedMessage {
  readonly message: Message;
  readonly text: string;
  /** The address of the page that it, or the question it answers, is about. */
  readonly url: string | null;
}

/** The fact of an answer's model, as the index knows it. */
export const modelFact = ({ providerId, model }: NonNullable<Message['modelRef']>): string =>
  `\u0000model ${providerId} ${model}`;

/** The fact of a page's site, by one of its names. */
export const siteFact = (name: string): string => `\u0000site ${name}`;

/** Makes a small part of some messages. */
export function buildPart(messages: readonly IndexedMessage[]): SearchPartRow {
  const texts = messages.map(({ text }) => foldForFind(text));
  const firsts = new Uint32Array(messages.length);
  let pieces = 0;
  for (const [index, text] of texts.entries()) {
    firsts[index] = pieces;
    pieces += Math.max(1, Math.ceil(text.length / PIECE_LENGTH));
  }
  const stride = Math.ceil(pieces / 8);
  const marks = new Uint8Array(GRAM_MARKS * stride);
  for (const [index, text] of texts.entries()) {
    const first = firsts[index] ?? 0;
    for (let from = 0, piece = first; from < text.length; from += PIECE_LENGTH, piece += 1) {
      const byte = piece >> 3;
      const bit = 1 << (piece & 7);
      const end = Math.min(text.length, from + PIECE_LENGTH + PIECE_OVERLAP);
      eachGram(
        text,
        from,
        end,
        (one, other) => {
          const [at, and] = [one * stride + byte, other * stride + byte];
          marks[at] = (marks[at] ?? 0) | bit;
          marks[and] = (marks[and] ?? 0) | bit;
        },
        end,
      );
    }
    for (const fact of factsOf(messages[index])) {
      for (const mark of factMarks(fact)) {
        const at = mark * stride + (first >> 3);
        marks[at] = (marks[at] ?? 0) | (1 << (first & 7));
      }
    }
  }
  return {
    id: newPartId(),
    small: pieces,
    pieces,
    messageIds: messages.map(({ message }) => message.id),
    times: Float64Array.from(messages, ({ message }) => message.createdAt),
    firsts,
    marks,
  };
}

function factsOf(indexed: IndexedMessage | undefined): readonly string[] {
  if (indexed === undefined) return [];
  const { message, url } = indexed;
  return [
    ...(message.modelRef === null ? [] : [modelFact(message.modelRef)]),
    ...(url === null ? [] : siteNames(url).map(siteFact)),
  ];
}
