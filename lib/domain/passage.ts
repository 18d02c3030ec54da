import type { PageSnapshot } from './page';

/** A passage that is looked for on a page: a quote, the text of the block it was taken from, and what stood round it. */
export interface Passage {
  readonly blockText: string;
  /** May be empty: then the whole block is meant. */
  readonly quote: string;
  /** Texts of the blocks before and after it, which tell it from others of the same words. */
  readonly before?: string;
  readonly after?: string;
}

/**
 * How a passage was found again. `shown`: word for word; `closed`: in a part of the page that its user has to open; `similar`: only the best match; `missing`: not at all. The same
 * where its page had to be opened again for it, of which `reopened` is the one where the browser itself looks for the
 * text, because Aside may not look into that page.
 */
export type PassageOutcome =
  | 'shown'
  | 'closed'
  | 'similar'
  | 'missing'
  | 'reopened'
  | 'reopened-shown'
  | 'reopened-closed'
  | 'reopened-similar'
  | 'reopened-missing';

/** The passage that a block of a snapshot is, or a quote from it; undefined where it has no such block. */
export function passageOf(
  { blocks }: Pick<PageSnapshot, 'blocks'>,
  blockId: string,
  quote: string,
): Passage | undefined {
  const index = blocks.findIndex(({ id }) => id === blockId);
  const block = blocks[index];
  if (block === undefined) return undefined;
  // What was selected stands before the page itself, so its neighbours there say nothing of its place.
  if (block.selected === true) return { blockText: block.text, quote };
  const around = blocks.map(({ text, selected }) => (selected === true ? '' : text));
  return { blockText: block.text, quote, before: around[index - 1] ?? '', after: around[index + 1] ?? '' };
}
