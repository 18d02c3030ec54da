/** One end of a selection: where it stands in the document, and in the text of its block. */
interface End {
  readonly node: Node;
  readonly offset: number;
  /** Null where it stands outside of the answer. */
  readonly place: { readonly section: Element; readonly block: number; readonly characters: number } | null;
}

/**
 * To be called before an answer changes: what the reader has selected in it is selected again afterwards where its nodes
 * had to be replaced, before anything is painted.
 */
export function keepSelection(answer: Element): void {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || !selection.containsNode(answer, true)) return;
  const anchor = endAt(answer, selection.anchorNode, selection.anchorOffset);
  const focus = endAt(answer, selection.focusNode, selection.focusOffset);
  if (anchor === null || focus === null) return;
  queueMicrotask(() => {
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
    if (isSame(anchor, anchorNode, anchorOffset) && isSame(focus, focusNode, focusOffset)) return;
    const [from, to] = [pointOf(anchor), pointOf(focus)];
    if (from !== null && to !== null) selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  });
}

function isSame(end: End, node: Node | null, offset: number): boolean {
  return end.node === node && end.offset === offset;
}

function endAt(answer: Element, node: Node | null, offset: number): End | null {
  if (node === null) return null;
  const element = node instanceof Element ? node : node.parentElement;
  const block = answer.contains(node) ? element?.closest('.markdown-section > *') : null;
  const section = block?.parentElement;
  if (!block || !section) return { node, offset, place: null };
  const range = document.createRange();
  range.setStart(block, 0);
  range.setEnd(node, offset);
  const characters = range.toString().length;
  return { node, offset, place: { section, block: [...section.children].indexOf(block), characters } };
}

/** Where an end stands now; null where its text is gone. */
function pointOf({ node, offset, place }: End): { readonly node: Node; readonly offset: number } | null {
  if (place === null) return node.isConnected ? { node, offset } : null;
  const block = place.section.children[place.block];
  if (block === undefined) return null;
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let left = place.characters;
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const length = text.nodeValue?.length ?? 0;
    if (left <= length) return { node: text, offset: left };
    left -= length;
  }
  return null;
}
