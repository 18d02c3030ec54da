import type { ModelParameters } from './model-parameters';
import type { BudgetStanding } from './spending/spending-budget';

/** Every way an answer can fail, as far as the user must act differently on it. */
export type ChatErrorKind =
  | 'bad-request'
  | 'unauthorized'
  | 'payment-required'
  | 'forbidden'
  | 'not-found'
  | 'rate-limited'
  | 'server-error'
  | 'overloaded'
  | 'context-length'
  | 'model-loading'
  | 'out-of-memory'
  | 'browser-model'
  | 'cannot-see'
  | 'unreachable'
  | 'insecure-host'
  | 'redirected'
  | 'not-a-stream'
  | 'empty-answer'
  | 'stream-broken'
  | 'timeout'
  | 'background-stopped'
  | 'updated'
  | 'storage'
  | 'no-key'
  | 'key-lost'
  | 'keys-locked'
  | 'no-provider'
  | 'budget'
  | 'page-permission'
  | 'page-unreadable'
  | 'page-empty'
  | 'page-private'
  | 'page-never'
  | 'unknown';

/** A failure as plain data: it is stored with its message and crosses ports. */
export interface ChatError {
  readonly kind: ChatErrorKind;
  /** What the other side said, in its own words; never a key, at most 500 characters. */
  readonly detail?: string;
  /** HTTP status, where there was one. */
  readonly status?: number;
  /** Host the request went to, where there was one. */
  readonly host?: string;
  /** Seconds the server asked to wait. */
  readonly retryAfter?: number;
  /** The parameter that the server did not take. */
  readonly parameter?: keyof ModelParameters;
  /** The budget that is spent. */
  readonly budget?: BudgetStanding;
}

const PASSING: ReadonlySet<ChatErrorKind> = new Set([
  'rate-limited',
  'server-error',
  'overloaded',
  'model-loading',
  'unreachable',
  'stream-broken',
  'timeout',
  'background-stopped',
]);

/** Whether a failure passes by itself, so that the same request may well succeed a little later. */
export function isPassing({ kind }: ChatError): boolean {
  return PASSING.has(kind);
}

/** Carries a ChatError through code that throws. */
export class ChatFailure extends Error {
  readonly chatError: ChatError;
  constructor(chatError: ChatError, options?: ErrorOptions) {
    super(chatError.detail ?? chatError.kind, options);
    this.name = 'ChatFailure';
    this.chatError = chatError;
  }
}

/** Turns whatever was thrown into a ChatError: a ChatFailure's own, else `unknown` with the message. */
export function toChatError(thrown: unknown): ChatError {
  if (thrown instanceof ChatFailure) return thrown.chatError;
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return { kind: 'unknown', detail: detail.slice(0, 500) };
}
