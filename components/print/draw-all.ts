/** Most screens that are looked at one by one; a longer chat is looked at in larger steps. */
const MOST_STEPS = 400;

/** What is not drawn by then will not be. */
const LONGEST_WAIT_MS = 5_000;

/**
 * Lets everything of the page be drawn that waits for its reader to come near (formulas, charts, colours of code): goes
 * through it once, as a reader would, and waits for its pictures and fonts.
 */
export async function drawAll(): Promise<void> {
  await frame();
  const step = Math.max(innerHeight, document.documentElement.scrollHeight / MOST_STEPS);
  for (let top = 0; top < document.documentElement.scrollHeight; top += step) {
    scrollTo({ top, behavior: 'instant' });
    await frame();
    await drawnInView();
  }
  scrollTo({ top: 0, behavior: 'instant' });
  await frame();
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  await document.fonts.ready;
}

/** Waits for what is being drawn in view: a chart may have to load what draws it first. */
async function drawnInView(): Promise<void> {
  const since = performance.now();
  const isWaiting = () => [...document.querySelectorAll('.markdown-chart-stage:empty')].some(isInView);
  while (isWaiting() && performance.now() - since < LONGEST_WAIT_MS) await frame();
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/** Resolves when what was changed has been drawn and its observers have heard of it. */
function frame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
