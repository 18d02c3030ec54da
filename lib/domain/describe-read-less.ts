import type { Message } from './chat';
import { formatCompact } from '../words/format';

/** Words for a server that read less than it was sent, and what to do about it. */
export interface ReadLess {
  readonly title: string;
  readonly detail: string;
}

/** Fewer tokens than this are more likely what a server had not kept of the turn before. */
const LEAST_READ = 1_000;
/** Our count is an estimate: a smaller difference says nothing. */
const LEAST_SHARE = 0.6;

/**
 * Tells of a server that counted far fewer tokens than were sent: it cut what it got without a word, as Ollama does with
 * its small default context and some gateways do. Null where it read all, or where nothing is known.
 */
export function describeReadLess({ sent, usage }: Pick<Message, 'sent' | 'usage'>): ReadLess | null {
  const read = usage?.inputTokens;
  if (sent?.tokens === undefined || sent.host === null || read === undefined) return null;
  if (read < LEAST_READ || read > sent.tokens * LEAST_SHARE) return null;
  const isOllama = sent.host.endsWith(':11434');
  return {
    title: `The server read only ${formatCompact(read)} of the ≈ ${formatCompact(sent.tokens)} tokens that were sent.`,
    detail: isOllama
      ? 'The rest, most likely the beginning of it, is not known to the model. Give Ollama a longer context (OLLAMA_CONTEXT_LENGTH=32768, or “Context length” in its settings) and regenerate, or leave parts of the page out.'
      : 'The rest is not known to the model. Give the server a longer context and regenerate, or leave parts of the page out.',
  };
}
