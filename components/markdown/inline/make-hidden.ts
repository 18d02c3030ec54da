import type { HiddenNode } from '../../../lib/markdown/nodes';

/** A small token in the place of characters that show nothing. Copying a selection leaves it out (styles/inline.css). */
export function makeHidden(node: HiddenNode): Element {
  const token = document.createElement('span');
  token.className = 'hidden-characters';
  token.dir = 'ltr';
  token.textContent = node.label;
  token.title = 'Hidden here by the answer; copying leaves it out';
  return token;
}
