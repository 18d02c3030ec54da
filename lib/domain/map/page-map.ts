import { blockTokens } from '../budget';
import { cleanText } from '../clean-text';
import type { SnapshotId } from '../ids';
import type { Block, PageSnapshot } from '../page';

/** A part of a page on its map: one block, or neighbours where a page has very many. */
export interface MapPart {
  readonly ids: readonly string[];
  /** How many of its blocks go along, stay out as the user chose, and go first as the user chose. */
  readonly sent: number;
  readonly omitted: number;
  readonly kept: number;
  /** About how many tokens it has, and how many of them go along. */
  readonly tokens: number;
  readonly sentTokens: number;
  /** The nearest heading above its beginning; empty where there is none. */
  readonly heading: string;
  /** How it begins. */
  readonly text: string;
}

/** A page from its beginning to its end, with what of it goes. */
export interface PageMap {
  readonly snapshotId: SnapshotId;
  readonly title: string;
  readonly url: string;
  readonly tokens: number;
  readonly sentTokens: number;
  readonly parts: readonly MapPart[];
}

/** Up to so many blocks are parts of their own: more segments could not be told apart in a narrow panel. */
const MOST_SINGLE = 28;
const MOST_SHOWN = 120;

/** Maps a page of which the blocks with these ids go. */
export function mapOf(page: PageSnapshot, sent: ReadonlySet<string>): PageMap {
  const { id: snapshotId, title, url } = page;
  const [omitted, kept] = [new Set(page.omitted), new Set(page.kept)];
  const parts = partsOf(page.blocks).map((blocks): MapPart => {
    const goes = blocks.filter(({ id }) => sent.has(id));
    return {
      ids: blocks.map(({ id }) => id),
      sent: goes.length,
      omitted: blocks.filter(({ id }) => omitted.has(id)).length,
      kept: blocks.filter(({ id }) => kept.has(id)).length,
      tokens: tokensOf(blocks),
      sentTokens: tokensOf(goes),
      heading: beginningOf(blocks[0]?.headings.at(-1) ?? ''),
      text: beginningOf(blocks[0]?.text ?? ''),
    };
  });
  const total = (each: (part: MapPart) => number): number => parts.reduce((sum, part) => sum + each(part), 0);
  return {
    snapshotId,
    title,
    url,
    tokens: total(({ tokens }) => tokens),
    sentTokens: total(({ sentTokens }) => sentTokens),
    parts,
  };
}

/** Neighbours of about the same length together; a heading rather begins a part than ends one. */
function partsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  if (blocks.length <= MOST_SINGLE) return blocks.map((block) => [block]);
  const wanted = tokensOf(blocks) / MOST_SINGLE;
  const parts: Block[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const block of blocks) {
    if (size >= wanted || (block.kind === 'heading' && size >= wanted / 2)) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(block);
    size += blockTokens(block);
  }
  return parts;
}

function tokensOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + blockTokens(block), 0);
}

function beginningOf(text: string): string {
  const clean = cleanText(text).replace(/\s+/g, ' ').trim();
  const shown = Array.from(clean).slice(0, MOST_SHOWN).join('');
  return shown.length < clean.length ? `${shown}…` : shown;
}
