import type { MarkdownDocument } from '../../lib/markdown/markdown-stream';
import type { Block } from '../../lib/markdown/nodes';
import { estimateHeight } from './estimate-height';

/** Some neighbouring blocks that are drawn, and left undrawn when far off screen, together. */
export interface Section {
  readonly key: number;
  readonly blocks: readonly Block[];
  /** What it will be about as high as, in CSS pixels, until it has been drawn once; it never becomes less. */
  readonly height: number;
}

/** Neighbouring sections: whoever goes through an answer need not look at each of them. */
export interface Volume {
  readonly key: number;
  readonly sections: readonly Section[];
}

/** Deals the blocks of one answer out. Whatever none of whose blocks changed stays the same object. */
export interface Sections {
  update(document: MarkdownDocument): readonly Volume[];
}

const SECTION_SIZE = 16;
const VOLUME_SIZE = 32;
/** Heights are told in steps, so that a growing section is not styled anew for each line. */
const HEIGHT_STEP = 40;

/** Makes the sections of an answer without blocks. An update costs what has changed, however long the answer is. */
export function createSections(): Sections {
  /** Sections of finished blocks that no more will join, and volumes of those. */
  const full: Section[] = [];
  const fullVolumes: Volume[] = [];
  let open: readonly Section[] = [];

  function fill(finished: readonly Block[]): void {
    for (let end = (full.length + 1) * SECTION_SIZE; end <= finished.length; end += SECTION_SIZE) {
      const key = full.length;
      full.push(
        toSection(
          key,
          finished.slice(end - SECTION_SIZE, end),
          open.find((each) => each.key === key),
        ),
      );
    }
    for (let end = (fullVolumes.length + 1) * VOLUME_SIZE; end <= full.length; end += VOLUME_SIZE) {
      fullVolumes.push({ key: fullVolumes.length, sections: full.slice(end - VOLUME_SIZE, end) });
    }
  }

  function revise(index: number, finished: readonly Block[]): void {
    const key = Math.floor(index / SECTION_SIZE);
    const old = full[key];
    if (old === undefined) return;
    full[key] = toSection(key, finished.slice(key * SECTION_SIZE, (key + 1) * SECTION_SIZE), old);
    const volume = Math.floor(key / VOLUME_SIZE);
    if (fullVolumes[volume] === undefined) return;
    const sections = full.slice(volume * VOLUME_SIZE, (volume + 1) * VOLUME_SIZE);
    fullVolumes[volume] = { key: volume, sections };
  }

  return {
    update({ finished, revised, tail }) {
      fill(finished);
      for (const index of revised) revise(index, finished);
      const rest = [...finished.slice(full.length * SECTION_SIZE), ...tail];
      open = deal(rest, SECTION_SIZE).map((blocks, index) =>
        toSection(
          full.length + index,
          blocks,
          open.find((each) => each.key === full.length + index),
        ),
      );
      const sections = [...full.slice(fullVolumes.length * VOLUME_SIZE), ...open];
      const volumes = deal(sections, VOLUME_SIZE).map((some, index) => ({
        key: fullVolumes.length + index,
        sections: some,
      }));
      return [...fullVolumes, ...volumes];
    },
  };
}

function toSection(key: number, blocks: readonly Block[], old: Section | undefined): Section {
  if (old?.blocks.length === blocks.length && old.blocks.every((block, index) => block === blocks[index]))
    return old;
  const estimate = blocks.reduce((sum, block) => sum + estimateHeight(block), 0);
  const height = Math.floor(estimate / HEIGHT_STEP) * HEIGHT_STEP;
  return { key, blocks, height: Math.max(height, old?.height ?? HEIGHT_STEP) };
}

function deal<Part>(parts: readonly Part[], size: number): readonly (readonly Part[])[] {
  const dealt: (readonly Part[])[] = [];
  for (let start = 0; start < parts.length; start += size) dealt.push(parts.slice(start, start + size));
  return dealt;
}
