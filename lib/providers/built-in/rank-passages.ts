import MiniSearch from 'minisearch';
import { showsAnswer } from './answer-signs';
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

const FUZZY = 0.2;
const FUZZY_FROM = 5;
const FUZZY_WEIGHT = 0.6;

export interface Ranking {
  /** Best first; passages that share no word with the question are left out. */
  readonly ranked: readonly RankedPassage[];
  /** Words of the question that the page lacks. */
  readonly missing: readonly string[];
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
  const index = new MiniSearch<Passage>({
    idField: 'index',
    fields: Object.keys(FIELDS),
    tokenize: (text) => termsOf(text, language),
    processTerm: (term) => term,
  });
  index.addAll(passages);
  const vocabulary = new Set(passages.flatMap(({ text, headings }) => termsOf(`${text}\n${headings}`, language)));
  const hits = query.terms.map((term) => lookUp(term, index, vocabulary, language));
  const titleTerms = new Set(termsOf(title, language));
  const total = hits.reduce((sum, { term, rarity }) => sum + term.weight * rarity, 0);
  const found = new Set(hits.flatMap(({ byPassage }) => [...byPassage.keys()]));
  const ranked: RankedPassage[] = [];
  for (const id of found) {
    const passage = passages[id];
    if (passage === undefined) continue;
    let score = 0;
    let covered = 0;
    for (const { term, rarity, byPassage } of hits) {
      const hit = byPassage.get(id);
      score += term.weight * (hit?.score ?? 0);
      const byTitle = titleTerms.has(term.term) ? COVERED_BY_TITLE : 0;
      covered += term.weight * rarity * Math.max(hit?.covered ?? 0, byTitle);
    }
    const coverage = covered / total;
    ranked.push({ passage, coverage, score: score * (0.4 + 0.6 * coverage) * formFactor(passage, query) });
  }
  const missing = hits.filter(
    ({ term, byPassage }) => term.weight === 1 && byPassage.size === 0 && !titleTerms.has(term.term),
  );
  return {
    ranked: ranked.sort((a, b) => b.score - a.score || a.passage.index - b.passage.index),
    missing: missing.map(({ term }) => term.word),
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
      const fields = Object.values(result.match).flat();
      const covered = variant.weight * Math.max(...fields.map((field) => COVERED[field] ?? 0));
      const before = byPassage.get(result.id);
      byPassage.set(result.id, {
        score: Math.max(before?.score ?? 0, variant.weight * result.score),
        covered: Math.max(before?.covered ?? 0, covered),
      });
    }
  }
  return { term, byPassage, rarity: rarityOf(byPassage.size, index.documentCount) };
}

/** Inverse document frequency as in BM25; a word the page lacks counts like one it has once. */
function rarityOf(count: number, total: number): number {
  const found = Math.max(count, 1);
  return Math.log(1 + (total - found + 0.5) / (found + 0.5)) + 0.1;
}

/** What a passage's form adds: it has what the question asks for; it isn't itself a question. */
function formFactor(passage: Passage, { kind }: Query): number {
  const shows = kind === null ? null : showsAnswer(kind, passage.text);
  const fits = shows === null ? 1 : shows ? 1.25 : 0.85;
  const asks = /[?？]\s*$/.test(passage.text) ? 0.6 : 1;
  const opens = passage.opensSection ? 1.1 : 1;
  return fits * asks * opens;
}
