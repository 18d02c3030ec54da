import { documentOf } from '../dom/shield';
import { backdropOf, blendsIn, createPainters, pageBackdrop, type Backdrop } from '../dom/backdrop';
import { parseColour } from '../dom/colours';
import { createCovers } from '../dom/covers';
import { createOwners, isFolded } from '../dom/owners';
import { styleOf, type ShownStyle } from '../dom/style-of';
import { FAINTEST, hiddenReason, textHiddenReason, type HiddenReason } from '../dom/visibility';

/** What an element's surroundings mean for how its text is shown. */
export interface Light {
  readonly style: ShownStyle;
  readonly collapsed: boolean;
  /** Of all that is round its content, 0 to 1. */
  readonly opacity: number;
  /** What its content is painted on. */
  readonly backdrop: Backdrop;
  /** In something closed that is invisible itself, so that this says nothing of its parts. */
  readonly dimmed: boolean;
}

/** Decides for one reading of a page what of it can be seen. */
export interface Judge {
  /** The light in an element, or why nothing in it is shown. */
  enter(element: Element, parent: Light): Light | HiddenReason;
  /** Why text directly in an element is not shown, else null. */
  judgeText(element: Element, light: Light): HiddenReason | null;
  /** The light that the body stands in. */
  readonly daylight: Light;
}

/** `reveal` also shows what is transparent or invisible, and what React holds back until its scripts have run. */
export function createJudge(body: HTMLElement, reveal: boolean): Judge {
  const ownerOf = createOwners();
  const isPaintedBehind = createPainters();
  const isCovered = createCovers(body);
  const judged = new WeakMap<Element, { reason: HiddenReason | null }>();

  const judge = (
    element: Element,
    { style, collapsed, opacity, backdrop, dimmed }: Light,
  ): HiddenReason | null => {
    const reason = textHiddenReason(style, reveal || dimmed);
    if (reason !== null || collapsed) return reason;
    const colour = parseColour(style.webkitTextFillColor || style.color);
    if (blendsIn(style, backdrop, opacity) && !isPaintedBehind(element, colour)) return 'same-colour';
    return isCovered(element) ? 'covered' : null;
  };

  const page = documentOf(body);
  return {
    enter(element, parent) {
      const style = styleOf(element);
      const folded = parent.collapsed || isFolded(element);
      const reason = hiddenReason(element, style, { folded, reveal, opacity: parent.opacity });
      const vanishes = style.visibility !== 'visible' && parent.style.visibility === 'visible' && !reveal;
      const opens = (reason !== null || vanishes) && !(reveal && isHeldBack(element)) && ownerOf(element) !== null;
      if (reason !== null && !opens && !(reveal && isHeldBack(element))) return reason;
      // What is that faint and yet not hidden is about to fade in.
      const faint = opens || Number(style.opacity) < FAINTEST;
      return {
        style,
        collapsed: folded || opens,
        opacity: faint ? parent.opacity : parent.opacity * Number(style.opacity),
        backdrop: backdropOf(style, parent.backdrop),
        dimmed: parent.dimmed || (opens && style.visibility !== 'visible'),
      };
    },
    judgeText(element, light) {
      const before = judged.get(element);
      if (before !== undefined) return before.reason;
      const reason = judge(element, light);
      judged.set(element, { reason });
      return reason;
    },
    daylight: {
      style: styleOf(body),
      collapsed: false,
      opacity: 1,
      backdrop: backdropOf(styleOf(body), pageBackdrop(page)),
      dimmed: false,
    },
  };
}

/** A part of the page that React's server has sent ahead of its place (`<template id="B:0">`). */
function isHeldBack(element: Element): boolean {
  return /^S:[0-9a-f]+$/.test(element.id) && element.hasAttribute('hidden');
}
