import { documentOf, viewOf } from './shield';
import type { ShownStyle } from './style-of';

// Further out than any layout reaches on purpose; the usual tricks are -9999px and -10000px.
const FAR_AWAY = 900;
const FAR_RIGHT = 2_500;

/** Whether an element was moved to where no scrolling leads. */
export function isOutOfReach(element: Element, style: ShownStyle): boolean {
  const absolute = style.position === 'absolute' || style.position === 'fixed';
  if (absolute && (parseFloat(style.left) < -FAR_AWAY || parseFloat(style.top) < -FAR_AWAY)) return true;
  if (parseFloat(style.marginLeft) < -FAR_AWAY || parseFloat(style.marginTop) < -FAR_AWAY * 3) return true;
  const moved =
    style.position === 'relative'
      ? style.left !== '0px' || style.top !== '0px'
      : absolute || style.transform !== 'none' || style.translate !== 'none' || parseFloat(style.marginLeft) < -50;
  return moved && isOutside(element, style);
}

function isOutside(element: Element, style: ShownStyle): boolean {
  const view = viewOf(element);
  const box = element.getBoundingClientRect();
  // Without a size of its own it says nothing of where its children are.
  if (view === null || box.width === 0 || box.height === 0) return false;
  const { clientWidth } = documentOf(element).documentElement;
  if (style.position === 'fixed') {
    return box.right <= 0 || box.bottom <= 0 || box.left >= view.innerWidth || box.top >= view.innerHeight;
  }
  if (box.bottom + view.scrollY <= 0) return true;
  const rightToLeft = view.getComputedStyle(documentOf(element).documentElement).direction === 'rtl';
  const [left, right] = [box.left + view.scrollX, box.right + view.scrollX];
  return rightToLeft ? left >= clientWidth || right < -FAR_RIGHT : right <= 0 || left > clientWidth + FAR_RIGHT;
}
