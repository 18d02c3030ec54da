import type { Block, PageSnapshot } from '../../domain/page';
import type { Language } from './languages';
import type { Quote } from './choose-quotes';
import { sentenceSpans } from './sentences';

/** A heading of the page (null before the first) with the sentence that opens its section. */
export interface OutlineEntry {
  readonly heading: Block | null;
  readonly opening: Quote;
}

const MAX_ENTRIES = 8;

/** A paragraph of fewer UTF-8 bytes is a caption, a date or a button; bytes, since a Han character says more. */
const MIN_OPENING_BYTES = 60;

/** The page in brief: its opening sentence, then its outermost sections, each with the sentence that opens it. */
export function outlineOf(page: PageSnapshot, language: Language): OutlineEntry[] {
  const sections = sectionsOf(page.blocks);
  const depth = shallowestShared(sections);
  const entries: OutlineEntry[] = [];
  for (const { heading, blocks } of sections) {
    if (entries.length > 0 && heading !== null && heading.headings.length > depth) continue;
    const opening = openingOf(blocks, language);
    if (opening !== null) entries.push({ heading, opening });
    if (entries.length === MAX_ENTRIES) break;
  }
  return entries;
}

interface Section {
  readonly heading: Block | null;
  readonly blocks: Block[];
}

function sectionsOf(blocks: readonly Block[]): Section[] {
  const sections: Section[] = [{ heading: null, blocks: [] }];
  for (const block of blocks) {
    if (block.kind === 'heading') sections.push({ heading: block, blocks: [] });
    else sections.at(-1)?.blocks.push(block);
  }
  return sections;
}

/** The outermost level that has at least three headings with text, else the deepest. */
function shallowestShared(sections: readonly Section[]): number {
  const counts: number[] = [];
  for (const { heading, blocks } of sections) {
    if (heading === null || blocks.length === 0) continue;
    const depth = heading.headings.length;
    counts[depth] = (counts[depth] ?? 0) + 1;
  }
  const shared = counts.findIndex((count) => count >= 3);
  return shared === -1 ? counts.length : shared;
}

function openingOf(blocks: readonly Block[], language: Language): Quote | null {
  const block = blocks.find(
    ({ kind, text }) => kind === 'paragraph' && bytesOf(text) >= MIN_OPENING_BYTES && !text.includes('\0'),
  );
  const first = block === undefined ? undefined : sentenceSpans(block.text, language.code)[0];
  if (block === undefined || first === undefined) return null;
  return { block, text: block.text.slice(first.start, first.end), indices: [] };
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
