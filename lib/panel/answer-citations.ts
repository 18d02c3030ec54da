import { untrack } from 'svelte';
import { createCitationNumbering } from '../domain/citations';
import { isAbout } from '../domain/claims/is-about';
import { judgeClaim, type Claim, type Verdict } from '../domain/claims/judge-claim';
import { standsIn } from '../domain/claims/quotes';
import type { ReadableText } from '../domain/growing-text';
import type { StoredPassage } from './chat-thread.svelte';

/** What the marks of one answer lead to, and whether what is said can be found there. */
export interface AnswerCitations {
  /** A cited block, with its number among those of the answer that there are. */
  cite(
    blockId: string,
  ): { readonly number: number; readonly quote: string; readonly place: readonly string[] } | undefined;
  /** Judges what is said by the page of its first block that there is; a `passage` is all quoted. */
  judge(claim: Claim, passage: string | null): Verdict;
  isAbout(claim: Claim, blockId: string): boolean;
}

/** Makes them for one answer, whose text may grow. */
export function createAnswerCitations(
  text: () => ReadableText,
  passageOf: (blockId: string) => StoredPassage | undefined,
): AnswerCitations {
  const numbering = createCitationNumbering();

  /** A number stays what it is: a mark need not be drawn again for every word. */
  function numberOf(blockId: string): number {
    const named = [...untrack(() => numbering.of(text())).keys()];
    return named.slice(0, named.indexOf(blockId) + 1).filter((id) => passageOf(id) !== undefined).length;
  }

  return {
    cite(blockId) {
      const passage = passageOf(blockId);
      if (passage === undefined) return undefined;
      const number = numberOf(blockId);
      const page = passage.page.title || passage.page.url;
      const place = [page, ...passage.block.headings.filter((heading) => heading !== page)];
      return number === 0 ? undefined : { number, quote: passage.block.text, place };
    },
    judge(claim, passage) {
      const cited = claim.ids.flatMap((id) => passageOf(id) ?? []);
      const [first] = cited;
      if (first === undefined) return { kind: 'fine' };
      const { page } = first;
      if (passage === null) return judgeClaim(claim, page);
      return standsIn(passage, page) ? { kind: 'fine' } : { kind: 'not-found', quotes: [passage] };
    },
    isAbout(claim, blockId) {
      const passage = passageOf(blockId);
      return passage !== undefined && isAbout(claim, passage.block);
    },
  };
}
