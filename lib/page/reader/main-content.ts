import Defuddle from 'defuddle';
import { NUMBER_ATTRIBUTE, type PageCopy } from './page-copy';

// Beyond this the extractor takes seconds, and it cannot be stopped.
const MOST_ELEMENTS = 12_000;

/** Nothing hidden is in the copy, and what a rewrite would tidy is of no use here. */
const GENTLE = { standardize: false, removeHiddenElements: false, removeSmallImages: false, useAsync: false };

/**
 * Asks Defuddle for the main content of the copy, which may be cut up by that. Gives the numbers of the elements that it
 * keeps: none where it fails or the copy is too big for it.
 */
export function findMainContent(copy: PageCopy, url: string): ReadonlySet<number> {
  if (copy.size > MOST_ELEMENTS) return new Set();
  try {
    const { content } = new Defuddle(copy.document, { url, ...GENTLE }).parse();
    const numbers = content.matchAll(new RegExp(`${NUMBER_ATTRIBUTE}="(\\d+)"`, 'g'));
    return new Set(Array.from(numbers, (match) => Number(match[1])));
  } catch {
    // It stumbles over odd pages; the model goes on without its vote.
    return new Set();
  }
}
