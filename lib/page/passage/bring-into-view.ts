/** Opens what is folded over the ranges and scrolls the first of them to the middle of its view. */
export function bringIntoView(ranges: readonly Range[], page: Document): void {
  for (const range of ranges) unfold(range.startContainer);
  const [first] = ranges;
  if (first !== undefined) scrollToMiddle(first, page);
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
