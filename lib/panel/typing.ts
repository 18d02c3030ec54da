import type { ReadableText } from '../domain/growing-text';

/** Time in which the shown text catches up with what came in a burst, in ms: felt as typing, never as waiting. */
export const CATCH_UP_MS = 120;

/** Slowest pace, in characters a second, so that the last few don't creep. */
const MIN_PACE = 60;

/**
 * How many characters to show after `elapsedMs` more. The pace grows with the backlog, so the shown text is behind by
 * about `catchUpMs` whatever the speed of the stream; nothing, where that is no longer than has elapsed. Never cuts a
 * surrogate pair.
 */
export function nextShownLength(
  text: ReadableText,
  shown: number,
  elapsedMs: number,
  catchUpMs = CATCH_UP_MS,
): number {
  const backlog = text.length - shown;
  if (backlog <= 0 || catchUpMs <= elapsedMs) return text.length;
  const step = Math.max((backlog * elapsedMs) / catchUpMs, (MIN_PACE * elapsedMs) / 1000, 1);
  return wholeCharacters(text, shown + Math.ceil(step));
}

/** The place, or the one behind it where it stands inside of a surrogate pair; at most the text's end. */
export function wholeCharacters(text: ReadableText, place: number): number {
  if (place >= text.length) return text.length;
  const code = text.slice(place - 1, place).charCodeAt(0);
  return code >= 0xd800 && code <= 0xdbff ? Math.min(text.length, place + 1) : place;
}
