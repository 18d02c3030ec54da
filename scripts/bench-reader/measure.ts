import type { Block, PageSnapshot } from '../../lib/domain/page.ts';
import type { RenderedQuote } from '../../tests/support/ask-reader.ts';

/** A question of `tests/bench/reader/questions.json`. */
export interface Question {
  /** Id of the page in the labelled set. */
  readonly file: string;
  /** Nothing is tuned on the held-out part. */
  readonly part: 'dev' | 'held-out';
  readonly question: string;
  /** Short quotes, each from a passage that answers; empty where the page does not answer. */
  readonly answers: readonly string[];
}

/** What became of one question. */
export interface Outcome {
  readonly question: Question;
  readonly quotes: readonly RenderedQuote[];
  /** The answer starts by saying that it was not found, or not clearly found, on the page. */
  readonly saidNotFound: boolean;
  /** A passage that answers is in what the page reader took at all. */
  readonly reachable: boolean;
  /** A passage that answers is among the first three quotes. */
  readonly hit: boolean;
  /** A passage that answers is among the page's first three paragraphs. */
  readonly baselineHit: boolean;
  /** Quotes that the page does not show word for word. */
  readonly invented: readonly RenderedQuote[];
  readonly milliseconds: number;
}

/** Judges an answer's quotes against the labels, the page's blocks and all the text that the browser shows. */
export function judge(
  question: Question,
  { quotes, saidNotFound, milliseconds }: Pick<Outcome, 'quotes' | 'saidNotFound' | 'milliseconds'>,
  { blocks }: PageSnapshot,
  visibleText: string,
): Outcome {
  const shown = dense(visibleText);
  const firstParagraphs = blocks.filter(({ kind }) => kind === 'paragraph').slice(0, 3);
  return {
    question,
    quotes,
    saidNotFound,
    reachable: blocks.some(({ text }) => answers(question, text)),
    hit: quotes.slice(0, 3).some(({ text }) => answers(question, text)),
    baselineHit: firstParagraphs.some(({ text }) => answers(question, text)),
    invented: quotes.filter((quote) => !isShown(quote, blocks, shown)),
    milliseconds,
  };
}

function answers({ answers: labels }: Question, text: string): boolean {
  return labels.some((label) => dense(text).includes(dense(label)));
}

/** A quote stands in its block to the letter, and each of its lines and cells in what the browser shows. */
function isShown({ blockId, text }: RenderedQuote, blocks: readonly Block[], shown: string): boolean {
  const block = blocks.find(({ id }) => id === blockId);
  if (text === '' || block?.text.includes(text) !== true) return false;
  return text.split(/\n| \| /).every((piece) => shown.includes(dense(piece)));
}

/** Without white space, which a browser shows otherwise than the page has it. */
function dense(text: string): string {
  return text.replace(/[\s\u200b\u00ad]+/g, '').replace(/[’‘]/g, "'");
}
