import { bare, documentOf, parentOf, shield, viewOf } from './shield';
import { parseColour } from './colours';
import { styleOf } from './style-of';

interface Cover {
  readonly element: Element;
  readonly box: DOMRect;
}

const MOST_ELEMENTS = 60_000;
/** Covers are found by the stripes of the page, this many pixels high, that they lie in; high ones are looked at always. */
const STRIPE = 500;
const MOST_STRIPES = 200;
/** A cover over more of the page than that is the page's look, such as a curtain that is about to rise. */
const MOST_OF_PAGE = 0.6;
const STRIP = 3;
const PICTURES = 'img, video, canvas';

/**
 * Finds the opaque boxes that lie over other parts of the page, and tells of an element's text whether one of them hides
 * all of it. Boxes that stay on the screen while the page scrolls hide nothing for good.
 */
export function createCovers(body: Element): (element: Element) => boolean {
  const view = viewOf(body);
  if (view === null) return () => false;
  const page = documentOf(body).documentElement;
  const most = MOST_OF_PAGE * page.scrollWidth * page.scrollHeight;
  const covers = new Map<number, Cover[]>();
  const buried: Element[] = [];
  const all = body.querySelectorAll('*');
  for (let index = 0; index < Math.min(all.length, MOST_ELEMENTS); index += 1) {
    const found = all[index];
    if (found === undefined) break;
    const element = shield(found);
    const style = styleOf(element);
    if (style.position !== 'static' && Number(style.zIndex) < 0) buried.push(element);
    const layered = style.position === 'absolute' || (style.position === 'relative' && style.zIndex !== 'auto');
    if (!layered || style.visibility !== 'visible' || Number(style.opacity) < 0.95) continue;
    const opaque = (parseColour(style.backgroundColor)?.alpha ?? 0) >= 0.95 || element.matches(PICTURES);
    if (!opaque || Number(style.zIndex) < 0) continue;
    const box = element.getBoundingClientRect();
    if (box.width <= STRIP || box.height <= STRIP || box.width * box.height >= most) continue;
    for (const stripe of stripesOf(box)) {
      const own = covers.get(stripe);
      if (own === undefined) covers.set(stripe, [{ element, box }]);
      else own.push({ element, box });
    }
  }
  const none: readonly Cover[] = [];
  return (element) => {
    if (buried.some((low) => low.contains(bare(element)) && isBuried(low))) return true;
    if (covers.size === 0) return false;
    const own = element.getBoundingClientRect();
    if (own.width === 0 || own.height === 0) return false;
    const near = [covers.get(stripeOf(own.top)) ?? none, covers.get(EVERYWHERE) ?? none];
    return near.some((some) => some.some((cover) => hides(cover, element, own)));
  };
}

const EVERYWHERE = NaN;

function stripeOf(y: number): number {
  return Math.floor(y / STRIPE);
}

/** The stripes that a box lies in; one that stands for all where there are many. */
function stripesOf({ top, bottom }: DOMRect): number[] {
  // A text may stand out of its cover by a pixel.
  const [first, last] = [stripeOf(top - 1), stripeOf(bottom + 1)];
  if (last - first > MOST_STRIPES) return [EVERYWHERE];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function hides({ element: cover, box }: Cover, element: Element, own: DOMRect): boolean {
  const inside =
    own.left >= box.left - 1 &&
    own.right <= box.right + 1 &&
    own.top >= box.top - 1 &&
    own.bottom <= box.bottom + 1;
  return inside && !cover.contains(bare(element)) && !isEmptyPicture(cover) && isAbove(cover, element);
}

function isEmptyPicture(cover: Element): boolean {
  return cover.localName === 'img' && (cover as HTMLImageElement).naturalWidth === 0;
}

/** Whether one element is painted after another: by their levels below what holds both, else by their order. */
function isAbove(cover: Element, element: Element): boolean {
  if (element.contains(bare(cover))) return levelOf(pathTo(element, cover)) >= 0;
  let holder: Element | null = parentOf(cover);
  while (holder !== null && !holder.contains(bare(element))) holder = parentOf(holder);
  if (holder === null) return false;
  const [upper, lower] = [levelOf(pathTo(holder, cover)), levelOf(pathTo(holder, element))];
  if (upper !== lower) return upper > lower;
  return (element.compareDocumentPosition(bare(cover)) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** The elements from below `holder` down to `element`. */
function pathTo(holder: Element, element: Element): Element[] {
  const path: Element[] = [];
  for (let at: Element | null = element; at !== null && at !== holder; at = parentOf(at)) path.unshift(at);
  return path;
}

/** Level of the first positioned element of a path: its `z-index`; without one just above what is not positioned. */
function levelOf(path: readonly Element[]): number {
  for (const element of path) {
    const { position, zIndex } = styleOf(element);
    if (position !== 'static') return zIndex === 'auto' ? 0.5 : Number(zIndex) + (Number(zIndex) >= 0 ? 0.5 : 0);
  }
  return 0;
}

/** On a level below its surroundings (`z-index: -1`), behind the background of one of them. */
function isBuried(low: Element): boolean {
  for (let at = parentOf(low); at !== null && at.localName !== 'body'; at = parentOf(at)) {
    const { position, zIndex, opacity, transform, backgroundColor } = styleOf(at);
    if ((position !== 'static' && zIndex !== 'auto') || Number(opacity) < 1 || transform !== 'none') return false;
    if ((parseColour(backgroundColor)?.alpha ?? 0) >= 0.95) return true;
  }
  return false;
}
