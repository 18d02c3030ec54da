import { HIGHLIGHT_NAME } from './names';

type View = Window & typeof globalThis;

/** Pages that never rest are followed this often. */
const MOST_REPAINTS = 20;
const REPAINT_PAUSE_MS = 150;

/**
 * Paints ranges, each in the registry of its own document, until the user clicks or presses Escape there. Where the page
 * takes their text away, `again` tells where it stands now, or null. Returns what takes them away.
 */
export function paintRanges(
  ranges: readonly Range[],
  page: Document,
  again: () => readonly Range[] | null = () => null,
): () => void {
  let painted = ranges;
  let views = paint(ranges);
  let repaints = 0;
  let timer: number | undefined;
  const targets = new Set<Document>([page, ...views.map((view) => view.document)]);

  function clear(): void {
    for (const view of views) view.CSS.highlights.delete(HIGHLIGHT_NAME);
    for (const target of targets) {
      target.removeEventListener('pointerdown', onAct, true);
      target.removeEventListener('keydown', onAct, true);
    }
    observer.disconnect();
    clearTimeout(timer);
  }

  function onAct(event: Event): void {
    if (event.isTrusted && (!('key' in event) || event.key === 'Escape')) clear();
  }

  function repaint(): void {
    timer = undefined;
    if (painted.every(isThere)) return;
    const now = (repaints += 1) > MOST_REPAINTS ? null : again();
    if (now === null) return;
    for (const view of views) view.CSS.highlights.delete(HIGHLIGHT_NAME);
    painted = now;
    views = paint(now);
  }

  const observer = new MutationObserver(() => {
    timer ??= window.setTimeout(repaint, REPAINT_PAUSE_MS);
  });
  for (const root of rootsOf(ranges, page)) {
    observer.observe(root, { childList: true, subtree: true, characterData: true });
  }
  for (const target of targets) {
    target.addEventListener('pointerdown', onAct, true);
    target.addEventListener('keydown', onAct, true);
  }
  return clear;
}

function isThere(range: Range): boolean {
  return range.startContainer.isConnected && !range.collapsed;
}

function rootsOf(ranges: readonly Range[], page: Document): ReadonlySet<Node> {
  return new Set<Node>([page, ...ranges.map((range) => range.startContainer.getRootNode())]);
}

function paint(ranges: readonly Range[]): readonly View[] {
  const views = new Map<View, Range[]>();
  for (const range of ranges) {
    const view = range.startContainer.ownerDocument?.defaultView;
    if (view) views.set(view, [...(views.get(view) ?? []), range]);
  }
  for (const [view, own] of views) view.CSS.highlights.set(HIGHLIGHT_NAME, new view.Highlight(...own));
  return [...views.keys()];
}
