import { showHidden, withoutHidden } from '../../../lib/domain/hidden-characters';
import { said } from '../../../lib/words/said';

type Draw = (tex: string, display: boolean) => Node;

interface Waiting {
  readonly tex: string;
  readonly display: boolean;
  readonly onFail: ((reason: string) => void) | undefined;
}

/** Formulas are drawn when they come this close to what is seen, in CSS pixels. */
const MARGIN = 1_000;
/** Time for drawing in one go, in milliseconds; what is left waits for the next frame. */
const SLICE = 8;

/** The faces that most formulas are set in: a formula that gets them late changes its height. */
const FACES = ['1em KaTeX_Main', 'italic 1em KaTeX_Math'];

const waiting = new WeakMap<Element, Waiting>();
const queue = new Set<HTMLElement>();
let draw: Draw | null = null;
let scheduled = false;
let observer: IntersectionObserver | null = null;

/**
 * Shows LaTeX in an element: its source at once, the formula as soon as KaTeX is there and the reader near. `now`
 * draws it without waiting for the reader; where KaTeX is not there yet, nothing stands in its place until then. Where it
 * can't be drawn the source is shown, and `onFail` is told why.
 */
export function showFormula(
  element: HTMLElement,
  tex: string,
  display: boolean,
  now: boolean,
  onFail?: (reason: string) => void,
): void {
  element.dataset['tex'] = withoutHidden(tex);
  waiting.set(element, { tex, display, onFail });
  if (now && draw !== null) {
    drawIn(element, draw);
    return;
  }
  if (now) {
    // Its source may be wider or higher than the formula, and nothing shrinks while it is written.
    element.replaceChildren();
    enqueue(element);
  } else {
    element.replaceChildren(makeSource(tex));
    observe(element);
  }
}

/** LaTeX as it is written, for as long as there is no formula. */
export function makeSource(tex: string): HTMLElement {
  const source = document.createElement('code');
  source.className = 'markdown-math-source';
  source.textContent = showHidden(tex);
  return source;
}

/** Loads what draws formulas, if it can be loaded. */
export function prepareFormulas(): void {
  if (draw !== null) return;
  load().then(
    (drawFormula) => (draw = drawFormula),
    () => undefined,
  );
}

async function load(): Promise<Draw> {
  const { drawFormula } = await import('./draw-formula');
  await Promise.allSettled(FACES.map((face) => document.fonts.load(face)));
  return drawFormula;
}

function observe(element: HTMLElement): void {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting || !(target instanceof HTMLElement)) continue;
        observer?.unobserve(target);
        enqueue(target);
      }
    },
    { rootMargin: `${MARGIN}px` },
  );
  observer.observe(element);
}

function enqueue(element: HTMLElement): void {
  queue.add(element);
  if (scheduled) return;
  scheduled = true;
  void load().then(
    (drawFormula) => {
      draw = drawFormula;
      drawSome(drawFormula);
    },
    () => {
      scheduled = false;
      for (const one of queue) fail(one, said('the part of Aside that draws formulas did not load.'));
      queue.clear();
    },
  );
}

function drawSome(drawFormula: Draw): void {
  const start = performance.now();
  for (const element of queue) {
    queue.delete(element);
    drawIn(element, drawFormula);
    if (performance.now() - start > SLICE) break;
  }
  scheduled = queue.size > 0;
  if (scheduled) setTimeout(() => drawSome(drawFormula));
}

function drawIn(element: HTMLElement, drawFormula: Draw): void {
  const formula = waiting.get(element);
  if (formula === undefined) return;
  waiting.delete(element);
  try {
    element.replaceChildren(drawFormula(formula.tex, formula.display));
  } catch (error) {
    waiting.set(element, formula);
    fail(element, reasonOf(error));
  }
}

function fail(element: HTMLElement, reason: string): void {
  const formula = waiting.get(element);
  if (formula === undefined) return;
  waiting.delete(element);
  const source = makeSource(formula.tex);
  source.title = `Not drawn as a formula: ${reason}`;
  element.replaceChildren(source);
  formula.onFail?.(source.title);
}

/** KaTeX's own words without its name and the quotation of the source, as the rest of a sentence. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const words = message
    .replace(/^KaTeX parse error: /, '')
    .replace(/ at (?:position \d+|end of input): [^]*$/, '');
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
