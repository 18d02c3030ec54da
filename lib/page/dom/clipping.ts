import type { ShownStyle } from './style-of';

/** Pixels: in a strip no higher or wider than that nothing can be read. */
const STRIP = 3;

/** Whether clipping, or a transform that leaves nothing, takes all of an element away. */
export function isClippedAway(element: Element, style: ShownStyle, folded: boolean): boolean {
  if (style.clipPath !== 'none' && isEmptyShape(style.clipPath)) return true;
  const positioned = style.position === 'absolute' || style.position === 'fixed';
  if (positioned && style.clip !== 'auto' && isEmptyRect(style.clip)) return true;
  if (facesAway(style)) return true;
  if (folded || element.localName === 'body' || style.display === 'contents') return false;
  const shrunk = style.transform !== 'none' || style.scale !== 'none' || style.rotate !== 'none';
  const clips = (style.overflowX !== 'visible' || style.overflowY !== 'visible') && style.display !== 'inline';
  if (!shrunk && !clips) return false;
  const { width, height } = element.getBoundingClientRect();
  if (clips && (width <= STRIP || height <= STRIP)) return true;
  // A wrapper may have no size of its own while its children overflow it: only what the transform took counts.
  const { offsetWidth = 0, offsetHeight = 0 } = element as Partial<HTMLElement>;
  return shrunk && ((width <= 1 && offsetWidth > STRIP) || (height <= 1 && offsetHeight > STRIP));
}

/** `rect()` of at most a pixel: the older way to hide from all but screen readers. */
function isEmptyRect(clip: string): boolean {
  const [top = 0, right = 0, bottom = 0, left = 0] = numbersIn(clip);
  return clip.startsWith('rect(') && !clip.includes('auto') && (right - left <= 1 || bottom - top <= 1);
}

function isEmptyShape(clipPath: string): boolean {
  const [, shape = '', body = ''] = /^([a-z]+)\((.*?)\)/.exec(clipPath) ?? [];
  if (shape === 'inset') return isEmptyInset(body.replace(/ round .*/, ''));
  if (shape === 'circle' || shape === 'ellipse') {
    const [first = 0, second = first] = numbersIn(body.replace(/ ?at .*/, ''));
    return /^[\d.]/.test(body) && (first <= 1 || (shape === 'ellipse' && second <= 1));
  }
  return shape === 'polygon' && areaOf(numbersIn(body)) < 1;
}

/** An inset from all sides that leaves nothing: half or more from both, or far more than any element is large. */
function isEmptyInset(body: string): boolean {
  const parts = body.split(' ').filter((part) => part !== '');
  const [top = '0', right = top, bottom = top, left = right] = parts;
  const meets = (one: string, other: string): boolean => {
    const sides = [one, other];
    if (sides.every((side) => side.endsWith('%') || parseFloat(side) === 0)) {
      return parseFloat(one) + parseFloat(other) >= 99;
    }
    return sides.some((side) => side.endsWith('px') && parseFloat(side) >= 5_000);
  };
  return meets(top, bottom) || meets(left, right);
}

/** Area of a polygon of x, y, x, y, … by the shoelace formula. */
function areaOf(points: readonly number[]): number {
  let twice = 0;
  for (let at = 0; at + 1 < points.length; at += 2) {
    const next = (at + 2) % points.length;
    twice += (points[at] ?? 0) * (points[next + 1] ?? 0) - (points[next] ?? 0) * (points[at + 1] ?? 0);
  }
  return Math.abs(twice) / 2;
}

/** Turned round so that its back, which is not drawn, faces the reader. */
function facesAway(style: ShownStyle): boolean {
  const { transform } = style;
  if (!transform.startsWith('matrix3d(') || style.backfaceVisibility !== 'hidden') return false;
  return (numbersIn(transform.slice('matrix3d'.length))[10] ?? 1) < 0;
}

function numbersIn(text: string): number[] {
  return Array.from(text.match(/-?[\d.]+(?:e-?\d+)?/g) ?? [], Number);
}
