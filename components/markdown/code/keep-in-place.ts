import { tick } from 'svelte';

/** Changes the page around an element that the reader looks at and scrolls so that it stays where it was. */
export async function keepInPlace(element: Element, change: () => void): Promise<void> {
  const before = element.getBoundingClientRect().top;
  change();
  await tick();
  const moved = element.getBoundingClientRect().top - before;
  if (moved !== 0) scrollerOf(element)?.scrollBy({ top: moved, behavior: 'instant' });
}

/** What scrolls an element up and down; code itself scrolls sideways. */
function scrollerOf(element: Element): Element | null {
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
    const scrolls = parent.scrollHeight > parent.clientHeight;
    if (scrolls && /auto|scroll/.test(getComputedStyle(parent).overflowY)) return parent;
  }
  return document.scrollingElement;
}
