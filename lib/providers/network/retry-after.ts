const LONGEST_WAIT_S = 7 * 24 * 60 * 60;

/**
 * Seconds a response asks to wait, from `Retry-After` (RFC 9110, section 10.2.3: seconds or a date) or OpenAI's
 * `retry-after-ms`; undefined where it does not say or says nonsense. At most a week.
 */
export function retryAfterSeconds(headers: Headers, now: number): number | undefined {
  const ms = Number(headers.get('retry-after-ms') ?? NaN);
  if (ms >= 0) return clamp(ms / 1000);
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  const seconds = Number(value);
  if (!Number.isNaN(seconds)) return seconds >= 0 ? clamp(seconds) : undefined;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : clamp((date - now) / 1000);
}

function clamp(seconds: number): number {
  return Math.min(Math.max(Math.ceil(seconds), 0), LONGEST_WAIT_S);
}
