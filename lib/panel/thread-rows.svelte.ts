import { tick } from 'svelte';
import { KeptRows } from './kept-rows.svelte';
import {
  covers,
  NO_ROWS,
  rowsBetween,
  spanOf,
  topOf,
  toSegments,
  within,
  type RowRange,
  type RowSegment,
} from './row-window';

/** A thread of so many rows is drawn whole, though not all at once. */
const FEW = 24;
/** Lengths in views: how far beyond the view rows are drawn; how far they stay drawn and have their texts read. */
const AHEAD = 1.25;
const FAR = 4;
/** Rows more whose texts are read, for those much higher than the view. */
const MORE = 3;
/** Height of a row that was never drawn, in CSS pixels, until the first ones tell better: so many, lest it be restless. */
const GUESS = 480;
const TELLING = 6;
/** A layout that does not come to rest in so many rounds is left until the next scroll. */
const ROUNDS = 8;
interface ThreadRowsDependencies {
  /** The rows from first to last. Read reactively; rows are added and taken away at the end. */
  readonly ids: () => readonly string[];
  /** Reads the texts of these rows, which will soon be needed. Until then a row is as high as `heightOf` says. */
  readonly read: (rows: RowRange) => Promise<void>;
}

/**
 * Which rows of a long thread are in the document: those in view, some beyond, the last one, and kept ones. Gaps stand for
 * the others. What is seen is kept in its place by the browser's own scroll anchoring, which unlike setting the scroll
 * position does not cut a scroll under way short.
 */
export class ThreadRows {
  readonly #dependencies: ThreadRowsDependencies;
  #range = $state.raw<RowRange>(NO_ROWS);
  readonly #kept = new KeptRows();
  readonly #ids = $derived.by(() => this.#dependencies.ids());
  readonly #indexes = $derived.by(() => new Map(this.#ids.map((id, index) => [id, index])));
  readonly #heights = new Map<string, number>();
  readonly #elements = new Map<string, Element>();
  readonly #observer = new ResizeObserver((entries) => this.#resized(entries));
  #scroller: HTMLElement | null = null;
  #guess = $state(GUESS);
  #told = 0;
  #top = 0;
  #goesUp = true;
  #isSettling = false;
  #working: Promise<void> = Promise.resolve();
  #frame = 0;
  #near = NO_ROWS;

