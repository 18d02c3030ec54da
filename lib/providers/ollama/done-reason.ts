import type { Usage } from '../../domain/stream-event';
import { TOOL_NOTE, WINDOW_NOTE, type WireEnding } from '../network/wire-decoder';

interface Ended {
  readonly calledTool: boolean;
  readonly usage: Usage;
  /** Tokens that question and answer had together. */
  readonly numCtx: number;
}

/** What a `done_reason` means; servers before 0.1.33 give none. */
export function endingOfDone(reason: unknown, { calledTool, usage, numCtx }: Ended): WireEnding {
  if (reason === 'length') {
    const used = (usage.inputTokens ?? 0) + (usage.outputTokens ?? 0);
    // The last token may be the one that found no room.
    return { type: 'end', reason: 'length', ...(used >= numCtx - 1 ? { note: WINDOW_NOTE } : {}) };
  }
  return { type: 'end', reason: 'complete', ...(calledTool ? { note: TOOL_NOTE } : {}) };
}
