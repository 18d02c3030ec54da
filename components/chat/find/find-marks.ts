import type { Message } from '../../../lib/domain/chat';
import type { ChatFind, FindHit } from '../../../lib/panel/chat-find.svelte';
import { bringIntoView } from './bring-into-view';
import { drawnRuns, rangeOfHit } from './drawn-runs';

/** Milliseconds between paintings while an answer grows. */
const REST = 200;
/** Looks at a hit that moves while rows round it are drawn. */
const ROUNDS = 12;
/** So many in a row without a movement, and it has come to rest. */
const CALM = 2;

/** Marks the hits that are drawn, and brings one into view. */
export interface FindMarks {
  /** Marks what is drawn now. */
  paint(): void;
  /** Brings a hit of a drawn message to the middle, opening what hides it. */
  show(hit: FindHit): Promise<void>;
  /** Takes the marks away and looks no more. */
  stop(): void;
}

/** Begins to mark the hits in a scroller, by the CSS Custom Highlight API: no node is touched. */
export function createFindMarks(
  scroller: HTMLElement,
  find: ChatFind,
  messages: () => readonly Message[],
): FindMarks {
  const hits = new Highlight();
  const current = new Highlight();
  // Above the colours of code.
  hits.priority = 10;
  current.priority = 11;
  CSS.highlights.set('find-hit', hits);
  CSS.highlights.set('find-current', current);
  let timer: ReturnType<typeof setTimeout> | null = null;
  const observer = new MutationObserver(() => {
    timer ??= setTimeout(paint, REST);
  });
  observer.observe(scroller, { childList: true, characterData: true, subtree: true });

  const articleOf = ({ messageId }: FindHit): Element | null => {
    const place = messages().findIndex(({ id }) => id === messageId) + 1;
    return scroller.querySelector(`article[aria-posinset="${place}"]`);
  };

  function rangeOf(hit: FindHit, article: Element): Range | undefined {
    return rangeOfHit(drawnRuns(article), find.runsOf(hit.messageId), find.folded, hit.index);
  }

  function paint(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    hits.clear();
    current.clear();
    const query = find.folded;
    if (query === '') return;
    for (const article of scroller.querySelectorAll('article')) {
      for (const run of drawnRuns(article)) for (const range of run.ranges(query)) hits.add(range);
    }
    const hit = find.current;
    const article = hit === null ? null : articleOf(hit);
    const shown = hit === null || article === null ? undefined : rangeOf(hit, article);
    if (shown !== undefined) current.add(shown);
  }

  return {
    paint,
    async show(hit) {
      let calm = 0;
      for (let round = 0; round < ROUNDS && calm < CALM && find.current === hit; round += 1) {
        const article = articleOf(hit);
        const range = article === null ? undefined : rangeOf(hit, article);
        calm = range !== undefined && !bringIntoView(range, scroller) ? calm + 1 : 0;
        // Rows of a long table that are not drawn yet.
        if (range === undefined) article?.querySelector<HTMLElement>('.markdown-table-more button')?.click();
        if (range === undefined && round === 0) article?.scrollIntoView({ block: 'center' });
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      paint();
    },
    stop() {
      observer.disconnect();
      if (timer !== null) clearTimeout(timer);
      CSS.highlights.delete('find-hit');
      CSS.highlights.delete('find-current');
    },
  };
}
