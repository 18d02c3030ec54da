import { keepInPlace } from './keep-in-place';

/** Lines that code shows before it folds; styles/code.css has the same number. */
const MOST_LINES = 24;

/**
 * How much of long code is shown. Up to 24 lines stand open. More are folded from the start, also while they are being
 * written, to 22 lines and a button as high as two, so that nothing shrinks when line 25 comes. Lines count as they are
 * on the screen, wrapped ones too.
 */
export class CodeFold {
  #long = $state(false);
  #opened = $state(false);

  /** Whether there is more than is shown at first. */
  get long(): boolean {
    return this.#long;
  }

  /** Whether the reader asked for all of it. */
  get open(): boolean {
    return this.#opened;
  }

  /** Whether lines are hidden. */
  get folded(): boolean {
    return this.#long && !this.#opened;
  }

  toggle(): void {
    this.#opened = !this.#opened;
  }

  /** For `{@attach}` on the code: watches its height. */
  readonly measure = (code: Element): (() => void) => {
    let frame = 0;
    const observer = new ResizeObserver(([entry]) => {
      const line = Number.parseFloat(getComputedStyle(code).lineHeight);
      const long = (entry?.contentRect.height ?? 0) > (MOST_LINES + 0.5) * line;
      // In the next frame: what an observer changes at once may be more than the browser looks at in this one.
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => (this.#long = long));
    });
    observer.observe(code);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
    };
  };

  /** For `{@attach}` on what folds: what is scrolled to in there, e.g. by a search, is shown. */
  readonly revealScrolled = (frame: Element): (() => void) => {
    const reveal = () => {
      const code = frame.firstElementChild;
      if (frame.scrollTop === 0 || this.#opened || code === null) return;
      void keepInPlace(code, () => (this.#opened = true));
    };
    frame.addEventListener('scroll', reveal, { passive: true });
    return () => frame.removeEventListener('scroll', reveal);
  };
}
