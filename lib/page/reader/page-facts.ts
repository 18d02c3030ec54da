import { wordsOf } from '../text';

/** What a page says about itself outside its text, as its head and its structured data tell it. */
export interface PageFacts {
  /** Words of the title and of the description. */
  readonly words: ReadonlySet<string>;
  /** Runs of words in what the structured data holds of the content. */
  readonly runs: ReadonlySet<string>;
  /** Numbers that are the same for all of the page's blocks. */
  readonly numbers: readonly number[];
}

/** Where the facts come from. */
export interface FactSources {
  readonly title: string;
  /** Contents of `meta` elements by name or property. */
  readonly meta: Readonly<Record<string, string>>;
  /** Texts of the JSON-LD scripts. */
  readonly data: readonly string[];
}

const RUN = 3;
const PROSE_KEYS = /^(?:description|articleBody|reviewBody|text|name|headline|abstract|recipeInstructions)$/;
const KINDS: readonly RegExp[] = [
  /^(?:News|Blog|Tech)?Article$|BlogPosting|Recipe|Report/,
  /^Product(?:Group)?$|^Offer/,
  /ItemList|CollectionPage|OfferCatalog|SearchResults/,
  /DiscussionForumPosting|QAPage|^Question$|Answer|Comment/,
  /FAQPage/,
  /Review|AggregateRating/,
  /Organization|LocalBusiness|Service|WebSite/,
];
const ADDRESSES: readonly RegExp[] = [
  /\/(?:products?|p|dp|item|itm|pd|buy|shop)\//,
  /\/(?:collections?|category|categories|c|shop|store|browse|catalog|cat|w|b|s)\b/,
  /\/(?:t|thread|threads|topic|topics|forum|forums|questions|discussion|comments|r|viewtopic)\b/,
  /docs?\b|documentation|reference|manual|guide|wiki|\bapi\b|\bdeveloper/,
  /\/(?:blog|news|article|articles|post|posts|story|stories|magazine)\b|\/20\d\d\//,
];

/** Gathers the facts; broken data counts as none. */
export function pageFacts({ title, meta, data }: FactSources): PageFacts {
  const first = (...keys: readonly string[]): string => keys.map((key) => meta[key]).find(Boolean) ?? '';
  const description = first('og:description', 'description', 'twitter:description');
  const kinds = KINDS.map(() => 0);
  const runs = new Set<string>();
  addRuns(runs, description);
  for (const source of data) visit(parse(source), kinds, runs);
  const url = first('canonical', 'og:url')
    .toLowerCase()
    .replace(/[?#].*$/, '');
  const path = /^https?:\/\/[^/]+(\/.*)?$/.exec(url)?.[1] ?? '';
  const type = first('og:type');
  return {
    words: new Set(wordsOf(`${first('og:title') || title} ${description}`)),
    runs,
    numbers: [
      ...kinds.map((count) => Math.min(count, 5)),
      Math.log(runs.size + 1),
      ...[/article|blog/, /product/, /website|webpage/].map((pattern) => Number(pattern.test(type))),
      url === '' ? -1 : path.split('/').filter(Boolean).length,
      ...ADDRESSES.map((pattern) => Number(pattern.test(url))),
    ],
  };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return null;
  }
}

const DEEPEST = 8;

function visit(value: unknown, kinds: number[], runs: Set<string>, depth = 0): void {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return;
  for (const [key, part] of Object.entries(value)) {
    if (key === '@type') {
      for (const type of [part].flat()) {
        for (const [index, kind] of KINDS.entries()) {
          if (typeof type === 'string' && kind.test(type)) kinds[index] = (kinds[index] ?? 0) + 1;
        }
      }
    } else if (typeof part === 'string') {
      if (PROSE_KEYS.test(key)) addRuns(runs, part.replace(/<[^>]*>/g, ' '));
    } else {
      visit(part, kinds, runs, depth + 1);
    }
  }
}

function addRuns(runs: Set<string>, text: string): void {
  for (const run of runsOf(text.slice(0, 50_000))) runs.add(run);
}

/** Every three words in a row; of a shorter text all of them. */
function runsOf(text: string): string[] {
  const words = wordsOf(text);
  const found: string[] = [];
  for (let at = 0; at + RUN <= words.length; at += 1) found.push(words.slice(at, at + RUN).join(' '));
  return found.length === 0 && words.length > 0 ? [words.join(' ')] : found;
}

/** How much of a text the page's own title and description, and its structured data, say as well: 0 to 1. */
export function sharedWith({ words, runs }: PageFacts, text: string): number[] {
  const own = wordsOf(text.slice(0, 3_000));
  const there = runsOf(text.slice(0, 3_000));
  const share = (some: readonly string[], set: ReadonlySet<string>): number =>
    some.length === 0 ? 0 : some.filter((one) => set.has(one)).length / some.length;
  return [share(own, words), share(there, runs)];
}
