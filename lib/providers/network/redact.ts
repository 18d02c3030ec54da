const HIDDEN = '[key]';

/** Shapes that providers give their keys; a server that echoes one back masks it with asterisks or dots at best. */
const KEY_SHAPES = [
  /\bBearer\s+[^\s"',]+/gi,
  /\b(?:sk|pk|rk|gsk|xai|key|hf|nvapi|r8|ghp|pplx|csk|tgp)[-_][\w\-*.]{8,}/g,
  /\bAIza[\w-]{20,}/g,
];

/**
 * Takes keys out of text that comes from a server: the given key, any run of eight or more of its characters, and
 * whatever looks like a key of another account.
 */
export function redact(text: string, key: string | null): string {
  let clean = text;
  if (key !== null && key.length >= 4) {
    clean = clean.replaceAll(key, HIDDEN).replaceAll(encodeURIComponent(key), HIDDEN);
    clean = clean.replace(/[\w-]{8,}/g, (word) => (key.includes(word) ? HIDDEN : word));
  }
  for (const shape of KEY_SHAPES) clean = clean.replace(shape, HIDDEN);
  return clean;
}
