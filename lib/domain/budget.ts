import type { Block } from './page';

const DENSE_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu;

/**
 * Estimated tokens of a text: about four characters a token, about one for scripts written without spaces. An
 * estimate: shown with "≈" and never used to cut inside a block.
 */
export function estimateTokens(text: string): number {
  const dense = text.match(DENSE_SCRIPT)?.length ?? 0;
  return Math.ceil(dense + (text.length - dense) / 4);
}

/** Estimated tokens of a block as it stands in a prompt. */
export function blockTokens({ text }: Pick<Block, 'text'>): number {
  return estimateTokens(text) + BLOCK_OVERHEAD;
}

/** The blocks from the start that fit into `tokens`; whole blocks only. */
export function fitBlocks(blocks: readonly Block[], tokens: number): readonly Block[] {
  let used = 0;
  const kept: Block[] = [];
  for (const block of blocks) {
    used += blockTokens(block);
    if (used > tokens) break;
    kept.push(block);
  }
  return kept;
}

/** Tokens of a block's mark and line break. */
const BLOCK_OVERHEAD = 4;

/** What the preview chip and the prompt share of a page: how many of its blocks go, and about how many tokens. */
export interface PageShare {
  readonly blocks: number;
  readonly ofBlocks: number;
  readonly tokens: number;
}

/** What of a page goes within `budgetTokens`, for a preview. */
export function pageShare(blocks: readonly Block[], budgetTokens: number): PageShare {
  const kept = fitBlocks(blocks, budgetTokens);
  const tokens = kept.reduce((sum, block) => sum + blockTokens(block), 0);
  return { blocks: kept.length, ofBlocks: blocks.length, tokens };
}
