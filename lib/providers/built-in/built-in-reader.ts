import type { PageSnapshot } from '../../domain/page';
import type { Provider, ProviderRequest } from '../provider';
import { chooseQuotes } from './choose-quotes';
import { confidenceIn } from './confidence';
import { detectLanguage } from './detect-language';
import { fromTextGenerator } from './from-text-generator';
import type { Language } from './languages';
import { isOutlineRequest } from './outline-request';
import { outlineOf } from './outline';
import { passagesOf } from './passages';
import { queryOf } from './query';
import { rankPassages } from './rank-passages';
import { wordingFor, type Wording } from './wording';
import { writeNotFound, writeOutline, writeQuotes } from './write-answer';

/** How the reader works; every part has a default. */
export interface BuiltInReaderOptions {
  /** How many passages an answer quotes at most. */
  readonly quotes?: number;
  /** Waited for between pieces of text, so that the event loop turns. */
  readonly pause?: () => Promise<void>;
}

/** Confidence from which a page counts as answering; tuned on the development part of the bench. */
const FOUND_FROM = 0.45;

/** Confidence from which passages are worth showing as the closest, said to be no clear answer. */
const CLOSE_FROM = 0.15;

/** Words streamed between two turns of the event loop. */
const WORDS_PER_TURN = 4;

/**
 * Makes the built-in reader: a provider without a key, a network or a model. It answers from the newest page of the
 * request with its best passages, quoted word for word, each with its citation; it says so where the page does not
 * answer, and explains itself where there is no page.
 */
export function createBuiltInReader(options: BuiltInReaderOptions = {}): Provider {
  const { quotes = 3, pause = turnOfEventLoop } = options;
  return fromTextGenerator(async function* (request) {
    yield* inPieces(answer(request, quotes), pause);
  });
}

/** The whole answer, as Markdown. */
function answer(request: ProviderRequest, quotes: number): string {
  const page = request.pages.at(-1);
  const pageLanguage = page === undefined ? null : detectLanguage(textOf(page), page.language);
  const asked = detectLanguage(request.question, pageLanguage?.code ?? null);
  const wording = wordingFor(asked.code);
  if (page === undefined || pageLanguage === null) return wording.noPage;
  if (page.blocks.length === 0) return `${wording.emptyPage} ${wording.nextStep}`;
  return fromPage(request, page, [pageLanguage, asked], wording, quotes);
}

function fromPage(
  request: ProviderRequest,
  page: PageSnapshot,
  [pageLanguage, asked]: readonly [page: Language, asked: Language],
  wording: Wording,
  count: number,
): string {
  const query = queryOf(request, [pageLanguage, asked]);
  if (query.terms.length === 0 || isOutlineRequest(request.question)) {
    const entries = outlineOf(page, pageLanguage);
    if (entries.length > 0) return writeOutline(entries, page, wording);
  }
  const passages = passagesOf(page, pageLanguage);
  const ranking = rankPassages(passages, page.title, query, pageLanguage);
  const quotes = chooseQuotes(ranking.ranked, passages, count);
  const confidence = Math.max(0, ...quotes.map((quote) => confidenceIn(quote, query, ranking)));
  if (confidence < CLOSE_FROM) return writeNotFound(ranking.missing, wording);
  if (confidence >= FOUND_FROM) return writeQuotes(wording.quoted, quotes, page);
  return `${writeQuotes(wording.closest, quotes, page)}\n\n${wording.nextStep}`;
}

function textOf(page: PageSnapshot): string {
  return page.blocks.map(({ text }) => text).join('\n');
}

async function* inPieces(text: string, pause: () => Promise<void>): AsyncGenerator<string> {
  let words = 0;
  for (const [piece] of text.matchAll(/\S{1,24}\s*|\s+/gu)) {
    yield piece;
    if (++words % WORDS_PER_TURN === 0) await pause();
  }
}

function turnOfEventLoop(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
