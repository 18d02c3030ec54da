import { hostOf } from '../../../lib/markdown/links';
import type { ImageNode } from '../../../lib/markdown/nodes';
import { openInTab } from './make-link';

/** A chip in an image's place: its words, its host and "Open in tab". Nothing is fetched. */
export function makeImage(node: ImageNode): Element {
  const chip = node.href === null ? document.createElement('span') : openInTab(node.href);
  chip.classList.add('image-chip');
  chip.append(part('image-chip-alt', node.alt.trim() || node.title || 'Image'));
  if (node.href === null) {
    chip.append(part('image-chip-host', 'not shown'));
    return chip;
  }
  const host = hostOf(node.href);
  chip.append(part('image-chip-host', host), part('image-chip-open', 'Open in tab'));
  chip.title = `${host}\n${node.href}`;
  return chip;
}

function part(name: string, text: string): HTMLElement {
  const span = document.createElement('span');
  span.className = name;
  span.dir = 'auto';
  span.textContent = text;
  return span;
}
