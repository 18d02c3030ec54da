import Defuddle from 'defuddle';
import { NUMBER_ATTRIBUTE, type PageCopy } from './page-copy';

/** What the extractor makes of a page. */
export interface MainContent {
  /** Numbers of the elements it keeps. */
  readonly kept: ReadonlySet<number>;
  /** All text it keeps, without white space; some sites it rewrites, so that no number is left in it. */
  readonly text: string;
}

// Beyond this the extractor takes seconds, and it cannot be stopped.
const MOST_ELEMENTS = 12_000;

/** Asks Defuddle which elements of the copy are the page's main content; null where it fails or the copy is too big. */
export function findMainContent(copy: PageCopy, url: string): MainContent | null {
  if (copy.size > MOST_ELEMENTS) return null;
  try {
    const { content } = new Defuddle(copy.document, {
      url,
      standardize: false,
      removeHiddenElements: false,
      removeSmallImages: false,
      useAsync: false,
    }).parse();
    const numbers = content.matchAll(new RegExp(`${NUMBER_ATTRIBUTE}="(\\d+)"`, 'g'));
    const kept = new Set(Array.from(numbers, (match) => Number(match[1])));
    return { kept, text: content.replace(/<[^>]*>/g, '').replace(/\s+/g, '') };
  } catch {
    return null;
  }
}
