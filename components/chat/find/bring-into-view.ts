/** A hit nearer to the middle of the view than this, in CSS pixels, is there. */
const NEAR = 4;

/**
 * Brings a range to the middle of a scroller: opens what is folded round it, and scrolls what scrolls in between. Returns
 * whether anything moved, so that its place must be looked at again.
 */
export function bringIntoView(range: Range, scroller: Element): boolean {
  let moved = false;
  const start = range.startContainer;
  for (let at = start instanceof Element ? start : start.parentElement; at !== null && at !== scroller;) {
    if (at instanceof HTMLDetailsElement && !at.open) {
      at.open = true;
      moved = true;
    }
    if (scrollInside(at, range)) moved = true;
    at = at.parentElement;
  }
  const hit = range.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  const by = hit.top + hit.height / 2 - (view.top + view.height / 2);
  const before = scroller.scrollTop;
  if (Math.abs(by) > NEAR) scroller.scrollBy({ top: by, behavior: 'instant' });
  return moved || Math.abs(scroller.scrollTop - before) > NEAR;
}

/** Scrolls a box within the answer, such as wide or folded code, so that the range shows in it. */
function scrollInside(box: Element, range: Range): boolean {
  const style = getComputedStyle(box);
  const wide = style.overflowX !== 'visible' && box.scrollWidth > box.clientWidth + 1;
  const high = style.overflowY !== 'visible' && box.scrollHeight > box.clientHeight + 1;
  if (!wide && !high) return false;
  const hit = range.getBoundingClientRect();
  const frame = box.getBoundingClientRect();
  const left = wide ? missing(hit.left, hit.right, frame.left, frame.right) : 0;
  const top = high ? missing(hit.top, hit.bottom, frame.top, frame.bottom) : 0;
  if (left === 0 && top === 0) return false;
  box.scrollBy({ left, top, behavior: 'instant' });
  return true;
}

/** How far a stretch has to move to be within another; 0 where it is. */
function missing(start: number, end: number, from: number, to: number): number {
  if (start >= from && end <= to) return 0;
  return (start + end) / 2 - (from + to) / 2;
}
