/** At most so many places are scrolled, the largest first. */
const MOST_SCROLLERS = 2;
const MOST_STEPS = 60;
/** A place whose text stays the same for so many steps draws all it has. */
const STILL_STEPS = 2;
const MOST_MILLISECONDS = 6_000;

/**
 * Scrolls through a page step by step until `look` finds what it wants there: lists that draw only what is in view show
 * the rest that way. Gives up, and scrolls back, where scrolling brings nothing new.
 */
export async function sweepPage<Found>(page: Document, look: () => Found | null): Promise<Found | null> {
  const end = performance.now() + MOST_MILLISECONDS;
  for (const scroller of scrollersOf(page)) {
    const { scrollTop } = scroller;
    let text = scroller.textContent;
    let still = 0;
    scroller.scrollTo({ top: 0, behavior: 'instant' });
    for (let step = 0; step < MOST_STEPS && still < STILL_STEPS && performance.now() < end; step += 1) {
      await drawn(page);
      const found = look();
      if (found !== null) return found;
      const now = scroller.textContent;
      still = now === text ? still + 1 : 0;
      text = now;
      const before = scroller.scrollTop;
      scroller.scrollTo({ top: before + scroller.clientHeight * 0.8, behavior: 'instant' });
      if (scroller.scrollTop === before) break;
    }
    scroller.scrollTo({ top: scrollTop, behavior: 'instant' });
  }
  return null;
}

function scrollersOf(page: Document): readonly Element[] {
  const inner = [...page.querySelectorAll('*')].filter(
    (element) =>
      element.scrollHeight > element.clientHeight * 1.5 &&
      element.clientHeight > 100 &&
      element !== page.scrollingElement &&
      /auto|scroll/.test(page.defaultView?.getComputedStyle(element).overflowY ?? ''),
  );
  const outer = page.scrollingElement;
  const scrolls = outer !== null && outer.scrollHeight > outer.clientHeight * 1.5;
  const largest = inner.sort((one, other) => areaOf(other) - areaOf(one));
  return [...(scrolls ? [outer] : []), ...largest].slice(0, MOST_SCROLLERS);
}

function areaOf({ clientWidth, clientHeight }: Element): number {
  return clientWidth * clientHeight;
}

/** Waits until what scrolling asked for is drawn; a tab in the background draws no frames. */
function drawn(page: Document): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 120);
    page.defaultView?.requestAnimationFrame(() => {
      page.defaultView?.requestAnimationFrame(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  });
}
