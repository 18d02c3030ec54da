import { showHidden } from '../../../lib/domain/hidden-characters';
import { describePictureProblem, type Picture } from '../../../lib/domain/pictures/picture';
import type { PictureReference } from '../../../lib/domain/pictures/picture-reference';
import { pictureBlob } from '../../../lib/panel/picture-files';
import type { ImageNode } from '../../../lib/markdown/nodes';
import type { PictureShelf } from '../markdown-context';
import { markPart } from './mark-part';
import { said } from '../../../lib/words/said';

/** Tallest that a picture stands in an answer, in CSS pixels. */
const MAX_HEIGHT = 420;

/**
 * A picture that the model returned, as a button that opens it large, with its words below. It has its room before it is
 * read. One that is not there is a chip that says why.
 */
export function makePicture(node: ImageNode, reference: PictureReference, pictures: PictureShelf | null): Element {
  const words = showHidden(node.alt.trim() || node.title);
  if ('problem' in reference) return makeLost(words, describePictureProblem(reference.problem));
  if (pictures === null) return makeLost(words, said('not here'));
  const { id, width, height } = reference;
  const image = document.createElement('img');
  image.alt = words;
  image.decoding = 'async';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'picture-open';
  button.ariaLabel = words === '' ? 'Open picture' : `Open picture: ${words}`;
  button.style.width = `${Math.max(24, Math.min(width, Math.round((MAX_HEIGHT * width) / height)))}px`;
  button.style.aspectRatio = `${width} / ${height}`;
  const box = document.createElement('span');
  box.className = 'picture';
  box.append(button);
  if (words !== '') box.append(markPart('picture-words', words));
  const lose = (why: string) => box.replaceChildren(makeLost(words, why));
  pictures.read(id).then(
    (picture) => (picture === undefined ? lose(said('not here any more')) : show(picture)),
    () => lose(said('it could not be read')),
  );

  function show(picture: Picture): void {
    const blob = pictureBlob(picture);
    if (blob === null) return lose(describePictureProblem('broken'));
    // Beside the document: one that can't be drawn never comes into it.
    image.src = URL.createObjectURL(blob);
    image.onload = () => {
      URL.revokeObjectURL(image.src);
      button.replaceChildren(image);
    };
    image.onerror = () => {
      URL.revokeObjectURL(image.src);
      lose(describePictureProblem('broken'));
    };
    button.onclick = () => pictures?.open(picture, words);
  }

  return box;
}

function makeLost(words: string, why: string): Element {
  const chip = document.createElement('span');
  chip.className = 'image-chip';
  chip.append(markPart('image-chip-alt', words || 'Picture'), markPart('image-chip-host', why));
  return chip;
}
