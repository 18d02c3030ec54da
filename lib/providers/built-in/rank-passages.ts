import MiniSearch from 'minisearch';
import { counts, showsAnswer } from './answer-signs';
import type { Language } from './languages';
import type { Passage } from './passages';
import type { Query, QueryTerm } from './query';
import { relativesOf } from './relatives';
import { termsOf } from './terms';

/** A passage with how well it fits a question. */
export interface RankedPassage {
  readonly passage: Passage;
  /** Orders passages of one page; means nothing across pages. */
  readonly score: number;
  /** Share of the question, by how telling its words are, that the passage and what it stands under hold: 0 to 1. */
  readonly coverage: number;
}

const FIELDS = { text: 1, context: 0.35, headings: 0.6 } as const;

/** How far a term counts as covered by where it was found. */
const COVERED: Readonly<Record<string, number>> = { text: 1, context: 0.6, headings: 0.8 };
const COVERED_BY_TITLE = 0.6;

/** How much more a word counts that the page never uses: it is a sign that the page is not about it. */
const LACKING = 1.5;
/** The same for a word in whose place another may stand. */
const LACKING_DISPENSABLE = 0.5;

const FUZZY = 0.2;
const FUZZY_FROM = 5;
const FUZZY_WEIGHT = 0.6;

/** Passages of a page against a question. */
export interface Ranking {
  /** Best first; passages that share no word with the question are left out. */
  readonly ranked: readonly RankedPassage[];
  /** Words of the question that the page lacks. */
  readonly missing: readonly string[];
  /** Share of the question that some passages, by their indices, hold together. */
  readonly coverageOf: (indices: readonly number[]) => number;
}

/** What one term of the question found: per passage its BM25 score and how far it is covered there. */
interface Hits {
  readonly term: QueryTerm;
  readonly rarity: number;
  readonly byPassage: ReadonlyMap<number, { readonly score: number; readonly covered: number }>;
}

/** Ranks the passages of a page against a question. */
export function rankPassages(
  passages: readonly Passage[],
  title: string,
  query: Query,
  language: Language,
): Ranking {
  // Each line comes up to three times: as itself and beside its neighbours.
  const lines = new Map<string, readonly string[]>();
  const termsOfLine = (line: string): readonly string[] => {
    const terms = lines.get(line) ?? termsOf(line, language);
    lines.set(line, terms);
    return terms;
  };
  const index = new MiniSearch<Passage>({
    idField: 'index',
    fields: Object.keys(FIELDS),
    tokenize: (text) => text.split('\n').flatMap(termsOfLine),
    processTerm: (term) => term,
  });
  index.addAll(passages);
  const vocabulary = new Set([...lines.values()].flat());
  const hits = query.terms.map((term) => lookUp(term, index, vocabulary, language));
  const titleTerms = new Set(termsOf(title, language));
  const total = hits.reduce((sum, { term, rarity }) => sum + term.weight * rarity, 0);
  const found = new Set(hits.flatMap(({ byPassage }) => [...byPassage.keys()]));
  const coverageOf = (ids: readonly number[]): number => {
    let covered = 0;
    for (const { term, rarity, byPassage } of hits) {
      const byTitle = titleTerms.has(term.term) ? COVERED_BY_TITLE : 0;
      covered += term.weight * rarity * Math.max(byTitle, ...ids.map((id) => byPassage.get(id)?.covered ?? 0));
    }
    return covered / total;
  };
  const ranked: RankedPassage[] = [];
  for (const id of found) {
    const passage = passages[id];
    if (passage === undefined) continue;
    let score = 0;
    for (const { term, byPassage } of hits) score += term.weight * (byPassage.get(id)?.score ?? 0);
    const coverage = coverageOf([id]);
    ranked.push({
      passage,
      coverage,
      score: score * (0.4 + 0.6 * coverage) * formFactor(passage, query, language),
    });
  }
  const missing = hits.filter(
    ({ term, byPassage }) => !term.dispensable && byPassage.size === 0 && !titleTerms.has(term.term),
  );
  return {
    ranked: ranked.sort((a, b) => b.score - a.score || a.passage.index - b.passage.index),
    missing: missing.map(({ term }) => term.word),
    coverageOf,
  };
}

function lookUp(
  term: QueryTerm,
  index: MiniSearch<Passage>,
  vocabulary: ReadonlySet<string>,
  language: Language,
): Hits {
  const byPassage = new Map<number, { score: number; covered: number }>();
  const known = vocabulary.has(term.term);
  const relatives = relativesOf(term.term, vocabulary, language);
  const fuzzy = !known && relatives.length === 0 && term.term.length >= FUZZY_FROM;
  const variants = [{ term: term.term, weight: fuzzy ? FUZZY_WEIGHT : 1 }, ...relatives];
  for (const variant of variants) {
    const results = index.search(variant.term, {
      boost: FIELDS,
      tokenize: (text) => [text],
      fuzzy: fuzzy && FUZZY,
    });
    for (const result of results) {
      const id = result.id as number;
      const fields = Object.values(result.match).flat();
      const covered = variant.weight * Math.max(...fields.map((field) => COVERED[field] ?? 0));
      const before = byPassage.get(id);
      byPassage.set(id, {
        score: Math.max(before?.score ?? 0, variant.weight * result.score),
        covered: Math.max(before?.covered ?? 0, covered),
      });
    }
  }
  const lacking = term.dispensable ? LACKING_DISPENSABLE : LACKING;
  const rarity = rarityOf(Math.max(byPassage.size, 1), index.documentCount);
  return { term, byPassage, rarity: byPassage.size === 0 ? lacking * rarity : rarity };
}

/** Inverse document frequency as in BM25, never 0. */
function rarityOf(count: number, total: number): number {
  return Math.log(1 + (total - count + 0.5) / (count + 0.5)) + 0.1;
}

/** What a passage's form adds: it has what the question asks for; it isn't itself a question. */
function formFactor(passage: Passage, { kind, counted }: Query, language: Language): number {
  const shows = kind === null ? null : showsAnswer(kind, passage.text);
  const fits = shows === null ? 1 : shows ? 1.4 : 0.85;
  const asks = /[?？]\s*$/.test(passage.text) ? 0.6 : 1;
  const opens = passage.opensSection ? 1.1 : 1;
  const tells = counted !== null && counts(passage.text, counted, language) ? 1.5 : 1;
  return fits * asks * opens * tells;
}
