// A page may name a field of a form, or a picture, like a property of every element: `<input name="parentElement">`
// makes `form.parentElement` that input, `<img name="title">` likewise `document.title`, in every script's world.

const shields = new WeakMap<object, object>();
const shielded = new WeakMap<object, object>();

/** The same element; a form behind a shield that answers as forms do, whatever its fields are called. */
export function shield<Some extends Element>(element: Some): Some {
  return isForm(element) ? shieldOf(element) : element;
}

/** The same document behind a shield. */
export function shieldDocument(page: Document): Document {
  return shieldOf(page);
}

/** What a shield stands before, to be handed to the browser. */
export function bare<Some extends object>(some: Some): Some {
  return (shielded.get(some) as Some | undefined) ?? some;
}

const localNameOf = getterOf(Element.prototype, 'localName');
const parentElementOf = getterOf(Node.prototype, 'parentElement');
const ownerDocumentOf = getterOf(Node.prototype, 'ownerDocument');

function isForm(element: Element): boolean {
  return !shielded.has(element) && localNameOf(element) === 'form';
}

/** The element round one, shielded. */
export function parentOf(element: Element): Element | null {
  const parent = parentElementOf(bare(element)) as Element | null;
  return parent === null ? null : shield(parent);
}

/** The document of an element, shielded. */
export function documentOf(element: Element): Document {
  return shieldDocument(ownerDocumentOf(bare(element)) as Document);
}

/** The window that an element is shown in, or null. */
export function viewOf(element: Element): (Window & typeof globalThis) | null {
  return documentOf(element).defaultView;
}

/** The nodes next to and in a node, as the page has them. */
export const nextSiblingOf = getterOf(Node.prototype, 'nextSibling') as (node: Node) => Node | null;
export const firstChildOf = getterOf(Node.prototype, 'firstChild') as (node: Node) => Node | null;

function getterOf(prototype: object, name: string): (of: unknown) => unknown {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (get === undefined) throw new Error(`This browser has no ${name}.`);
  return (of) => get.call(of) as unknown;
}

function shieldOf<Some extends object>(some: Some): Some {
  const before = shields.get(some);
  if (before !== undefined) return before as Some;
  const own = new Proxy<object>(some, { get: answer }) as Some;
  shields.set(some, own);
  shielded.set(own, some);
  return own;
}

/** As the object would answer without named properties: by what its prototypes define. */
function answer(target: object, key: PropertyKey): unknown {
  const property = findProperty(target, key);
  if (property?.get !== undefined) return property.get.call(target) as unknown;
  const value: unknown = property?.value;
  return typeof value === 'function' ? (value.bind(target) as unknown) : value;
}

function findProperty(target: object, key: PropertyKey): PropertyDescriptor | undefined {
  for (let at: unknown = Object.getPrototypeOf(target); typeof at === 'object' && at !== null;) {
    const property = Object.getOwnPropertyDescriptor(at, key);
    if (property !== undefined) return property;
    at = Object.getPrototypeOf(at);
  }
  return undefined;
}
