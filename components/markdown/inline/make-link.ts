import { showHidden } from '../../../lib/domain/hidden-characters';
import { hostOf } from '../../../lib/markdown/links';
import { hostBesideLink } from '../../../lib/markdown/misleading-link';
import type { Inline, LinkNode } from '../../../lib/markdown/nodes';
import { inlineText } from '../../../lib/markdown/plain-text';
import { markPart } from './mark-part';

/** Longer hosts are cut at their front: the end says whose they are. */
const LONGEST_HOST = 50;
/** A destination in a tooltip beyond this many characters is cut. */
const LONGEST_DESTINATION = 1_000;

/** What each link was drawn from, and the element that holds its text. */
const drawn = new WeakMap<Node, { readonly look: string; readonly text: Element; readonly pending: boolean }>();

/**
 * A link that opens in a tab, its true host beside a text that may mislead; where it must not be opened, its text with
 * the destination to be told on demand; where its address is still being written, an anchor that leads nowhere. The text
 * itself is left to the caller: it goes into `linkText`.
 */
export function makeLink(node: LinkNode): Element {
  const look = lookOf(node);
  const link = document.createElement(node.pending || node.href !== null ? 'a' : 'span');
  if (link instanceof HTMLAnchorElement) leadTo(link, node);
  else markRefused(link, node);
  const { host } = look;
  let text: Element = link;
  if (host !== null) {
    text = document.createElement('span');
    link.append(text, ' ', markPart('link-host', shortHost(host)));
  }
  drawn.set(link, { look: look.key, text, pending: node.pending });
  return link;
}

/** Makes a link that was drawn before its address was known lead there; false where it has to be drawn anew. */
export function settleLink(link: Element, node: LinkNode): boolean {
  const { host, key } = lookOf(node);
  if (!(link instanceof HTMLAnchorElement) || !drawn.get(link)?.pending || node.href === null || host !== null)
    return false;
  leadTo(link, node);
  drawn.set(link, { look: key, text: link, pending: false });
  return true;
}

function leadTo(link: HTMLAnchorElement, { href, title }: LinkNode): void {
  if (href === null) return;
  openIn(link, href);
  link.title = tooltip([hostOf(href), href, title]);
}

/** The element of a link that holds its text and nothing else. */
export function linkText(link: Element): Element {
  return drawn.get(link)?.text ?? link;
}

/** Whether a link that was drawn earlier is still what this one looks like, but for its text. */
export function isLinkOf(link: Node, node: LinkNode): boolean {
  return drawn.get(link)?.look === lookOf(node).key;
}

function lookOf(node: LinkNode): { readonly host: string | null; readonly key: string } {
  const host = node.href === null ? null : hostBeside(node.children, node.href);
  return { host, key: JSON.stringify([node.destination, node.title, host]) };
}

/** An image says nothing of where the link goes, or something else. */
function hostBeside(children: readonly Inline[], href: string): string | null {
  return hasImage(children) ? hostOf(href) : hostBesideLink(inlineText(children), href);
}

function hasImage(nodes: readonly Inline[]): boolean {
  return nodes.some((node) => node.type === 'image' || ('children' in node && hasImage(node.children)));
}

/** Marks an element in place of a link or image that is not opened: the keyboard reaches it, and it tells its destination. */
export function markRefused(element: HTMLElement, node: Pick<LinkNode, 'destination' | 'title'>): HTMLElement {
  element.classList.add('link-refused');
  element.tabIndex = 0;
  element.dataset['destination'] = node.destination.slice(0, LONGEST_DESTINATION);
  element.title = tooltip([`Not opened: ${node.destination || '(empty)'}`, node.title]);
  return element;
}

/** Lines of a tooltip: the browser's own truth first, an author's words last, all without hidden characters. */
export function tooltip(lines: readonly string[]): string {
  const cut = lines.filter(Boolean).map((line) => {
    const text = showHidden(line.slice(0, LONGEST_DESTINATION)).replaceAll(/\s+/g, ' ');
    return line.length > LONGEST_DESTINATION ? `${text}…` : text;
  });
  return cut.join('\n');
}

/** A host that fits beside a text. */
export function shortHost(host: string): string {
  return host.length > LONGEST_HOST ? `…${host.slice(1 - LONGEST_HOST)}` : host;
}

/** An empty anchor that opens a checked href in a tab. */
export function openInTab(href: string): HTMLAnchorElement {
  const link = document.createElement('a');
  openIn(link, href);
  return link;
}

function openIn(link: HTMLAnchorElement, href: string): void {
  link.href = href;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  link.referrerPolicy = 'no-referrer';
}
