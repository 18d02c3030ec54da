import type { ChatError } from '../../domain/errors';
import type { EndReason, StreamEvent } from '../../domain/stream-event';

/** What may come before the end. */
export type Delta = Exclude<StreamEvent, { type: 'end' | 'error' }>;

/** What a wire's terminator said. */
export type WireEnding =
  | { readonly type: 'end'; readonly reason: EndReason; readonly note?: string }
  | { readonly type: 'error'; readonly error: ChatError };

/** Turns one API's wire events into ours. Pure but for its own memory of the answer so far. */
export interface WireDecoder<Wire> {
  readonly decode: (event: Wire) => readonly Delta[];
  /** Text held back so far (half a tag); asked for once, at the end. */
  readonly flush: () => readonly Delta[];
  /** How the answer ended, once a terminator was seen. */
  readonly ending: () => WireEnding | null;
  /** Whether usage may still follow the terminator. */
  readonly usageFollows: boolean;
}

/** The note on an answer that ended in a call for tools, which Aside never offers. */
export const TOOL_NOTE = 'The model asked for a tool, and Aside offered none, so its answer ends here.';

/** The note on an answer that filled the model's context window. */
export const WINDOW_NOTE = 'The chat has filled all the text this model can hold.';
