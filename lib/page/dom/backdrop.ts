import { bare, parentOf, shield, viewOf } from './shield';
import { blend, contrast, over, parseColour, WHITE, type Colour } from './colours';
import { styleOf, type ShownStyle } from './style-of';

/** What text is painted on: a colour, or null where that cannot be told, as over a picture. */
export type Backdrop = Colour | null;

/** Contrast (WCAG 2.2) below which text cannot be told from what it stands on; light grey on white is about 1.3. */
export const LEAST_CONTRAST = 1.2;

const DARK_CANVAS: Colour = { red: 18, green: 18, blue: 18, alpha: 1 };

/** What a page is painted on before any of its own backgrounds. */
export function pageBackdrop(page: Document): Backdrop {
  const root = page.documentElement;
  const view = page.defaultView;
  if (view === null) return null;
  const { colorScheme } = view.getComputedStyle(root);
  const prefersDark = view.matchMedia('(prefers-color-scheme: dark)').matches;
  const dark = /\bdark\b/.test(colorScheme) && (prefersDark || !/\blight\b/.test(colorScheme));
  return backdropOf(styleOf(root), dark ? DARK_CANVAS : WHITE);
}

/** What the content of an element with this style is painted on, given what the element itself is on. */
export function backdropOf(style: ShownStyle, outer: Backdrop): Backdrop {
  const { backgroundColor, backgroundImage, backgroundClip } = style;
  if (backgroundClip.includes('text')) return outer;
  if (backgroundImage !== 'none') return plainGradient(backgroundImage);
  const colour = parseColour(backgroundColor);
  if (colour === null) return null;
  if (colour.alpha === 0) return outer;
  if (outer === null) return colour.alpha >= 1 ? colour : null;
  return over(colour, outer);
}

/** The colour of a gradient that is all of one colour. */
function plainGradient(image: string): Backdrop {
  if (image.includes('url(') || !image.includes('gradient(')) return null;
  const [first, ...others] = (image.match(/rgba?\([^)]*\)/g) ?? []).map(parseColour);
  if (first == null || first.alpha < 1) return null;
  return others.every((other) => other !== null && contrast(other, first) < LEAST_CONTRAST) ? first : null;
}

/** Whether text of this style, at this opacity, has the colour of what it is painted on. */
export function blendsIn(style: ShownStyle, backdrop: Backdrop, opacity = 1): boolean {
  if (backdrop === null || style.textShadow !== 'none' || parseFloat(style.webkitTextStrokeWidth) > 0)
    return false;
  const colour = parseColour(style.webkitTextFillColor || style.color);
  if (colour === null || style.backgroundClip.includes('text')) return false;
  const painted = over(blend(style.mixBlendMode, colour, backdrop), backdrop, opacity);
  return contrast(painted, backdrop) < LEAST_CONTRAST;
}

const PAINTED = 'img,video,canvas,svg,picture,iframe,embed,object';
const MOST_LOOKED_AT = 2_000;
const HIGHEST = 8;
const MOST_OF_IT = 0.5;

interface Painter {
  readonly element: Element;
  readonly box: DOMRect;
  readonly colour: Backdrop;
}

/** Finds what else, beside its ancestors, paints behind a text; remembers what it looked at. */
export function createPainters(): (element: Element, textColour: Colour | null) => boolean {
  const known = new WeakMap<Element, readonly Painter[]>();
  const paintersIn = (ancestor: Element): readonly Painter[] => {
    const before = known.get(ancestor);
    if (before !== undefined) return before;
    const painters: Painter[] = [];
    for (const found of Array.from(ancestor.querySelectorAll('*')).slice(0, MOST_LOOKED_AT)) {
      const element = shield(found);
      const style = styleOf(element);
      const picture = element.matches(PAINTED) || style.backgroundImage !== 'none';
      const colour = picture ? null : parseColour(style.backgroundColor);
      if (!picture && (colour === null || colour.alpha < 0.3)) continue;
      if (style.visibility !== 'visible' || Number(style.opacity) < 0.3) continue;
      const box = element.getBoundingClientRect();
      if (box.width > STRIP && box.height > STRIP) painters.push({ element, box, colour });
    }
    known.set(ancestor, painters);
    return painters;
  };
  return (element, textColour) => {
    const box = element.getBoundingClientRect();
    let at = parentOf(element);
    for (let height = 0; at !== null && height < HIGHEST; height += 1, at = parentOf(at)) {
      if (hasPaintedPseudo(at)) return true;
      const behind = paintersIn(at).some(
        (painter) =>
          !painter.element.contains(bare(element)) &&
          share(painter.box, box) >= MOST_OF_IT &&
          (painter.colour === null ||
            textColour === null ||
            contrast(painter.colour, textColour) >= LEAST_CONTRAST),
      );
      if (behind) return true;
    }
    return false;
  };
}

const STRIP = 3;

/** How much of `of` lies in `box`. */
function share(box: DOMRect, of: DOMRect): number {
  const width = Math.min(box.right, of.right) - Math.max(box.left, of.left);
  const height = Math.min(box.bottom, of.bottom) - Math.max(box.top, of.top);
  return width <= 0 || height <= 0 ? 0 : (width * height) / Math.max(1, of.width * of.height);
}

function hasPaintedPseudo(element: Element): boolean {
  return ['::before', '::after'].some((pseudo) => {
    const style = viewOf(element)?.getComputedStyle(bare(element), pseudo);
    if (style === undefined || style.content === 'none' || style.position === 'static') return false;
    return style.backgroundImage !== 'none' || (parseColour(style.backgroundColor)?.alpha ?? 0) > 0.3;
  });
}
