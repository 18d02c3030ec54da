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

/** Tokens of a block's mark and line break. */
const BLOCK_OVERHEAD = 4;
