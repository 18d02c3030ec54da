import { bare, firstChildOf, nextSiblingOf, shield } from './shield';
import type { Budget } from './budget';

/** What a walk over a page tells its caller. `Place` is whatever the caller keeps for an element. */
export interface Walker<Place> {
  /** An element begins. Null leaves out all that is in it. */
  enter(element: Element, parent: Place): Place | null;
  text(text: Text, place: Place): void;
  /** An entered element ends; also called for those still open when the budget is spent. */
  leave(place: Place): void;
}

interface Level<Place> {
  readonly place: Place;
  /** What comes next: a sibling chain, or for a slot its assigned nodes. */
  next: Node | null;
  readonly assigned: readonly Node[] | null;
  index: number;
}

/**
 * Walks what is under `root` in the order it is shown: through open shadow roots, slots and frames of the same
 * origin. Not recursive, so depth costs no stack. Ends early when the budget is spent.
 */
export function walkPage<Place>(root: Element, place: Place, walker: Walker<Place>, budget: Budget): void {
  const levels: Level<Place>[] = [levelOf(root, place)];
  for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
    const node = budget.step() ? nextNode(level) : null;
    if (node === null) {
      levels.pop();
      if (levels.length > 0) walker.leave(level.place);
      continue;
    }
    if (node.nodeType === Node.TEXT_NODE) {
      walker.text(node as Text, level.place);
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const element = shield(node as Element);
      const entered = walker.enter(element, level.place);
      if (entered !== null) levels.push(levelOf(element, entered));
    }
  }
}

function nextNode<Place>(level: Level<Place>): Node | null {
  if (level.assigned !== null) return level.assigned[level.index++] ?? null;
  const node = level.next;
  level.next = node === null ? null : nextSiblingOf(node);
  return node;
}

function levelOf<Place>(element: Element, place: Place): Level<Place> {
  if (isFrame(element)) {
    const body = frameBody(element);
    return { place, next: null, assigned: body === null ? [] : [body], index: 0 };
  }
  if (element.localName === 'slot') {
    const assigned = (element as HTMLSlotElement).assignedNodes();
    if (assigned.length > 0) return { place, next: null, assigned, index: 0 };
  }
  return { place, next: firstChildOf(element.shadowRoot ?? bare(element)), assigned: null, index: 0 };
}

/** Whether an element holds a document of its own. */
export function isFrame(element: Element): boolean {
  return element.localName === 'iframe' || element.localName === 'frame';
}

/** The body of a frame of the same origin, else null. */
export function frameBody(frame: Element): HTMLElement | null {
  try {
    return (frame as HTMLIFrameElement).contentDocument?.body ?? null;
  } catch {
    return null;
  }
}
