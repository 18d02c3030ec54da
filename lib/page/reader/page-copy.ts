import { bodyOf } from '../dom/structure';

/**
 * What the reader sees, copied into a document of its own for the extractor: nothing hidden, shadow roots and
 * frames laid flat, every element numbered. The extractor may cut it up as it likes; the page stays untouched.
 */
export interface PageCopy {
  readonly document: Document;
  readonly body: HTMLElement;
  /** Elements copied so far. */
  readonly size: number;
  add(element: Element, parent: Element): { number: number; element: Element };
  addText(text: string, parent: Element): void;
}

/** Attribute that carries an element's number. */
export const NUMBER_ATTRIBUTE = 'data-n';

const LONGEST_ATTRIBUTE = 300;
const DEEPEST = 200;
// Whatever loads, runs or hides has no place in the copy, nor names that stand in for properties of the document.
const LEFT_OUT = /^(?:on|style$|src$|srcset$|hidden$|name$|data-n$)/;

/** An empty copy with the page's title and description, which extractors look at. */
export function createPageCopy(page: Document): PageCopy {
  const copy = page.implementation.createHTMLDocument(page.title);
  for (const meta of page.querySelectorAll('meta[name], meta[property]')) {
    const own = copy.createElement('meta');
    copyAttributes(meta, own);
    const name = meta.getAttribute('name');
    if (name !== null) own.setAttribute('name', name);
    copy.head.append(own);
  }
  copyAttributes(bodyOf(page), copy.body);
  const depths = new WeakMap<Element, number>();
  let size = 0;
  return {
    document: copy,
    body: copy.body,
    get size() {
      return size;
    },
    add(element, parent) {
      size += 1;
      const own = createLike(element, copy);
      copyAttributes(element, own);
      own.setAttribute(NUMBER_ATTRIBUTE, String(size));
      const depth = (depths.get(parent) ?? 0) + 1;
      if (depth <= DEEPEST) depths.set(own, depth);
      parent.append(own);
      // What is deeper is laid flat: the extractor's cost grows with depth.
      return { number: size, element: depth <= DEEPEST ? own : parent };
    },
    addText(text, parent) {
      parent.append(text);
    },
  };
}

function createLike(element: Element, copy: Document): Element {
  const name = element.localName;
  if (name === 'iframe' || name === 'frame' || name === 'body' || name === 'form')
    return copy.createElement('div');
  try {
    return copy.createElement(name);
  } catch {
    // A parser makes elements of names that no script may use.
    return copy.createElement('div');
  }
}

function copyAttributes(from: Element, to: Element): void {
  for (const { name, value } of from.attributes) {
    if (LEFT_OUT.test(name) || value.length > LONGEST_ATTRIBUTE) continue;
    try {
      to.setAttribute(name, value);
    } catch {
      // Likewise for attributes.
    }
  }
}
