import { tick } from 'svelte';

/** 30 updates a second look as smooth as 60 and cost a third less. */
const MIN_PAUSE = 33;
const MAX_PAUSE = 500;
/** Drawing may take one part in this many of the time. */
const PAUSE_PER_COST = 4;

/** What pacing needs of a browser. */
export interface Pacing {
  /** Milliseconds from any fixed point. */
  now(): number;
  requestFrame(callback: () => void): number;
  cancelFrame(handle: number): void;
}

const browserPacing: Pacing = {
  now: () => performance.now(),
  requestFrame: (callback) => requestAnimationFrame(callback),
  cancelFrame: (handle) => cancelAnimationFrame(handle),
};

/** A growing text, handed on in frames: at most 30 a second, fewer while drawing is dear, always all there is. */
export class PacedText {
  #pacing: Pacing;
  #current = $state.raw('');
  #latest: string;
  #frame: number | null = null;
  #nextAt = -Infinity;

  constructor(text: string, pacing: Pacing = browserPacing) {
    this.#current = text;
    this.#latest = text;
    this.#pacing = pacing;
  }

  /** The text to draw now. */
  get current(): string {
    return this.#current;
  }

  /** Takes the text as it is by now and sees that it is drawn soon. */
  offer(text: string): void {
    this.#latest = text;
    if (this.#frame === null && text !== this.#current) this.#request();
  }

  /** Draws no more. */
  stop(): void {
    if (this.#frame !== null) this.#pacing.cancelFrame(this.#frame);
    this.#frame = null;
  }

  #request(): void {
    this.#frame = this.#pacing.requestFrame(() => {
      // A frame may come a little early by the clock: half a frame is not worth waiting another.
      if (this.#pacing.now() < this.#nextAt - 8) this.#request();
      else void this.#draw();
    });
  }

  async #draw(): Promise<void> {
    this.#frame = null;
    const start = this.#pacing.now();
    this.#current = this.#latest;
    await tick();
    const cost = this.#pacing.now() - start;
    this.#nextAt = start + Math.min(MAX_PAUSE, Math.max(MIN_PAUSE, cost * PAUSE_PER_COST));
  }
}
