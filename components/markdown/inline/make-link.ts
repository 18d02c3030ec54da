import { hostOf } from '../../../lib/markdown/links';
import type { LinkNode } from '../../../lib/markdown/nodes';

/** A link that opens in a tab and says where it really goes; a span where it must not be opened. */
export function makeLink(node: LinkNode): Element {
  if (node.href === null) {
    const text = document.createElement('span');
    if (node.destination !== '') text.title = `Not a web link: ${node.destination}`;
    return text;
  }
  const link = openInTab(node.href);
  link.title = [hostOf(node.href), node.href, node.title].filter(Boolean).join('\n');
  return link;
}

/** An empty anchor that opens a checked href in a tab. */
export function openInTab(href: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  return link;
}
