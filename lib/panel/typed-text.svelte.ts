import { nextShownLength } from './typing';

/** Parsing and layout at half the display's rate cost a third less and look the same. */
const FRAME_MS = 1000 / 30;

/** The part of a growing text that is shown so far: the typing effect. */
export class TypedText {
  #shown = $state(0);
  readonly #text: () => string;

  /** `text` is read reactively. What is there at the start is shown at once; `instant` turns the effect off. */
  constructor(text: () => string, instant: () => boolean) {
    this.#text = text;
    this.#shown = text().length;
    let frame = 0;
    let last = 0;
    const step = (at: number) => {
      frame = 0;
      const elapsed = last === 0 ? FRAME_MS : at - last;
      if (elapsed >= FRAME_MS - 2) {
        last = at;
        this.#shown = nextShownLength(text(), this.#shown, elapsed);
      }
      if (this.#shown < text().length) frame = requestAnimationFrame(step);
      else last = 0;
    };
    $effect(() => {
      if (text().length === this.#shown) return;
      // A hidden page gets no frames: there is nobody to type for.
      if (instant() || document.hidden || text().length < this.#shown) this.#shown = text().length;
      else if (frame === 0) frame = requestAnimationFrame(step);
    });
    $effect(() => () => cancelAnimationFrame(frame));
  }

  get current(): string {
    return this.#text().slice(0, this.#shown);
  }

  /** Whether all that arrived is shown. */
  get caughtUp(): boolean {
    return this.#shown >= this.#text().length;
  }
}
