import type { ChatError } from '../../domain/errors';

/** A key that cannot be sent in a header (line breaks, letters outside ASCII) is told before anything is sent. */
export function keyProblem(key: string, host: string): ChatError | null {
  if (/^[\x21-\x7e]+$/.test(key)) return null;
  return { kind: 'unauthorized', host, detail: 'The saved key has characters that no key can have.' };
}
