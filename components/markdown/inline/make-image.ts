import { showHidden } from '../../../lib/domain/hidden-characters';
import { readPictureReference } from '../../../lib/domain/pictures/picture-reference';
import { hostOf } from '../../../lib/markdown/links';
import type { ImageNode } from '../../../lib/markdown/nodes';
import { markRefused, openInTab, shortHost, tooltip } from './make-link';
import type { PictureShelf } from '../markdown-context';
import { makePicture } from './make-picture';
import { markPart } from './mark-part';
import { said } from '../../../lib/words/said';

/** A picture of the answer; else a chip in its place: its words, its host and "Open in tab". Nothing is fetched. */
export function makeImage(node: ImageNode, pictures: PictureShelf | null): Element {
  const reference = readPictureReference(node.destination);
  if (reference !== null) return makePicture(node, reference, pictures);
  const words = makeWords(node);
  if (node.href === null) {
    const refused = markRefused(document.createElement('span'), node);
    refused.classList.add('image-chip');
    refused.append(words, markPart('image-chip-host', said('not shown')));
    return refused;
  }
  const host = hostOf(node.href);
  const chip = openInTab(node.href);
  chip.className = 'image-chip';
  chip.title = tooltip([host, node.href, node.title]);
  chip.append(words, markPart('image-chip-host', shortHost(host)), markPart('image-chip-open', 'Open in tab'));
  return chip;
}

/** The same in a link, which leads where it leads: its words alone. */
export function makeImageInLink(node: ImageNode): Element {
  const chip = document.createElement('span');
  chip.className = 'image-chip';
  chip.append(makeWords(node));
  return chip;
}

function makeWords(node: ImageNode): Element {
  return markPart('image-chip-alt', showHidden(node.alt.trim() || node.title || 'Image'));
}
