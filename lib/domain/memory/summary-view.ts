import type { ChatError } from '../errors';
import type { MessageId } from '../ids';

/** What making a summary would send, as its user sees it before it goes out. */
export interface SummaryView {
  /** The host it goes to; null: it stays in the browser. */
  readonly host: string | null;
  readonly model: string;
  readonly upTo: MessageId;
  /** How many messages it is made from; those of a former summary apart. */
  readonly messages: number;
  /** Whether it goes on from a former summary. */
  readonly goesOn: boolean;
  readonly system: string;
  /** The texts of all requests, word for word; those after the first then also with what was summarised by then. */
  readonly requests: readonly string[];
  /** About how many tokens all requests and answers take together. */
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** How far the making of a summary has come. */
export type SummaryState =
  /** `part` is the request under way, from 0. */
  | { readonly kind: 'making'; readonly part: number; readonly parts: number }
  | { readonly kind: 'failed'; readonly error: ChatError };