  /** What to draw, in order. */
  readonly segments: readonly RowSegment[] = $derived.by(() => {
    const kept = new Set([this.#ids.length - 1]);
    for (const id of this.#kept.ids) {
      // With its neighbours, for the Tab key.
      const index = this.#indexes.get(id);
      if (index !== undefined) for (const near of [index - 1, index, index + 1]) kept.add(near);
    }
    return toSegments(this.#range, kept, this.#ids, this.heightOf);
  });

  constructor(dependencies: ThreadRowsDependencies) {
    this.#dependencies = dependencies;
  }

  /** For `{@attach}` on the scroller. */
  readonly attach = (scroller: HTMLElement): (() => void) => {
    this.#scroller = scroller;
    const controller = new AbortController();
    scroller.addEventListener('scroll', () => this.#scrolled(), { passive: true, signal: controller.signal });
    const letGo = this.#kept.attach(scroller);
    this.#observer.observe(scroller);
    return () => {
      controller.abort();
      letGo();
      this.#observer.disconnect();
      cancelAnimationFrame(this.#frame);
      this.#scroller = null;
    };
  };

  /** For `{@attach}` on a row. */
  row(id: string): (element: Element) => () => void {
    return (element) => {
      this.#elements.set(id, element);
      this.#kept.add(id, element);
      this.#observer.observe(element);
      return () => {
        this.#elements.delete(id);
        this.#observer.unobserve(element);
      };
    };
  }

  /** The height of a row by its index, measured or guessed, in CSS pixels. */
  readonly heightOf = (index: number): number => this.#heights.get(this.#ids[index] ?? '') ?? this.#guess;

  /** Index of the first row in view. */
  get firstInView(): number {
    return this.#rowsAround(0).first;
  }

  /** Looks anew at what is near: the rows are others. */
  refresh(): void {
    this.#near = NO_ROWS;
    this.#settle();
  }

  /** Draws so many of the last rows that they fill the view. */
  drawEnd(): Promise<void> {
    return this.#inTurn(async () => {
      const count = this.#ids.length;
      let first = Math.max(0, count - 2);
      for (;;) {
        await this.#draw({ first, end: count });
        const missing = this.#view - (topOf(count, this.heightOf) - topOf(first, this.heightOf));
        if (first === 0 || missing <= 0) return;
        first = Math.max(0, first - Math.ceil(missing / this.#guess));
      }
    });
  }

  /** Scrolls to a row that may not be drawn yet. Resolves to its element when it is there; null if it is no more. */
  scrollTo(id: string): Promise<Element | null> {
    return this.#inTurn(async () => {
      const index = this.#indexes.get(id);
      if (index === undefined) return null;
      if (!this.#elements.has(id)) {
        await this.#draw({ first: index, end: index + 1 });
        this.#scroller?.scrollTo({ top: topOf(index, this.heightOf), behavior: 'instant' });
        await this.#fill();
      }
      return this.#elements.get(id) ?? null;
    });
  }

  /** Lets one thing after the other change what is drawn. All of it happens before the next paint. */
  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#working.then(work);
    this.#working = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }

  #settle(): void {
    if (this.#isSettling) return;
    this.#isSettling = true;
    void this.#inTurn(async () => {
      this.#isSettling = false;
      await this.#fill();
    });
  }

  /** Draws what is missing in the view, and then, by and by, what is near it. */
  async #fill(): Promise<void> {
    if (this.#scroller === null) return;
    for (let round = 0; round < ROUNDS; round += 1) {
      const next = spanOf(within(this.#range, this.#rowsAround(FAR)), this.#rowsAround(0));
      if (next.first === this.#range.first && next.end === this.#range.end) break;
      await this.#draw(next);
    }
    this.#readNear();
    this.#growLater();
  }

  get #view(): number {
    return this.#scroller?.clientHeight ?? 0;
  }

  /** The rows in view and so many views around it. */
  #rowsAround(views: number): RowRange {
    const count = this.#ids.length;
    if (views > 0 && count <= FEW) return { first: 0, end: count };
    const top = this.#scroller?.scrollTop ?? 0;
    return rowsBetween(top - views * this.#view, top + (1 + views) * this.#view, count, this.heightOf);
  }

  async #draw(range: RowRange): Promise<void> {
    this.#range = range;
    await tick();
    this.#measure();
    const heights = [...this.#heights.values()];
    if (heights.length > 0 && this.#told < TELLING) {
      this.#told = heights.length;
      this.#guess = Math.round(heights.reduce((sum, height) => sum + height, 0) / heights.length);
      await tick();
    }
  }

  #measure(): void {
    for (const [id, element] of this.#elements) this.#heights.set(id, element.getBoundingClientRect().height);
  }

  #growLater(): void {
    if (this.#frame !== 0 || covers(this.#range, this.#rowsAround(AHEAD))) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      void this.#inTurn(() => this.#grow());
    });
  }

  /** Draws one row more, on the side that the reader goes to. */
  async #grow(): Promise<void> {
    const { first, end } = this.#range;
    const wanted = this.#rowsAround(AHEAD);
    const above = wanted.first < first;
    const below = wanted.end > end;
    if (above && (this.#goesUp || !below)) await this.#draw({ first: first - 1, end });
    else if (below) await this.#draw({ first, end: end + 1 });
    await this.#fill();
  }

  #readNear(): void {
    const around = this.#rowsAround(FAR);
    const near = { first: Math.max(0, around.first - MORE), end: Math.min(this.#ids.length, around.end + MORE) };
    if (near.first === this.#near.first && near.end === this.#near.end) return;
    this.#near = near;
    // What was read is otherwise high than guessed: what is missing by that is drawn before the next paint.
    const redraw = async (): Promise<void> => {
      await tick();
      this.#measure();
      await this.#fill();
    };
    void this.#dependencies.read(near).then(() => this.#inTurn(redraw));
  }

  #scrolled(): void {
    const top = this.#scroller?.scrollTop ?? 0;
    if (top !== this.#top) this.#goesUp = top < this.#top;
    this.#top = top;
    this.#settle();
  }

  #resized(entries: readonly ResizeObserverEntry[]): void {
    for (const { target, borderBoxSize } of entries) {
      const id = this.#kept.idOf(target);
      if (id !== undefined) this.#heights.set(id, borderBoxSize[0]?.blockSize ?? 0);
    }
    this.#growLater();
  }
}
