import type { ModelParameters } from '../domain/model-parameters';
import type { PageSnapshot } from '../domain/page';
import type { SentPicture } from '../domain/pictures/sent-picture';
import type { StreamEvent } from '../domain/stream-event';
import type { ThoughtSeal } from '../domain/thought-seal';

/** One turn as a provider is to send it. Turns alternate and the last is the user's. */
export interface PromptMessage {
  readonly role: 'user' | 'assistant';
  readonly text: string;
  /** What its thoughts were sealed as, by the very model that is asked; other kinds than the provider's own are left out. */
  readonly seals?: readonly ThoughtSeal[];
  /** What its user shows with it, before the text. An answer's own pictures do not go back. */
  readonly pictures?: readonly SentPicture[];
}

/** All that a provider needs for one answer. Keys and addresses are its own, given when it was made. */
export interface ProviderRequest {
  readonly model: string;
  readonly system: string;
  readonly messages: readonly PromptMessage[];
  /** The last question as the user typed it, without page text: for providers that read the page themselves. */
  readonly question: string;
  /** Pages of this chat, oldest first, as structure; `messages` already holds their text. */
  readonly pages: readonly PageSnapshot[];
  /** How it is to answer, as far as its model takes it; the instructions among them stand in `system` already. */
  readonly parameters?: ModelParameters;
}

/**
 * Answers one request as a stream of events. The contract every provider keeps:
 * it never throws; it ends with exactly one `end` or `error` and yields nothing after it; when `signal` aborts it
 * releases the connection at once and stops yielding (the engine has already settled the run).
 */
export type Provider = (request: ProviderRequest, signal: AbortSignal) => AsyncIterable<StreamEvent>;
