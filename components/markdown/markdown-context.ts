import { createContext } from 'svelte';
import type { Claim, Verdict } from '../../lib/domain/claims/judge-claim';
import type { PictureId } from '../../lib/domain/ids';
import type { Picture } from '../../lib/domain/pictures/picture';

/** What a cited page block is: its number in this answer and its text. */
export interface Cited {
  readonly number: number;
  readonly quote: string;
  /** Where it stands: the title of its page, the headings above it. */
  readonly place: readonly string[];
}

/** An answer's pictures. */
export interface PictureShelf {
  /** Reads one; undefined where it is not there. */
  read(id: PictureId): Promise<Picture | undefined>;
  /** Shows one large; `words` say what is on it. */
  open(picture: Picture, words: string): void;
}

/** What the parts of one answer share. Members may be reactive: read them when needed, keep no copies. */
export interface MarkdownContext {
  readonly streaming: boolean;
  /** The passage that the surrounding quote holds, which is what its citations stand for; null outside of quotes. */
  readonly passage: string | null;
  /** Whether long lines of code go on in the next line; all code of a panel does it alike. */
  readonly wrapCode: boolean;
  setWrapCode(wrap: boolean): void;
  /** Whether there is a page, so that plain numbers in brackets may be citations. */
  readonly readsPage: boolean;
  cite(blockId: string): Cited | undefined;
  /** Whether what is said can be found in what is cited for it; in a quote, which is all said by the page, the quote. */
  judge(claim: Claim, passage: string | null): Verdict;
  /** Whether a block has to do with what is said. */
  isAbout(claim: Claim, blockId: string): boolean;
  onCite(blockId: string, quote: string): void;
  /** Where the pictures of this answer are; null: it has none. */
  readonly pictures: PictureShelf | null;
}

export const [getMarkdownContext, setMarkdownContext] = createContext<MarkdownContext>();
