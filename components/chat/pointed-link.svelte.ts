import type { Attachment } from 'svelte/attachments';
import { showHidden } from '../../lib/domain/hidden-characters';
import { addressParts, type AddressParts } from '../../lib/markdown/links';

/** A path longer than this is cut in its middle: the line has room for three rows. */
const LONGEST = 160;

/** Where the link under the pointer or with the focus leads, as browsers tell it at a window's edge. */
export class PointedLink {
  #hovered = $state.raw<Element | null>(null);
  #focused = $state.raw<Element | null>(null);
  /** Which of the two came last. */
  #latest = $state.raw<'hover' | 'focus'>('hover');

  /** The destination to show, or null. One that is not opened is all in `after`. */
  readonly current: AddressParts | null = $derived.by(() => {
    const [one, other] =
      this.#latest === 'hover' ? [this.#hovered, this.#focused] : [this.#focused, this.#hovered];
    const link = one ?? other;
    return link === null ? null : destinationOf(link);
  });

  /** Watches the links in an element. Escape hides what is shown. */
  readonly attach: Attachment = (element) => {
    const hover = ({ target }: Event): void => {
      const link = linkAt(target);
      if (link !== null && link !== this.#hovered) this.#latest = 'hover';
      this.#hovered = link;
    };
    const focus = ({ target }: Event): void => {
      this.#focused = linkAt(target);
      this.#latest = 'focus';
    };
    const leave = (): void => void (this.#hovered = null);
    const blur = (): void => void (this.#focused = null);
    // Not at once: an element that is being taken out of the document while Svelte draws loses its focus there and then.
    const blurSoon = (): void => {
      const left = this.#focused;
      if (left !== null) queueMicrotask(() => void (this.#focused === left && blur()));
    };
    const press = (event: Event): void => {
      if (!(event instanceof KeyboardEvent) || event.key !== 'Escape') return;
      leave();
      blur();
    };
    const listeners = {
      pointerover: hover,
      pointerleave: leave,
      focusin: focus,
      focusout: blurSoon,
      keydown: press,
    };
    for (const [name, listener] of Object.entries(listeners)) element.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) element.removeEventListener(name, listener);
    };
  };
}

function linkAt(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('a[href], [data-destination]') : null;
}

function destinationOf(link: Element): AddressParts {
  if (link instanceof HTMLAnchorElement) {
    const { before, host, after } = addressParts(link.href);
    return { before: shorten(before), host, after: shorten(after) };
  }
  const destination = link.getAttribute('data-destination') ?? '';
  return { before: 'Not opened: ', host: '', after: shorten(showHidden(destination)) || '(empty)' };
}

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST / 2)}…${text.slice(-LONGEST / 2)}` : text;
}
