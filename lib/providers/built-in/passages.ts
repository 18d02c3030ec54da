import type { Block, PageSnapshot } from '../../domain/page';
import type { Language } from './languages';
import { sentenceSpans, type Span } from './sentences';

/** A sentence, list item, table row or code line of a page: the smallest thing that is quoted. */
export interface Passage {
  /** Its place among the page's passages. */
  readonly index: number;
  readonly block: Block;
  readonly span: Span;
  readonly text: string;
  /** The sentences around it in its block, or a table's head row: what its pronouns and numbers refer to. */
  readonly context: string;
  /** What it stands under: the headings above it and the question or the lead-in before it, joined by line breaks. */
  readonly headings: string;
  /** Whether it opens the section of its innermost heading. */
  readonly opensSection: boolean;
}

/** A question or an announcement: what follows it answers it. */
const INTRODUCES = /[?？:：]\s*$/u;

/** Passages of a page in reading order. Headings are no passages: they count for what stands under them. */
export function passagesOf(page: PageSnapshot, language: Language): Passage[] {
  const passages: Passage[] = [];
  let afterHeading = true;
  let before = '';
  for (const block of page.blocks) {
    if (block.kind === 'heading') {
      afterHeading = true;
      continue;
    }
    const headings = block.headings.filter((heading) => heading !== page.title).join('\n');
    const spans = spansOf(block, language);
    const texts = spans.map(({ start, end }) => block.text.slice(start, end));
    for (const [at, span] of spans.entries()) {
      const text = texts[at] ?? '';
      const leadIn = INTRODUCES.test(before) ? before : '';
      passages.push({
        index: passages.length,
        block,
        span,
        text,
        context: contextOf(block, texts, at),
        headings: leadIn === '' ? headings : `${headings}\n${leadIn}`,
        opensSection: afterHeading && at < 2,
      });
      if (block.kind !== 'list' || !INTRODUCES.test(before) || at === texts.length - 1) before = text;
    }
    afterHeading = false;
  }
  return passages;
}

function spansOf(block: Block, language: Language): readonly Span[] {
  return sentenceSpans(block.text, language.code).filter(
    ({ start, end }) => !block.text.slice(start, end).includes('\0'),
  );
}

function contextOf(block: Block, texts: readonly string[], at: number): string {
  const before = at === 0 ? '' : (texts[at - 1] ?? '');
  if (block.kind === 'table') return at === 0 ? '' : (texts[0] ?? '');
  return `${before}\n${texts[at + 1] ?? ''}`;
}
