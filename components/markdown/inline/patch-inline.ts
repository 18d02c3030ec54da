import type { Inline } from '../../../lib/markdown/nodes';
import type { MarkdownContext } from '../markdown-context';
import { isCitationOf, makeCitation } from './make-citation';
import { makeImage } from './make-image';
import { makeLink } from './make-link';

/** What each element shows; its child nodes stand in the same order, one for each. */
const shown = new WeakMap<Node, readonly Inline[]>();

/** Makes `parent` show `nodes`, keeping every DOM node that still fits. */
export function patchInline(parent: Element, nodes: readonly Inline[], context: MarkdownContext): void {
  const before = shown.get(parent) ?? [];
  // The same nodes again: something they were drawn with has changed, e.g. what a citation stands for.
  const redraw = before === nodes;
  shown.set(parent, nodes);
  for (const [index, node] of nodes.entries()) {
    const old = before[index];
    const child = parent.childNodes[index];
    if (old === undefined || child === undefined) parent.append(makeInline(node, context));
    else if (redraw || old !== node) {
      if (!updateInline(child, old, node, context)) child.replaceWith(makeInline(node, context));
    }
  }
  while (parent.childNodes.length > nodes.length) parent.lastChild?.remove();
}

function makeInline(node: Inline, context: MarkdownContext): Node {
  switch (node.type) {
    case 'text':
      return document.createTextNode(node.text);
    case 'inline-code': {
      const code = document.createElement('code');
      code.textContent = node.text;
      code.dir = 'auto';
      return code;
    }
    case 'line-break':
      return document.createElement('br');
    case 'emphasis':
      return filled(document.createElement('em'), node.children, context);
    case 'strong':
      return filled(document.createElement('strong'), node.children, context);
    case 'strikethrough':
      return filled(document.createElement('s'), node.children, context);
    case 'link':
      return filled(makeLink(node), node.children, context);
    case 'image':
      return makeImage(node);
    case 'citation':
      return makeCitation(node, context);
  }
}

function filled(element: Element, children: readonly Inline[], context: MarkdownContext): Element {
  patchInline(element, children, context);
  return element;
}

/** Turns the DOM node of `old` into that of `node` in place; false where it must be replaced. */
function updateInline(child: Node, old: Inline, node: Inline, context: MarkdownContext): boolean {
  if (old.type !== node.type) return false;
  switch (node.type) {
    case 'text':
      growText(child, node.text);
      return true;
    case 'inline-code':
      if (child.firstChild === null) child.textContent = node.text;
      else growText(child.firstChild, node.text);
      return true;
    case 'line-break':
      return true;
    case 'emphasis':
    case 'strong':
    case 'strikethrough':
      return updateChildren(child, node.children, context);
    case 'link': {
      const same = old.type === 'link' && old.destination === node.destination && old.title === node.title;
      return same && updateChildren(child, node.children, context);
    }
    case 'image':
      return old.type === 'image' && old.destination === node.destination && old.alt === node.alt;
    case 'citation':
      return isCitationOf(child, node, context);
  }
}

function updateChildren(child: Node, children: readonly Inline[], context: MarkdownContext): boolean {
  if (child instanceof Element) patchInline(child, children, context);
  return child instanceof Element;
}

/** Changes a text node by as little as possible: appending leaves a selection in it alone. */
export function growText(node: Node, text: string): void {
  if (!(node instanceof Text) || node.data === text) return;
  if (text.startsWith(node.data)) node.appendData(text.slice(node.length));
  else node.data = text;
}
