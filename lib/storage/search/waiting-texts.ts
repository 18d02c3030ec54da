import { textOf } from '../../domain/content';
import type { MessageBody } from '../../domain/chat';
import type { RowReader } from '../read-rows';
import type { UnindexedRow } from './search-rows';

/** UTF-16 units of text that are kept from one search to the next. */
const MOST_KEPT = 1_000_000;

/** Gives the texts of what the index does not know, by message; of those that are there. */
export type WaitingTexts = (waiting: readonly UnindexedRow[]) => Promise<ReadonlyMap<string, string>>;

/** Makes a reader of them, which reads each text once as it is: its row has another stamp when it is written again. */
export function createWaitingTexts(bodies: Pick<RowReader<MessageBody>, 'getAll'>): WaitingTexts {
  let kept: ReadonlyMap<string, { readonly stamp: number; readonly text: string }> = new Map();

  return async (waiting) => {
    const isKnown = ({ messageId, stamp }: UnindexedRow) => kept.get(messageId)?.stamp === stamp;
    const read = await bodies.getAll(waiting.filter((row) => !isKnown(row)).map(({ messageId }) => messageId));
    const fresh = new Map<string, string>(read.map(({ messageId, parts }) => [messageId, textOf(parts)]));
    const texts = waiting.flatMap((row) => {
      const text = isKnown(row) ? kept.get(row.messageId)?.text : fresh.get(row.messageId);
      return text === undefined ? [] : [{ ...row, text }];
    });
    let room = MOST_KEPT;
    kept = new Map(
      texts.flatMap(({ messageId, stamp, text }) => {
        room -= text.length;
        return room < 0 ? [] : [[messageId, { stamp, text }] as const];
      }),
    );
    return new Map(texts.map(({ messageId, text }) => [messageId, text]));
  };
}
