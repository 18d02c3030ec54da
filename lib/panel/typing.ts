/** Time in which the shown text catches up with what has arrived, in ms: felt as typing, never as waiting. */
const CATCH_UP_MS = 120;

/** Slowest pace, in characters a second, so that the last few don't creep. */
const MIN_PACE = 60;

/**
 * How many characters to show after `elapsedMs` more. The pace grows with the backlog, so the shown text is behind by
 * about CATCH_UP_MS whatever the speed of the stream. Never cuts a surrogate pair.
 */
export function nextShownLength(text: string, shown: number, elapsedMs: number): number {
  const backlog = text.length - shown;
  if (backlog <= 0) return text.length;
  const step = Math.max((backlog * elapsedMs) / CATCH_UP_MS, (MIN_PACE * elapsedMs) / 1000, 1);
  const next = Math.min(text.length, shown + Math.ceil(step));
  const code = text.charCodeAt(next - 1);
  return code >= 0xd800 && code <= 0xdbff ? Math.min(text.length, next + 1) : next;
}
