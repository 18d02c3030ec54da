import { codeSpans, type CodeSpan } from './code-tokens';

/** Characters of code whose spans are kept, which takes about ten times as many bytes. */
const MAX_KEPT = 200_000;

const kept = new Map<string, Promise<readonly CodeSpan[]>>();
let keptLength = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * The spans of code, found once for as long as they are kept: code that goes and comes back is not looked through
 * again. Each code is a task of its own. Never rejects: code without its grammar is plain.
 */
export function keptSpans(code: string, grammar: string): Promise<readonly CodeSpan[]> {
  const key = `${grammar}\n${code}`;
  const found = kept.get(key) ?? find(code, grammar);
  // The newest come last.
  if (!kept.delete(key)) keptLength += key.length;
  kept.set(key, found);
  for (const oldest of kept.keys()) {
    if (keptLength <= MAX_KEPT || oldest === key) break;
    kept.delete(oldest);
    keptLength -= oldest.length;
  }
  return found;
}

function find(code: string, grammar: string): Promise<readonly CodeSpan[]> {
  const found = last.then(nextTask).then(() => codeSpans(code, grammar));
  const spans = found.catch(() => []);
  last = spans;
  return spans;
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
