import type { ChatError } from './errors';

/** The server's own sentence, quoted; empty where there is none, or none worth it. */
export function quotedDetail(error: ChatError): string {
  if (!error.detail) return '';
  if (error.kind === 'page-private') return '';
  return error.kind === 'unknown' ? `(${error.detail})` : `It said: “${error.detail}”`;
}
