import { findPassage, type Passage } from './find-passage';
import { HIGHLIGHT_NAME } from './names';
import { indexText } from './text-index';

/** How a passage was shown: word for word, as the best match, or not at all. */
export type PassageShown = 'shown' | 'similar' | 'missing';

let clearEarlier: (() => void) | null = null;

/**
 * Finds the passage in the live page, opens what is folded over it, scrolls it to the middle and highlights it until
 * the user clicks or presses Escape. An earlier highlight goes. The page's content stays as it is.
 */
export function highlightPassage(passage: Passage, page: Document = document): PassageShown {
  clearEarlier?.();
  const index = indexText(page);
  const found = findPassage(index.key, passage);
  const ranges = found === null ? [] : index.rangesOf(found.start, found.end);
  const first = ranges[0];
  if (found === null || first === undefined) return 'missing';
  for (const range of ranges) unfold(range.startContainer);
  scrollToMiddle(first, page);
  clearEarlier = paint(ranges, page);
  return found.exact ? 'shown' : 'similar';
}

/** Opens every closed `details` round a node, through shadow roots and frames. */
function unfold(node: Node): void {
  for (let at: Node | null = node; at !== null; at = parentOf(at)) {
    if (at.nodeType !== Node.ELEMENT_NODE) continue;
    const element = at as Element;
    if (element.localName === 'details' && !element.hasAttribute('open')) element.setAttribute('open', '');
  }
}

function parentOf(node: Node): Node | null {
  if (node.nodeType === Node.DOCUMENT_NODE) return (node as Document).defaultView?.frameElement ?? null;
  return node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;
}

function scrollToMiddle(range: Range, page: Document): void {
  const still = page.defaultView?.matchMedia('(prefers-reduced-motion: reduce)').matches ?? false;
  const view = range.startContainer.ownerDocument?.defaultView ?? window;
  const element = range.startContainer.parentElement ?? page.body;
  const tall = element.getBoundingClientRect().height > view.innerHeight / 2;
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: still || tall ? 'instant' : 'smooth' });
  if (!tall) return;
  const box = range.getBoundingClientRect();
  view.scrollBy({ top: box.top + box.height / 2 - view.innerHeight / 2, behavior: 'instant' });
}

/** Paints the ranges, each in the registry of its own document; returns what takes them away again. */
function paint(ranges: readonly Range[], page: Document): () => void {
  const views = new Map<Window & typeof globalThis, Range[]>();
  for (const range of ranges) {
    const view = range.startContainer.ownerDocument?.defaultView;
    if (view) views.set(view, [...(views.get(view) ?? []), range]);
  }
  for (const [view, own] of views) view.CSS.highlights.set(HIGHLIGHT_NAME, new view.Highlight(...own));
  const targets = new Set<Document>([page, ...Array.from(views.keys(), (view) => view.document)]);
  const clear = (): void => {
    for (const view of views.keys()) view.CSS.highlights.delete(HIGHLIGHT_NAME);
    for (const target of targets) {
      target.removeEventListener('pointerdown', onAct, true);
      target.removeEventListener('keydown', onAct, true);
    }
    clearEarlier = null;
  };
  const onAct = (event: Event): void => {
    if (event.isTrusted && (!('key' in event) || event.key === 'Escape')) clear();
  };
  for (const target of targets) {
    target.addEventListener('pointerdown', onAct, true);
    target.addEventListener('keydown', onAct, true);
  }
  return clear;
}
