import type { BrowserPage } from '../../../scripts/browsers/aside-browser.ts';

/** What is highlighted, whether all of it is in the right place, and whether that can be seen. */
export function highlightIn(tab: BrowserPage) {
  return tab.evaluate(() => {
    const frames = [...document.querySelectorAll('iframe')].flatMap(({ contentWindow }) => contentWindow ?? []);
    const views = [window, ...frames] as (Window & typeof globalThis)[];
    const ranges = views.flatMap((view) => [...(view.CSS.highlights.get('aside-passage') ?? [])] as Range[]);
    const boxes = ranges.map((range) => range.getBoundingClientRect());
    return {
      text: ranges.map(String).join(''),
      isThere: ranges.map(String).join('').length > 20,
      isRight: ranges.every((range) => range.startContainer.parentElement?.closest('[data-truth]') != null),
      isSeen: boxes.every((box) => box.height > 0 && box.top >= 0 && box.bottom <= innerHeight),
    };
  });
}
