import type { ShownStyle } from './style-of';

/** Why nothing in an element is shown. */
export type HiddenReason = 'not-rendered' | 'transparent' | 'clipped' | 'off-screen' | 'aria-hidden';

// Further out than any layout reaches on purpose; the usual tricks are -9999px and -10000px.
const FAR_AWAY = 900;
const SMALLEST_FONT = 2;

/** How strictly to judge. */
export interface Strictness {
  /** In a closed `details`, where nothing has a size yet. */
  readonly folded?: boolean;
  /** Takes what is only transparent or invisible, for pages that wait for their scripts to show anything. */
  readonly reveal?: boolean;
}

/** Tells why the whole element is hidden, or null when (parts of) it may be seen. */
export function hiddenReason(
  element: Element,
  style: ShownStyle,
  { folded = false, reveal = false }: Strictness = {},
): HiddenReason | null {
  if (style.display === 'none' || style.contentVisibility === 'hidden') return 'not-rendered';
  if (!reveal && Number(style.opacity) < 0.05) return 'transparent';
  if (isClippedAway(element, style, folded)) return 'clipped';
  if (isFarAway(style)) return 'off-screen';
  if (element.getAttribute('aria-hidden') === 'true' && !holdsThePage(element)) return 'aria-hidden';
  return null;
}

/** Whether text directly in an element of this style can be seen (what is in its children is judged on its own). */
export function showsText(style: ShownStyle, reveal = false): boolean {
  if (!reveal && style.visibility !== 'visible') return false;
  if (parseFloat(style.fontSize) < SMALLEST_FONT) return false;
  if (Math.abs(parseFloat(style.textIndent)) > FAR_AWAY) return false;
  return !isTransparentColour(style);
}

function isTransparentColour(style: ShownStyle): boolean {
  const colour = style.webkitTextFillColor || style.color;
  const alpha = /^rgba\(.*,\s*([\d.]+)\)$/.exec(colour)?.[1] ?? /\/\s*([\d.]+)\s*\)$/.exec(colour)?.[1];
  if (alpha === undefined || Number(alpha) > 0.05) return false;
  // Text painted with its background, as gradient headlines are, and text that is all shadow.
  return !style.backgroundClip.includes('text') && style.textShadow === 'none';
}

function isClippedAway(element: Element, style: ShownStyle, folded: boolean): boolean {
  const { clipPath } = style;
  if (clipPath !== 'none' && /inset\((?:50|[6-9]\d|100)(?:\.\d+)?%\)|circle\(0(?:px|%)?[ )]/.test(clipPath))
    return true;
  if (style.transform !== 'none' && /^matrix\(0, 0, 0, 0,/.test(style.transform)) return true;
  const positioned = style.position === 'absolute' || style.position === 'fixed';
  if (positioned && /^rect\(([01])px, \1px, \1px, \1px\)$/.test(style.clip)) return true;
  if (folded || style.overflowX === 'visible' || element.localName === 'body') return false;
  if (style.display === 'inline' || style.display === 'contents') return false;
  const box = element.getBoundingClientRect();
  return box.width <= 1 || box.height <= 1;
}

function isFarAway(style: ShownStyle): boolean {
  if (style.position === 'absolute' || style.position === 'fixed') {
    if (parseFloat(style.left) < -FAR_AWAY || parseFloat(style.top) < -FAR_AWAY) return true;
  }
  return parseFloat(style.marginLeft) < -FAR_AWAY || parseFloat(style.marginTop) < -FAR_AWAY * 3;
}

/** An open dialog marks all of the page behind it as hidden to screen readers; the page can still be seen. */
function holdsThePage(element: Element): boolean {
  return element.matches('body, main, article') || element.querySelector('main, article, h1') !== null;
}

/** Part of a closed `details`, other than its summary: shown by one click on a control that can be seen. */
export function isFolded(element: Element): boolean {
  const parent = element.parentElement;
  return parent?.localName === 'details' && !parent.hasAttribute('open') && element.localName !== 'summary';
}
