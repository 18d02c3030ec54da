import { untrack } from 'svelte';
import type { ReadableText } from '../domain/growing-text';
import { browserClock, createFramePacer, type FrameClock, type FramePacer } from './frame-pacer';
import { CATCH_UP_MS, nextShownLength, wholeCharacters } from './typing';

/** Words that come more often than this come steadily: they are shown as they come. In milliseconds. */
const STEADY_GAP = 70;
/** So many characters are a burst even when they are the first ones. */
const BURST = 400;
/** What one drawing may cost, in milliseconds, and how many characters it begins with. */
const BUDGET = 12;
const FIRST_MOST = 20_000;
const LEAST_MOST = 6_000;

/** 30 updates a second look as smooth as 60 and cost a third less. In milliseconds. */
const SMOOTH_PAUSE = 1000 / 30;
/** Words that nobody can see are still wanted, for the scroll bar and for search, but not thirty times a second. */
const FAR_PAUSE = 100;
/** Drawing may take one part in so many of the time; more while the text is behind and there is much to draw. */
const SHARE = 4;
const SHARE_BEHIND = 2;

/** What a typed text is made from. The functions are read reactively. */
export interface TypedTextOptions {
  readonly text: () => ReadableText;
  /** Length of the text, which may grow while it stays the same object. */
  readonly length: () => number;
  /** Whether to do without the typing effect. */
  readonly instant: () => boolean;
  readonly clock?: FrameClock;
}

/**
 * How much of a growing text is shown: all of it in the next frame where words come steadily, typed out over a moment
 * where they come in bursts, and never more at a time than can be drawn without a hitch.
 */
export class TypedText {
  #shown = $state(0);
  readonly #options: TypedTextOptions;
  readonly #pacer: FramePacer;
  readonly #clock: FrameClock;
  #heardAt: number | null = null;
  #gap = 0;
  #most = FIRST_MOST;
  #isFar = false;
  #step = 0;

  /** What is there at the start is shown at once, as far as one drawing goes. Make it while a component is set up. */
  constructor(options: TypedTextOptions) {
    this.#options = options;
    this.#clock = options.clock ?? browserClock;
    this.#pacer = createFramePacer(
      {
        draw: (elapsed) => this.#draw(elapsed),
        drawn: (cost) => this.#learn(cost),
        pause: (cost) => this.#pause(cost),
      },
      this.#clock,
    );
    untrack(() => this.#show(Math.min(options.length(), FIRST_MOST)));
    $effect(() => {
      const length = options.length();
      untrack(() => this.#arrived(length));
    });
    $effect(() => () => this.#pacer.stop());
  }

  /** Number of UTF-16 units that are shown. */
  get shown(): number {
    return this.#shown;
  }

  /** Whether all that arrived is shown. */
  get caughtUp(): boolean {
    return this.#shown >= this.#options.length();
  }

  /** Says whether the text's end is far out of view. */
  setFar(isFar: boolean): void {
    this.#isFar = isFar;
  }

  #arrived(length: number): void {
    if (length === this.#shown) return;
    const now = this.#clock.now();
    const gap = this.#heardAt === null ? (length - this.#shown > BURST ? Infinity : 0) : now - this.#heardAt;
    this.#gap = Math.max(gap, this.#gap / 2);
    this.#heardAt = now;
    // A hidden page gets no frames: there is nobody to draw for.
    if (length < this.#shown || document.hidden) this.#show(length);
    else this.#pacer.request();
  }

  #draw(elapsed: number): void {
    const { text, instant } = this.#options;
    const before = this.#shown;
    const catchUp = instant() || this.#gap <= STEADY_GAP ? 0 : Math.min(this.#gap, CATCH_UP_MS);
    const next = nextShownLength(text(), before, Math.min(elapsed, STEADY_GAP), catchUp);
    this.#show(Math.min(next, before + this.#most));
    this.#step = this.#shown - before;
    if (!this.caughtUp) this.#pacer.request();
  }

  #pause(cost: number): number {
    const isBehind = this.#step >= this.#most && !this.caughtUp;
    const least = this.#isFar && !isBehind ? FAR_PAUSE : SMOOTH_PAUSE;
    return Math.max(least, cost * (isBehind ? SHARE_BEHIND : SHARE));
  }

  #show(length: number): void {
    this.#shown = wholeCharacters(this.#options.text(), length);
  }

  /** Judges by a drawing that had much to do how much the next one may have. */
  #learn(cost: number): void {
    if (this.#step < this.#most / 2) return;
    const affordable = Math.floor((this.#step * BUDGET) / Math.max(cost, 1));
    this.#most = Math.min(FIRST_MOST, Math.max(LEAST_MOST, affordable));
  }
}
