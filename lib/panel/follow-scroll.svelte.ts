/** Pixels from the end that still count as the end. */
const END_SLACK = 8;
/**
 * Pixels below the view that need no way to the end: one flick reaches it, and what stands there (the buttons of an
 * answer's end) would lie under that way.
 */
const NEAR_END = 120;

/** What a reader opens or turns in an answer, which grows or shrinks by it. */
const OPENERS = 'summary, [aria-expanded], figure [aria-pressed]';

/**
 * Keeps a scroller at its growing end for as long as its reader is there. Whether they are is judged by their own
 * scrolling (wheel, touch, keys, scroll bar), never by distance: content that grows doesn't move a reader.
 */
export class FollowScroll {
  #following = $state(true);
  #below = $state(false);
  #scroller: HTMLElement | null = null;
  #byReader = false;
  #top = 0;

  /** Whether the view follows the end. */
  get following(): boolean {
    return this.#following;
  }

  /** Whether so much text is below the view that its end is out of reach. */
  get hasMoreBelow(): boolean {
    return this.#below;
  }

  /** For `{@attach}` on the scroller; its first child is watched as its content. */
  readonly attach = (scroller: HTMLElement): (() => void) => {
    this.#scroller = scroller;
    const controller = new AbortController();
    const on = (type: string, listener: (event: Event) => void) =>
      scroller.addEventListener(type, listener, { passive: true, signal: controller.signal });
    const byReader = () => {
      this.#byReader = true;
    };
    for (const type of ['wheel', 'touchmove', 'keydown', 'pointerdown']) on(type, byReader);
    // Who asks for the end by its key means it, even where the text grows faster than the view glides there.
    on('keydown', (event) => {
      if (event instanceof KeyboardEvent && isEndKey(event)) this.toEnd();
    });
    // A reader who opens something reads there.
    on('click', ({ target }) => {
      if (target instanceof Element && target.closest(OPENERS) !== null) this.#following = false;
    });
    on('scroll', () => this.#scrolled());
    on('scrollend', () => {
      this.#byReader = false;
    });
    const observer = new ResizeObserver(() => this.#grown());
    observer.observe(scroller);
    if (scroller.firstElementChild) observer.observe(scroller.firstElementChild);
    return () => {
      controller.abort();
      observer.disconnect();
      this.#scroller = null;
    };
  };

  /** Goes to the end and follows it from now on. */
  toEnd(behavior: ScrollBehavior = 'instant'): void {
    this.#following = true;
    this.#byReader = false;
    this.#scroller?.scrollTo({ top: this.#scroller.scrollHeight, behavior });
  }

  /** Puts an element at the top of the view and lets the text below it grow without moving. */
  toTop(element: Element): void {
    this.#following = false;
    this.#byReader = false;
    element.scrollIntoView({ block: 'start' });
  }

  /** Lets the view stay where it will be put, whatever comes at the end. */
  stay(): void {
    this.#following = false;
    this.#byReader = false;
  }

  #distance(): number {
    const scroller = this.#scroller;
    return scroller === null ? 0 : scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
  }

  /** How far the last thing in the content's last group, which may have room below it, ends below the view. */
  #unseen(): number {
    const group = this.#scroller?.firstElementChild?.lastElementChild;
    const last = group?.lastElementChild ?? group;
    const view = this.#scroller?.getBoundingClientRect();
    return last && view ? last.getBoundingClientRect().bottom - view.bottom : 0;
  }

  #scrolled(): void {
    const atEnd = this.#distance() <= END_SLACK;
    const top = this.#scroller?.scrollTop ?? 0;
    // A click may have scrolled nothing, and text may have come since: only going up leaves the end.
    if (this.#byReader && atEnd) this.#following = true;
    else if (this.#byReader && top < this.#top) this.#following = false;
    this.#top = top;
    this.#below = this.#unseen() > NEAR_END;
  }

  #grown(): void {
    if (this.#following) this.#scroller?.scrollTo({ top: this.#scroller.scrollHeight, behavior: 'instant' });
    this.#below = this.#unseen() > NEAR_END;
  }
}

/** The End key, where it scrolls and does not move in a field. */
function isEndKey({ key, target, shiftKey, altKey }: KeyboardEvent): boolean {
  if (key !== 'End' || shiftKey || altKey || !(target instanceof Element)) return false;
  return target.closest('input, textarea, select, [role=application], [role=menu]') === null;
}
