import type { BrowserPage } from '../../../scripts/browsers/aside-browser.ts';

/** Where the watched block was in the frames since the watch began. */
export interface PlaceRecord {
  readonly frames: number;
  /** Its tops, each after another one once, in CSS pixels of the view. */
  readonly tops: readonly number[];
  /** The same of the thread's scroll position. */
  readonly scrolled: readonly number[];
  /** Everything that was selected. */
  readonly selections: readonly string[];
}

/** Begins to look in each frame at the block in the middle of the thread, of which a word is selected. */
export function startWatchingPlace(panel: BrowserPage): Promise<void> {
  return panel.evaluate(async () => {
    const log = document.querySelector('[role=log]');
    if (log === null) throw new Error('There is no thread.');
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let last = -1; last !== log.scrollTop; await frame(), await frame()) last = log.scrollTop;
    const middle = log.getBoundingClientRect().top + log.clientHeight / 2;
    // Its first longer text: what is short may be a citation's number, which is not selected.
    const textIn = (block: Element): Node | undefined => {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      while (walker.nextNode() !== null && (walker.currentNode.nodeValue?.trim().length ?? 0) < 4);
      return walker.currentNode instanceof Text ? walker.currentNode : undefined;
    };
    const blocks = [...document.querySelectorAll('.markdown :is(p, h3, h4, h5, li, td, pre)')];
    const seen = blocks.find((block) => block.getBoundingClientRect().bottom > middle && textIn(block));
    const text = seen && textIn(seen);
    if (!seen || !text) throw new Error('Nothing is in view.');
    getSelection()?.setBaseAndExtent(text, 0, text, Math.min(8, text.nodeValue?.length ?? 0));
    // Kept in the document: in Firefox each script that is run from outside has globals of its own.
    const { dataset } = document.documentElement;
    const id = String(Math.random());
    dataset['place'] = id;
    const record = { frames: 0, tops: [] as number[], scrolled: [] as number[], selections: [] as string[] };
    const add = <Item>(list: Item[], item: Item) => void (list.at(-1) !== item && list.push(item));
    function look(): void {
      if (dataset['place'] !== id || log === null || !seen) return;
      record.frames += 1;
      add(record.tops, Math.round(seen.getBoundingClientRect().top));
      add(record.scrolled, Math.round(log.scrollTop));
      add(record.selections, getSelection()?.toString() ?? '');
      dataset['placeRecord'] = JSON.stringify(record);
      requestAnimationFrame(look);
    }
    look();
  });
}

/** Tells what was seen so far. The watch goes on until another one begins. */
export function placeSeen(panel: BrowserPage): Promise<PlaceRecord> {
  return panel.evaluate(() => JSON.parse(document.documentElement.dataset['placeRecord'] ?? '') as PlaceRecord);
}
