import { isClippedAway } from './clipping';
import { isOutOfReach } from './position';
import type { ShownStyle } from './style-of';

/** Why a text is not shown. */
export type HiddenReason =
  'not-rendered' | 'transparent' | 'clipped' | 'off-screen' | 'aria-hidden' | 'tiny' | 'same-colour' | 'covered';

/** Opacity, or a colour's alpha, below which nothing can be read. */
export const FAINTEST = 0.05;
/** Pixels. */
const SMALLEST_FONT = 2;
const FAR_AWAY = 900;
/** Pixels of blur that leave no letter readable at the usual sizes. */
const BLURRED = 8;
/** Letters drawn over each other: spacing in parts of the font's size. */
const TIGHTEST = -0.35;

/** How strictly to judge. */
export interface Strictness {
  /** In something closed, such as a `details`, where nothing has a size yet. */
  readonly folded?: boolean;
  /** Takes what is only transparent or invisible, for pages that wait for their scripts to show anything. */
  readonly reveal?: boolean;
  /** Opacity of all that is round the element, 0 to 1. */
  readonly opacity?: number;
}

/** Tells why the whole element is hidden, or null when (parts of) it may be seen. */
export function hiddenReason(
  element: Element,
  style: ShownStyle,
  { folded = false, reveal = false, opacity = 1 }: Strictness = {},
): HiddenReason | null {
  if (style.display === 'none' || style.contentVisibility === 'hidden') return 'not-rendered';
  if (!reveal && isTransparent(element, style, opacity)) return 'transparent';
  if (isClippedAway(element, style, folded)) return 'clipped';
  if (!folded && isOutOfReach(element, style)) return 'off-screen';
  if (element.getAttribute('aria-hidden') === 'true' && !holdsThePage(element)) return 'aria-hidden';
  return null;
}

/** Why text directly in an element of this style cannot be seen, else null (its children are judged on their own). */
export function textHiddenReason(style: ShownStyle, reveal = false): HiddenReason | null {
  if (!reveal && style.visibility !== 'visible') return 'not-rendered';
  const size = parseFloat(style.fontSize);
  if (size < SMALLEST_FONT || parseFloat(style.letterSpacing) < TIGHTEST * size) return 'tiny';
  if (Math.abs(parseFloat(style.textIndent)) > FAR_AWAY) return 'off-screen';
  const disguise: unknown = Reflect.get(style, 'webkitTextSecurity');
  if (typeof disguise === 'string' && disguise !== '' && disguise !== 'none') return 'transparent';
  return isTransparentColour(style) ? 'transparent' : null;
}

/** Whether text directly in an element of this style can be seen. */
export function showsText(style: ShownStyle, reveal = false): boolean {
  return textHiddenReason(style, reveal) === null;
}

function isTransparent(element: Element, style: ShownStyle, round: number): boolean {
  const own = Number(style.opacity);
  if (own * round < FAINTEST) return !fadesIn(element);
  const { filter, maskImage } = style;
  if (filter !== 'none') {
    const [, faint = '1'] = /(?:opacity|contrast)\(([\d.]+)\)/.exec(filter) ?? [];
    const [, blur = '0'] = /blur\(([\d.]+)px\)/.exec(filter) ?? [];
    if (Number(faint) * own * round < FAINTEST || Number(blur) >= BLURRED) return true;
  }
  // A mask of one transparent colour lets nothing through.
  const stops =
    maskImage !== 'none' && maskImage.includes('gradient(') ? maskImage.match(/rgba?\([^)]*\)/g) : null;
  return stops?.every((stop) => stop === 'rgba(0, 0, 0, 0)') ?? false;
}

/** Milliseconds within which an animation must have shown its text. */
const SOON = 10_000;

/** Whether an animation that runs, or waits to, ends with the element to be seen. */
function fadesIn(element: Element): boolean {
  return element.getAnimations().some(({ effect, playState }) => {
    if (effect === null || playState === 'paused' || !('getKeyframes' in effect)) return false;
    const last = (effect as KeyframeEffect).getKeyframes().at(-1)?.['opacity'];
    const { endTime, fill } = effect.getComputedTiming();
    const stays = fill === 'forwards' || fill === 'both' || 'transitionProperty' in effect;
    return last !== undefined && Number(last) >= FAINTEST && stays && Number(endTime) <= SOON;
  });
}

function isTransparentColour(style: ShownStyle): boolean {
  const colour = style.webkitTextFillColor || style.color;
  const alpha = /^rgba\(.*,\s*([\d.]+)\)$/.exec(colour)?.[1] ?? /\/\s*([\d.]+)\s*\)$/.exec(colour)?.[1];
  if (alpha === undefined || Number(alpha) > FAINTEST) return false;
  if (parseFloat(style.webkitTextStrokeWidth) > 0) return false;
  // Text painted with its background, as gradient headlines are, and text that is all shadow.
  return !style.backgroundClip.includes('text') && style.textShadow === 'none';
}

/** An open dialog marks all of the page behind it as hidden to screen readers; the page can still be seen. */
function holdsThePage(element: Element): boolean {
  return element.matches('body, main, article') || element.querySelector('main, article, h1') !== null;
}
