import { showHidden } from '../../../lib/domain/hidden-characters';
import type { CitationNode } from '../../../lib/markdown/nodes';
import type { MarkdownContext } from '../markdown-context';

const MAX_NAME = 80;

/** What each mark was drawn from. */
const drawn = new WeakMap<Node, string>();

/** The marks of a citation: a button with a number for each page block, a plain mark where there is none. */
export function makeCitation(node: CitationNode, context: MarkdownContext): Element {
  const marks = document.createElement('span');
  marks.className = 'citations';
  marks.append(...node.ids.map((id) => makeMark(id, context)));
  drawn.set(marks, describe(node, context));
  return marks;
}

/** Whether marks that were drawn earlier are still what this citation looks like. */
export function isCitationOf(marks: Node, node: CitationNode, context: MarkdownContext): boolean {
  return drawn.get(marks) === describe(node, context);
}

function describe(node: CitationNode, context: MarkdownContext): string {
  return JSON.stringify(node.ids.map((id) => [id, context.cite(id)?.number, quoteOf(id, context)]));
}

function quoteOf(id: string, context: MarkdownContext): string | undefined {
  const cited = context.cite(id);
  return cited && (context.passage ?? cited.quote);
}

function makeMark(id: string, context: MarkdownContext): Element {
  const cited = context.cite(id);
  if (cited === undefined) return makeUnresolved();
  const quote = context.passage ?? cited.quote;
  const shown = showHidden(quote);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'citation';
  button.textContent = String(cited.number);
  button.ariaLabel = `Citation ${cited.number}: ${shown.slice(0, MAX_NAME)}`;
  button.title = shown;
  button.addEventListener('click', () => context.onCite(id, quote));
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
