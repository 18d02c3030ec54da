import type { ProviderRequest } from '../provider';
import type { Language } from './languages';
import { askingOf, type AnswerKind } from './question-words';
import { isLight } from './light-words';
import { predicatesOf } from './predicates';
import { isScaffold } from './scaffold-words';
import { isContent, termOf } from './terms';
import { wordsOf } from './words';

/** A word of the question as it is looked for. */
export interface QueryTerm {
  readonly term: string;
  /** As the user wrote it, in lower case. */
  readonly word: string;
  /** How much it counts: 1 for the question's own words, less for what it leans on. */
  readonly weight: number;
  /** Whether a page that answers may well lack it: a verb, or a word that says little. */
  readonly dispensable: boolean;
}

/** A question, ready to be looked up. */
export interface Query {
  readonly terms: readonly QueryTerm[];
  readonly kind: AnswerKind | null;
  /** What is to be counted, as a term, where the question asks how many. */
  readonly counted: string | null;
}

const SELECTION_WEIGHT = 0.3;
const EARLIER_WEIGHT = 0.35;
/** Of words that ask, such as the "tall" of "how tall": a page may well answer without them. */
const ASKING_WEIGHT = 0.3;
const LIGHT_WEIGHT = 0.3;

/** Characters of a question that are read. */
const MAX_LENGTH = 4000;
/** Terms looked up at most: whoever pastes a chapter asks about its beginning. */
const MAX_TERMS = 40;

/** Own terms below which a question is taken to lean on the one before it. */
const LEANING_BELOW = 3;

const PRONOUN =
  /(?<!\p{L})(?:it|its|they|them|their|he|him|his|she|her|that|those|these|there|one|er|sie|es|ihn|ihm|ihr|ihre|dort|davon|dafür|il|elle|ils|elles|lui|leur|en|y|él|ella|ellos|allí|ele|ela|eles|lui|lei|loro|hij|zij|ze|hen|daar)(?!\p{L})|それ|そこ|彼|它|他|她|那/iu;

/**
 * Reads the last question of a request: its own words, at less weight a selection it quotes, and, where it is short or
 * points back by a pronoun, the question before it.
 */
export function queryOf(request: ProviderRequest, languages: readonly Language[]): Query {
  const lines = request.question.slice(0, MAX_LENGTH).split('\n');
  const own = lines.filter((line) => !line.startsWith('>')).join('\n');
  const selection = lines.filter((line) => line.startsWith('>')).join('\n');
  const { kind, phrase } = askingOf(own);
  const asking = new Set(wordsOf(phrase));
  const after = own.toLowerCase().split(phrase)[1] ?? '';
  const counted = kind === 'number' ? (collectTerms(after, 1, languages)[0]?.term ?? null) : null;
  const terms = collectTerms(own, 1, languages).map((each) => {
    if (each.term === counted) return { ...each, weight: 1 };
    return asking.has(each.word)
      ? { ...each, weight: Math.min(each.weight, ASKING_WEIGHT), dispensable: true }
      : each;
  });
  const leans = terms.length < LEANING_BELOW || PRONOUN.test(own);
  const earlier = leans ? earlierQuestion(request) : '';
  const all = [
    ...terms,
    ...collectTerms(selection, terms.length === 0 ? 1 : SELECTION_WEIGHT, languages),
    ...collectTerms(earlier, terms.length === 0 ? 1 : EARLIER_WEIGHT, languages),
  ];
  const strongest = new Map<string, QueryTerm>();
  for (const term of all) if (!strongest.has(term.term)) strongest.set(term.term, term);
  return { terms: [...strongest.values()].slice(0, MAX_TERMS), kind, counted };
}

function collectTerms(text: string, weight: number, languages: readonly Language[]): QueryTerm[] {
  const [pageLanguage, asked = pageLanguage] = languages;
  if (pageLanguage === undefined || asked === undefined) return [];
  const predicates = predicatesOf(text, asked.code);
  const words = wordsOf(text).filter(
    (word) => languages.every((language) => isContent(word, language)) && !isScaffold(word),
  );
  return words.map((word) => ({
    term: termOf(word, pageLanguage),
    word,
    weight: isLight(word) ? weight * LIGHT_WEIGHT : weight,
    dispensable: weight < 1 || isLight(word) || predicates.has(word) || isPair(word),
  }));
}

/** Pairs of characters often straddle two words. */
function isPair(word: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー々]+$/u.test(
    word,
  );
}

/** The user's question before the last, without the page text that a prompt puts in front of it. */
function earlierQuestion({ messages, question, pages }: ProviderRequest): string {
  const earlier =
    messages.filter(({ role, text }) => role === 'user' && !text.endsWith(question)).at(-1)?.text ?? '';
  const fences = pages.map(({ fence }) => `</page-${fence}>`);
  return fences.reduce((text, fence) => text.split(fence).at(-1) ?? '', earlier);
}
