import type { Verdict } from '../../../lib/domain/claims/judge-claim';
import { showHidden } from '../../../lib/domain/hidden-characters';
import type { CitationNode } from '../../../lib/markdown/nodes';
import type { Cited, MarkdownContext } from '../markdown-context';
import { claimOf } from './claimed-run';
import { formatList } from '../../../lib/words/format';
import { said } from '../../../lib/words/said';

const MAX_NAME = 80;
/** A number above this in brackets is more likely a year or a count. */
const LARGEST_BARE = 999;

/** What a mark leads to. */
export interface CitationFacts extends Cited {
  readonly verdict: Verdict;
}

/** What each group of marks was drawn from, and what each mark leads to. */
const drawn = new WeakMap<Node, string>();
const facts = new WeakMap<Element, CitationFacts>();

/** What a drawn mark leads to; undefined for any other element. */
export function citationFacts(mark: Element): CitationFacts | undefined {
  return facts.get(mark);
}

/**
 * The marks of a citation: a button with a number for each page block, a plain mark where there is none; behind the last
 * a word where what is said can't be found in it. A number in brackets that is no citation stays what it is.
 */
export function makeCitation(node: CitationNode, context: MarkdownContext): Element {
  const marks = document.createElement('span');
  drawn.set(marks, describe(node, context));
  if (isText(node, context)) {
    marks.textContent = node.written ?? '';
    return marks;
  }
  marks.className = 'citations';
  const verdict = verdictOf(node, context);
  marks.append(...node.ids.map((id) => makeMark(id, node, verdict, context)));
  if (verdict.kind !== 'fine' && claimOf(node).isLast) marks.append(makeDoubt(verdict));
  return marks;
}

/** Whether marks that were drawn earlier are still what this citation looks like. */
export function isCitationOf(marks: Node, node: CitationNode, context: MarkdownContext): boolean {
  return drawn.get(marks) === describe(node, context);
}

function describe(node: CitationNode, context: MarkdownContext): string {
  const marks = node.ids.map((id) => {
    const cited = context.cite(id);
    return [id, cited?.number, cited && (context.passage ?? cited.quote)];
  });
  const { written } = node;
  return JSON.stringify([marks, verdictOf(node, context), claimOf(node).isLast, written, isText(node, context)]);
}

function verdictOf(node: CitationNode, context: MarkdownContext): Verdict {
  return context.judge(claimOf(node), context.passage);
}

/** Numbers in brackets are a citation where one of them names a block that has to do with what is said. */
function isText(node: CitationNode, context: MarkdownContext): boolean {
  if (node.written === undefined) return false;
  const [id = ''] = node.ids;
  const fits = node.ids.some((each) => context.cite(each) !== undefined && context.isAbout(claimOf(node), each));
  return !fits && (node.ids.length > 1 || Number(id.slice(1)) > LARGEST_BARE);
}

function makeMark(id: string, node: CitationNode, verdict: Verdict, context: MarkdownContext): Element {
  const cited = context.cite(id);
  const isInvented = node.written !== undefined && !context.isAbout(claimOf(node), id);
  if (cited === undefined || isInvented) return makeUnresolved();
  const quote = context.passage ?? cited.quote;
  const shown = showHidden(quote);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'citation';
  button.textContent = String(cited.number);
  button.ariaLabel = `Citation ${cited.number}: ${shown.slice(0, MAX_NAME)}`;
  button.addEventListener('click', () => context.onCite(id, quote));
  facts.set(button, { ...cited, quote, verdict });
  return button;
}

function makeUnresolved(): Element {
  const mark = document.createElement('span');
  mark.className = 'citation citation-unresolved';
  mark.role = 'img';
  mark.title = 'Not found on the page';
  mark.ariaLabel = 'Not found on the page';
  mark.textContent = '?';
  return mark;
}

function makeDoubt(verdict: Exclude<Verdict, { kind: 'fine' }>): Element {
  const mark = document.createElement('span');
  mark.className = `citation-doubt citation-${verdict.kind}`;
  mark.title = sayDoubt(verdict) ?? '';
  mark.textContent = verdict.kind === 'check' ? said('check') : said('not found on the page');
  return mark;
}

/** Without an “and”. */
const NAMES = { type: 'unit', style: 'short' } as const;

/** Says what can't be found; null where all can. */
export function sayDoubt(verdict: Verdict): string | null {
  switch (verdict.kind) {
    case 'fine':
      return null;
    case 'check':
      return `Not in the cited passage: ${formatList(verdict.words.map(showHidden), NAMES)}`;
    case 'not-found':
      return `These words are not on the page: ${formatList(
        verdict.quotes.map((quote) => `“${showHidden(quote)}”`),
        NAMES,
      )}`;
  }
}
