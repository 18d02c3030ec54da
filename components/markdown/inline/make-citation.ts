import type { CitationNode } from '../../../lib/markdown/nodes';
import type { MarkdownContext } from '../markdown-context';

const MAX_NAME = 80;

/** The marks of a citation: a button with a number for each page block, a plain mark where there is none. */
export function makeCitation(node: CitationNode, context: MarkdownContext): Element {
  const marks = document.createElement('span');
  marks.className = 'citations';
  marks.append(...node.ids.map((id) => makeMark(id, context)));
  return marks;
}

function makeMark(id: string, context: MarkdownContext): Element {
  const cited = context.cite(id);
  if (cited === undefined) return makeUnresolved();
  const quote = context.passage ?? cited.quote;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'citation';
  button.textContent = String(cited.number);
  button.ariaLabel = `Citation ${cited.number}: ${quote.slice(0, MAX_NAME)}`;
  button.title = quote;
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
