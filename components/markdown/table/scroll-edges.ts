import type { Attachment } from 'svelte/attachments';

/** A first column wider than this share of the room would leave too little for the others if it stayed. */
const MAX_PINNED = 0.42;

/**
 * Marks a scroller's parent with where more of it can be scrolled to (`data-more-left`, `data-more-right`), and with
 * `data-pinned` where its table is wider than its room and the first column narrow enough to stay in sight (which then
 * is mark enough on its side).
 */
export function scrollEdges(): Attachment<HTMLElement> {
  return (scroller) => {
    const { parentElement: frame, firstElementChild: table } = scroller;
    if (frame === null || table === null) return;

    function update(): void {
      const hidden = scroller.scrollWidth - scroller.clientWidth;
      const isPinned = hidden > 1 && firstWidth() < scroller.clientWidth * MAX_PINNED;
      const isRtl = getComputedStyle(scroller).direction === 'rtl';
      // Right to left it counts down from 0.
      const passed = isRtl ? hidden + scroller.scrollLeft : scroller.scrollLeft;
      frame?.toggleAttribute('data-pinned', isPinned);
      frame?.toggleAttribute('data-more-left', passed > 1 && !(isPinned && !isRtl));
      frame?.toggleAttribute('data-more-right', passed < hidden - 1 && !(isPinned && isRtl));
    }

    function firstWidth(): number {
      return table?.querySelector('th')?.offsetWidth ?? 0;
    }

    scroller.addEventListener('scroll', update, { passive: true });
    const observer = new ResizeObserver(update);
    observer.observe(scroller);
    observer.observe(table);
    return () => {
      scroller.removeEventListener('scroll', update);
      observer.disconnect();
    };
  };
}
