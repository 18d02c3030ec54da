import type { Block, PageSnapshot } from '../page';
import { namesIn, knowsName } from './names';
import { knowsNumber, numbersIn } from './numbers';
import { quotesIn, standsIn } from './quotes';

/** What an answer says of cited blocks: the words that the marks stand behind. */
export interface Claim {
  readonly text: string;
  /** The blocks that are cited for it together. */
  readonly ids: readonly string[];
}

/**
 * Whether a claim can be seen to rest on what it cites. `not-found`: it quotes words that the page does not have.
 * `check`: numbers or names in it are not in the cited blocks. Being `fine` is no proof: only these are looked at.
 */
export type Verdict =
  | { readonly kind: 'fine' }
  | { readonly kind: 'not-found'; readonly quotes: readonly string[] }
  | { readonly kind: 'check'; readonly words: readonly string[] };

/** What of a page a claim is held against. */
export type CitedPage = Pick<PageSnapshot, 'title' | 'blocks'>;

/** Blocks before a cited one whose names count as said: "she" in it is somebody who was named there. */
const NAMED_BEFORE = 2;

const FINE: Verdict = { kind: 'fine' };

/** Judges what is said of a page's blocks by the quotes, numbers and names in it. */
export function judgeClaim({ text, ids }: Claim, page: CitedPage): Verdict {
  const cited = page.blocks.filter(({ id }) => ids.includes(id));
  if (cited.length === 0) return FINE;
  const { quotes, rest } = quotesIn(text);
  const invented = quotes.filter((quote) => !standsIn(quote, page));
  if (invented.length > 0) return { kind: 'not-found', quotes: invented };
  const said = cited.map((block) => block.text).join('\n');
  const around = [said, page.title, ...cited.flatMap((block) => nearby(block, page))].join('\n');
  const headings = cited.flatMap((block) => block.headings).join('\n');
  const numbers = numbersIn(rest).filter((number) => !knowsNumber(`${said}\n${headings}`, number));
  const names = namesIn(rest).filter((name) => !knowsName(around, name));
  const words = [...numbers.map((number) => number.written), ...names];
  return words.length === 0 ? FINE : { kind: 'check', words };
}

function nearby(block: Block, { blocks }: CitedPage): readonly string[] {
  const at = blocks.indexOf(block);
  return [...block.headings, ...blocks.slice(Math.max(0, at - NAMED_BEFORE), at).map(({ text }) => text)];
}
