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
  /** Whether it is closed on the page and a control that can be seen opens it, e.g. a tab. */
  readonly collapsed?: boolean;
  /** Whether it is what the user had selected on the page: such blocks stand before all others. */
  readonly selected?: boolean;
}

/** Why a piece of a page's text cannot be seen on it; `characters`: it is written in characters that show nothing. */
export type LeftOutReason =
  | 'not-rendered'
  | 'transparent'
  | 'clipped'
  | 'off-screen'
  | 'aria-hidden'
  | 'tiny'
  | 'same-colour'
  | 'covered'
  | 'characters';

/** Text of a page that cannot be seen on it and therefore was not taken. */
export interface LeftOut {
  /** How many pieces there are. */
  readonly count: number;
  /** The first of them, each cut at 300 characters. */
  readonly pieces: readonly { readonly reason: LeftOutReason; readonly text: string }[];
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
  /** Whether it shows a field for a password. */
  readonly asksPassword?: boolean;
  /** Missing where nothing was hidden. */
  readonly leftOut?: LeftOut;
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
  /** Ids of the blocks that the user chose to leave out; missing where none is. */
  readonly omitted?: readonly string[];
  /** Ids of the blocks that the user chose to go first where not all fit; missing where none is. */
  readonly kept?: readonly string[];
  /** When the user chose last what of it goes, in milliseconds since the epoch; missing where they did not. */
  readonly chosenAt?: number;
}

/** The few facts of a snapshot that a message row carries. */
export interface PageRef {
  readonly snapshotId: SnapshotId;
  /** Whether the texts of earlier pages don't go along from this question on. */
  readonly alone?: boolean;
  readonly title: string;
  readonly url: string;
}

/** Which page a question is to carry: one already read and previewed, else the tab as it is now. */
export interface PageRequest {
  readonly tabId: number;
  /** Whether the texts of earlier pages are not to go along from this question on. */
  readonly alone?: boolean | undefined;
  readonly snapshotId: SnapshotId | null;
}

/** What a message's row keeps of the page it carries. */
export function pageRef({ id, title, url }: PageSnapshot, request: PageRequest | null): PageRef {
  return { snapshotId: id, title, url, ...(request?.alone === true ? { alone: true } : {}) };
}

/** The number in a block's id: 12 for `b12`; 0 where there is none. */
export function blockNumber(id: string): number {
  return Number(/^b(\d+)$/.exec(id)?.[1] ?? 0);
}

/** A page with its blocks numbered on from `last`, so that ids stay unique among the pages of one chat. */
export function renumberPage<Page extends Pick<PageSnapshot, 'blocks' | 'omitted' | 'kept'>>(
  page: Page,
  last: number,
): Page {
  const blocks = page.blocks.map((block, index) => ({ ...block, id: `b${last + index + 1}` }));
  const renamed = (ids: readonly string[] = []): readonly string[] => {
    const named = new Set(ids);
    return page.blocks.flatMap(({ id }, index) => (named.has(id) ? [`b${last + index + 1}`] : []));
  };
  const [omitted, kept] = [renamed(page.omitted), renamed(page.kept)];
  return {
    ...page,
    blocks,
    ...(omitted.length > 0 ? { omitted } : {}),
    ...(kept.length > 0 ? { kept } : {}),
  };
}

/** Whether two readings hold the same page with the same text, and the same of it goes. */
export function samePage(a: ChosenPage, b: ChosenPage): boolean {
  const [outOfA, outOfB] = [new Set(a.omitted), new Set(b.omitted)];
  const [keptOfA, keptOfB] = [new Set(a.kept), new Set(b.kept)];
  return (
    sameText(a, b) &&
    a.blocks.every(({ id }, index) => {
      const other = b.blocks[index]?.id ?? '';
      return outOfA.has(id) === outOfB.has(other) && keptOfA.has(id) === keptOfB.has(other);
    })
  );
}

type ChosenPage = Pick<PageSnapshot, 'url' | 'blocks' | 'omitted' | 'kept'>;

/** Whether two readings hold the same page with the same text, whatever of it goes. */
export function sameText(a: Pick<PageText, 'url' | 'blocks'>, b: Pick<PageText, 'url' | 'blocks'>): boolean {
  return (
    a.url === b.url &&
    a.blocks.length === b.blocks.length &&
    a.blocks.every(({ text }, index) => text === b.blocks[index]?.text)
  );
}

/** The blocks of a page that may go: those that its user did not leave out. */
export function chosenBlocks({ blocks, omitted }: Pick<PageSnapshot, 'blocks' | 'omitted'>): readonly Block[] {
  if (omitted === undefined || omitted.length === 0) return blocks;
  const out = new Set(omitted);
  return blocks.filter(({ id }) => !out.has(id));
}

/** A page with what is selected on it as blocks of their own before the others, a paragraph each. */
export function withSelection(page: PageText, selection: string): PageText {
  const paragraphs = selection.split(/\n\s*\n/).map((text) => text.trim());
  const selected = paragraphs
    .filter((text) => text !== '')
    .map((text): Block => ({ id: '', kind: 'quote', headings: [], text, selected: true }));
  if (selected.length === 0) return page;
  return renumberPage({ ...page, blocks: [...selected, ...page.blocks] }, 0);
}
