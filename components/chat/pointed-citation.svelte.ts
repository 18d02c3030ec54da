import type { Attachment } from 'svelte/attachments';
import { citationFacts, type CitationFacts } from '../markdown/inline/make-citation';

/** A mark that is looked at: what it leads to, and where it stands in the element that is watched. */
export interface PointedMark {
  readonly facts: CitationFacts;
  /** CSS pixels from the watched element's top left corner. */
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  /** Size of the watched element. */
  readonly width: number;
  readonly height: number;
}

/** The element that says what a mark leads to; the mark is described by it. */
export const CARD_ID = 'citation-card';
/** Time to move the pointer from a mark to its card, in milliseconds. */
const GRACE = 200;

/** The citation under the pointer or with the focus. Its card stays while the pointer is on it; Escape takes it away. */
export class PointedCitation {
  #current = $state.raw<PointedMark | null>(null);
  #mark: Element | null = null;
  #leaving: ReturnType<typeof setTimeout> | undefined;

  get current(): PointedMark | null {
    return this.#current;
  }

  readonly attach: Attachment = (element) => {
    const point = ({ target, type }: Event): void => {
      const at = target instanceof Element ? target : null;
      if (at?.closest(`#${CARD_ID}`)) return clearTimeout(this.#leaving);
      const mark = at?.closest('button.citation') ?? null;
      if (mark !== null) this.#show(mark, element);
      else if (type === 'pointerover' && this.#mark !== document.activeElement) this.#leaveSoon();
    };
    const blur = (): void => this.#leaveSoon();
    const press = (event: Event): void => {
      if (event instanceof KeyboardEvent && event.key === 'Escape' && this.#current !== null) {
        event.preventDefault();
        this.#hide();
      }
    };
    const hide = (): void => this.#hide();
    const listeners = {
      pointerover: point,
      pointerleave: blur,
      focusin: point,
      focusout: blur,
      keydown: press,
      click: hide,
    };
    for (const [name, listener] of Object.entries(listeners)) element.addEventListener(name, listener);
    element.addEventListener('scroll', hide, true);
    return () => {
      this.#hide();
      for (const [name, listener] of Object.entries(listeners)) element.removeEventListener(name, listener);
      element.removeEventListener('scroll', hide, true);
    };
  };

  #show(mark: Element, within: Element): void {
    clearTimeout(this.#leaving);
    const facts = citationFacts(mark);
    if (facts === undefined || mark === this.#mark) return;
    this.#hide();
    this.#mark = mark;
    mark.setAttribute('aria-describedby', CARD_ID);
    const [box, frame] = [mark.getBoundingClientRect(), within.getBoundingClientRect()];
    this.#current = {
      facts,
      top: box.top - frame.top,
      bottom: box.bottom - frame.top,
      left: box.left - frame.left,
      width: frame.width,
      height: frame.height,
    };
  }

  #leaveSoon(): void {
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => this.#hide(), GRACE);
  }

  #hide(): void {
    clearTimeout(this.#leaving);
    this.#mark?.removeAttribute('aria-describedby');
    this.#mark = null;
    this.#current = null;
  }
}
