import { blockTokens } from '../budget';
import { cutText } from '../cut-text';
import { pageRoom } from '../model-budget';
import type { Block } from '../page';

/** A stretch of a page that goes in one request. */
export interface PageStretch {
  /** Indices among the blocks of the page that go: the first, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Of a single block that is too long for one request, the piece: from where to where in its text, in UTF-16 units. */
  readonly piece?: readonly [number, number];
}

/** How a page is read that is longer than a model has room for: part by part. */
export interface WholePagePlan {
  /** How many blocks of the page go; where there are others, the plan is of another page. */
  readonly blocks: number;
  readonly parts: readonly PageStretch[];
}

/** A part is no longer than this, whatever the model has room for: long ones are read less carefully. */
const LONGEST_PART = 30_000;
/** A part ends before a heading, if it is this full by then. */
const FULL_ENOUGH = 0.85;

/** Tokens that one part of a page may take with a model of so many tokens for page and chat. */
export function partTokens(budgetTokens: number): number {
  return Math.max(200, Math.min(LONGEST_PART, pageRoom(budgetTokens)));
}

/**
 * Deals the blocks of a page out into parts of at most `tokens`: in order, each once and whole, a new part beginning with a
 * heading where one is near. A block that is longer than a part is cut at the ends of its lines or sentences.
 */
export function planParts(blocks: readonly Block[], tokens: number): WholePagePlan {
  const parts: PageStretch[] = [];
  let from = 0;
  let used = 0;
  const close = (to: number): void => {
    if (to > from) parts.push({ from, to });
    from = to;
  };
  for (const [index, block] of blocks.entries()) {
    const cost = blockTokens(block);
    const isHeading = block.kind === 'heading' && blocks[index - 1]?.kind !== 'heading';
    if (used + cost > tokens || (isHeading && used > tokens * FULL_ENOUGH)) {
      // A heading stays with what it is above.
      const isOrphan = blocks[index - 1]?.kind === 'heading' && index - 1 > from && !isHeading;
      const rest = isOrphan ? blockTokens(blocks[index - 1] ?? block) : 0;
      const moves = isOrphan && rest + cost <= tokens;
      close(moves ? index - 1 : index);
      used = moves ? rest : 0;
    }
    if (cost > tokens) {
      close(index);
      for (const piece of cutText(block.text, tokens - blockTokens({ text: '' })))
        parts.push({ from: index, to: index + 1, piece });
      from = index + 1;
      used = 0;
    } else used += cost;
  }
  close(blocks.length);
  return { blocks: blocks.length, parts };
}

/** The blocks of a part, of a block in pieces that piece. */
export function blocksOf(chosen: readonly Block[], { from, to, piece }: PageStretch): readonly Block[] {
  const blocks = chosen.slice(from, to);
  return piece === undefined ? blocks : blocks.map((block) => ({ ...block, text: block.text.slice(...piece) }));
}
