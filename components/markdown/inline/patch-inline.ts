import { showHidden } from '../../../lib/domain/hidden-characters';
import type { Inline, LinkNode } from '../../../lib/markdown/nodes';
import type { MarkdownContext } from '../markdown-context';
import { isCitationOf, makeCitation } from './make-citation';
import { claimedRun } from './claimed-run';
import { makeFootnoteReference } from './make-footnote-reference';
import { makeHidden } from './make-hidden';
import { makeImage, makeImageInLink } from './make-image';
import { isLinkOf, linkText, makeLink, settleLink } from './make-link';
import { makeMath } from '../math/make-math';

/** What each element shows; its child nodes stand in the same order, one for each. */
const shown = new WeakMap<Node, readonly Inline[]>();

/** Makes `parent` show a whole run of inline nodes, keeping every DOM node that still fits. */
export function patchRun(parent: Element, nodes: readonly Inline[], context: MarkdownContext): void {
  patchInline(parent, claimedRun(nodes, context.readsPage), context);
}

/** Makes `parent` show `nodes`, a run or what an element in it holds. */
function patchInline(parent: Element, nodes: readonly Inline[], context: MarkdownContext, inLink = false): void {
  const before = shown.get(parent) ?? [];
  // The same nodes again: something they were drawn with has changed, e.g. what a citation stands for.
  const redraw = before === nodes;
  shown.set(parent, nodes);
  for (const [index, node] of nodes.entries()) {
    const old = before[index];
    const child = parent.childNodes[index];
    if (old === undefined || child === undefined) parent.append(makeInline(node, context, inLink));
    else if (redraw || old !== node) {
      if (!updateInline(child, old, node, context, inLink)) child.replaceWith(makeInline(node, context, inLink));
    }
  }
  while (parent.childNodes.length > nodes.length) parent.lastChild?.remove();
}

function makeInline(node: Inline, context: MarkdownContext, inLink: boolean): Node {
  const filled = (element: Element, children: readonly Inline[]): Element => {
    patchInline(element, children, context, inLink);
    return element;
  };
  switch (node.type) {
    case 'text':
      return document.createTextNode(node.text);
    case 'inline-code': {
      const code = document.createElement('code');
      code.textContent = showHidden(node.text);
      code.dir = 'auto';
      return code;
    }
    case 'line-break':
      return document.createElement('br');
    case 'emphasis':
      return filled(document.createElement('em'), node.children);
    case 'strong':
      return filled(document.createElement('strong'), node.children);
    case 'strikethrough':
      return filled(document.createElement('s'), node.children);
    case 'subscript':
      return filled(document.createElement('sub'), node.children);
    case 'superscript':
      return filled(document.createElement('sup'), node.children);
    case 'keyboard':
      return filled(document.createElement('kbd'), node.children);
    case 'overflow': {
      const box = document.createElement('span');
      box.className = 'markdown-overflow';
      return filled(box, node.children);
    }
    case 'link': {
      // An autolink in a link's text: there is one place to go.
      if (inLink) return filled(document.createElement('span'), node.children);
      const link = makeLink(node);
      patchLink(link, node, context);
      return link;
    }
    case 'image':
      return inLink ? makeImageInLink(node) : makeImage(node, context.pictures);
    case 'citation':
      return makeCitation(node, context);
    case 'hidden':
      return makeHidden(node);
    case 'footnote-reference':
      return makeFootnoteReference(node, inLink);
    case 'math':
      return makeMath(node, context.streaming);
  }
}

/** Turns the DOM node of `old` into that of `node` in place; false where it must be replaced. */
function updateInline(child: Node, old: Inline, node: Inline, context: MarkdownContext, inLink: boolean): boolean {
  if (old.type !== node.type) return false;
  switch (node.type) {
    case 'text':
      growText(child, node.text);
      return true;
    case 'inline-code':
      if (child.firstChild === null) child.textContent = showHidden(node.text);
      else growText(child.firstChild, showHidden(node.text));
      return true;
    case 'line-break':
      return true;
    case 'emphasis':
    case 'strong':
    case 'strikethrough':
    case 'subscript':
    case 'superscript':
    case 'keyboard':
    case 'overflow':
      if (child instanceof Element) patchInline(child, node.children, context, inLink);
      return child instanceof Element;
    case 'link':
      if (!(child instanceof Element)) return false;
      if (inLink) patchInline(child, node.children, context, true);
      else if (isLinkOf(child, node) || settleLink(child, node)) patchLink(child, node, context);
      else return false;
      return true;
    case 'image':
      return old.type === 'image' && old.destination === node.destination && old.alt === node.alt;
    case 'citation':
      return isCitationOf(child, node, context);
    case 'hidden':
      return old.type === 'hidden' && old.label === node.label;
    case 'footnote-reference':
      return old.type === 'footnote-reference' && old.label === node.label && old.defined === node.defined;
    case 'math':
      return old.type === 'math' && old.tex === node.tex && old.display === node.display;
  }
}

/** A link that isn't opened is none: images in it stay links of their own. */
function patchLink(link: Element, node: LinkNode, context: MarkdownContext): void {
  patchInline(linkText(link), node.children, context, node.href !== null || node.pending);
}

/** Changes a text node by as little as possible: a selection in what stays is left alone. */
export function growText(node: Node, text: string): void {
  if (!(node instanceof Text) || node.data === text) return;
  if (text.startsWith(node.data)) node.appendData(text.slice(node.length));
  else {
    const kept = commonStart(node.data, text);
    node.replaceData(kept, node.length - kept, text.slice(kept));
  }
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}
