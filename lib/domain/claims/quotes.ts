import { matchKey } from '../match-key';
import type { CitedPage } from './judge-claim';

const QUOTE =
  /"([^"\n]{4,})"|“([^”\n]{4,})”|„([^“”\n]{4,})[“”]|«([^»\n]{4,})»|「([^」\n]{4,})」|『([^』\n]{4,})』/g;
const CJK = /[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]/;
/** Fewer words in quotation marks are a name or a manner of speaking. */
const LEAST_WORDS = 3;
const LEAST_CHARACTERS = 8;
const GAP = /\s*(?:\[?…\]?|\[?\.\.\.\]?)\s*/;
const EDGE = /^["'.,;:!?()[\]-]+|["'.,;:!?()[\]-]+$/g;

/** What a text quotes, and the text without it. */
export function quotesIn(text: string): { readonly quotes: readonly string[]; readonly rest: string } {
  const quotes: string[] = [];
  const rest = text.replace(QUOTE, (whole, ...groups: unknown[]) => {
    const quote = groups.find((group): group is string => typeof group === 'string' && group !== whole) ?? '';
    if (!isTelling(quote)) return whole;
    quotes.push(quote);
    return ' ';
  });
  return { quotes, rest };
}

function isTelling(quote: string): boolean {
  const length = CJK.test(quote) ? LEAST_CHARACTERS : 0;
  return length > 0 ? quote.length >= length : quote.trim().split(/\s+/).length >= LEAST_WORDS;
}

const keys = new WeakMap<CitedPage, string>();

/** Whether a page has a quote word for word, in one block or across several; `…` stands for what was left out. */
export function standsIn(quote: string, page: CitedPage): boolean {
  const pageKey = keys.get(page) ?? matchKey([page.title, ...page.blocks.map(({ text }) => text)].join('\n'));
  keys.set(page, pageKey);
  let from = 0;
  for (const part of quote.split(GAP)) {
    // A letter changed to fit the sentence stands in brackets: “[T]he bridge”.
    const key = matchKey(part.replace(/[[\]*_`]/g, '')).replace(EDGE, '');
    const at = pageKey.indexOf(key, from);
    if (at === -1) return false;
    from = at + key.length;
  }
  return true;
}
