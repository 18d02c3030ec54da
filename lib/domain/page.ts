import type { SnapshotId } from './ids';

/** What a block of a page is. A heading is a block of its own; a list or a table is one block. */
export type BlockKind = 'heading' | 'paragraph' | 'list' | 'table' | 'code' | 'quote' | 'figure' | 'formula';

/** One piece of a page's text, in reading order. */
export interface Block {
  /** `b1`, `b2`, … unique in its snapshot; a citation names it as `[b12]`. */
  readonly id: string;
  readonly kind: BlockKind;
  /** The texts of the headings above this block, outermost first. */
  readonly headings: readonly string[];
  /** Plain text; line breaks separate list items, table rows (cells joined by ` | `) and code lines. */
  readonly text: string;
}

/** What the page reader returns for a tab. */
export interface PageText {
  readonly title: string;
  readonly url: string;
  /** BCP 47 tag the page declares, or null. */
  readonly language: string | null;
  readonly blocks: readonly Block[];
  /** Plain sentences about what was not taken, e.g. frames of other sites. Empty when all was read. */
  readonly notes: readonly string[];
}

/** A page as it was when it was read; stored, so that an answer can be checked against it. */
export interface PageSnapshot extends PageText {
  readonly id: SnapshotId;
  /** Milliseconds since the epoch. */
  readonly takenAt: number;
  /** The tab it was read from; null where that is not known. */
  readonly tabId: number | null;
  /** Random word that fences the page's text in a prompt, made once per snapshot. */
  readonly fence: string;
}

/** The few facts of a snapshot that a message row carries. */
export interface PageRef {
  readonly snapshotId: SnapshotId;
  readonly title: string;
  readonly url: string;
}

/** Which page a question is to carry: one already read and previewed, else the tab as it is now. */
export interface PageRequest {
  readonly tabId: number;
  readonly snapshotId: SnapshotId | null;
}

/** The number in a block's id: 12 for `b12`; 0 where there is none. */
export function blockNumber(id: string): number {
  return Number(/^b(\d+)$/.exec(id)?.[1] ?? 0);
}

/** Gives blocks the ids that follow `last`, so that ids stay unique among the pages of one chat. */
export function renumberBlocks(blocks: readonly Block[], last: number): readonly Block[] {
  return blocks.map((block, index) => ({ ...block, id: `b${last + index + 1}` }));
}

/** Whether two readings hold the same page with the same text. */
export function samePage(a: PageText, b: PageText): boolean {
  return (
    a.url === b.url &&
    a.blocks.length === b.blocks.length &&
    a.blocks.every((block, index) => block.text === b.blocks[index]?.text)
  );
}
