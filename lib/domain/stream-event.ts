import type { ChatError } from './errors';
import type { ThoughtSeal } from './thought-seal';
import type { FindingPart } from './whole-page/finding';

/** Token counts as the provider reported them. */
export interface Usage {
  readonly inputTokens?: number;
  readonly outputTokens?: number;
  /** Of the input: read from the provider's cache, and written to it. */
  readonly cachedInputTokens?: number;
  readonly cacheWriteTokens?: number;
  readonly reasoningTokens?: number;
}

/** Why a provider says it stopped. `interrupted` is a pause that Continue can resume. */
export type EndReason = 'complete' | 'length' | 'filtered' | 'refused' | 'interrupted';

/** What a provider yields. A stream ends with exactly one `end` or `error`. */
export type StreamEvent =
  | { readonly type: 'text-delta'; readonly text: string }
  | { readonly type: 'reasoning-delta'; readonly text: string }
  /** What was thought since the last seal, as the provider wants it back. */
  | { readonly type: 'reasoning-seal'; readonly seal: ThoughtSeal }
  | { readonly type: 'usage'; readonly usage: Usage }
  /** What is waited for: a server on this machine has to load the model first. */
  | { readonly type: 'phase'; readonly phase: 'loading-model' }
  | { readonly type: 'end'; readonly reason: EndReason; readonly note?: string }
  | { readonly type: 'error'; readonly error: ChatError };

/** What a run does before its first token, or while none comes. */
export type RunPhase = 'reading-page' | 'waiting' | 'loading-model' | 'receiving-picture';

/** A wait before the request goes out again by itself. */
export interface RetryNotice {
  /** Why the last try failed. */
  readonly error: ChatError;
  /** 1 for the first retry. */
  readonly attempt: number;
  /** When it goes out, in milliseconds since the epoch. */
  readonly at: number;
}

/** What a run publishes: its provider's events, and the engine's own. */
export type RunEvent =
  | StreamEvent
  | { readonly type: 'phase'; readonly phase: RunPhase }
  /** Round each stretch of thinking; `at` in milliseconds since the epoch. */
  | { readonly type: 'reasoning-start'; readonly at: number }
  | { readonly type: 'reasoning-end'; readonly at: number }
  /** Where the reading of one part of a page stands. */
  | { readonly type: 'finding'; readonly finding: FindingPart }
  | ({ readonly type: 'retry' } & RetryNotice)
  | { readonly type: 'stop' };
