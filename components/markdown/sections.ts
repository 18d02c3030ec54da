import type { Block } from '../../lib/markdown/nodes';
import { estimateHeight } from './estimate-height';

/** Some neighbouring blocks that are drawn, and left undrawn when far off screen, together. */
export interface Section {
  readonly key: number;
  readonly blocks: readonly Block[];
  /** Whether more blocks may join it. */
  readonly open: boolean;
  /** What it will be about as high as, in CSS pixels, until it has been drawn once. */
  readonly height: number;
}

const SECTION_SIZE = 16;

/** Deals blocks out into sections. A section none of whose blocks changed stays the same object. */
export function toSections(previous: readonly Section[], blocks: readonly Block[]): readonly Section[] {
  const sections: Section[] = [];
  for (let start = 0; start < blocks.length; start += SECTION_SIZE) {
    const key = sections.length;
    const old = previous[key];
    const end = Math.min(start + SECTION_SIZE, blocks.length);
    const open = end - start < SECTION_SIZE || end === blocks.length;
    if (old !== undefined && old.open === open && sameBlocks(old.blocks, blocks, start, end)) sections.push(old);
    else sections.push(makeSection(key, blocks.slice(start, end), open));
  }
  return sections;
}

function makeSection(key: number, blocks: readonly Block[], open: boolean): Section {
  return { key, blocks, open, height: Math.round(blocks.reduce((sum, block) => sum + estimateHeight(block), 0)) };
}

function sameBlocks(old: readonly Block[], blocks: readonly Block[], start: number, end: number): boolean {
  return old.length === end - start && old.every((block, index) => block === blocks[start + index]);
}
