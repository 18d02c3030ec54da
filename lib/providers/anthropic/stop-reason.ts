import { TOOL_NOTE, WINDOW_NOTE, type WireEnding } from '../network/wire-decoder';

/** What a `stop_reason` means; one that is not documented yet counts as a normal end. */
export function endingOfStop(reason: string | null): WireEnding {
  switch (reason) {
    case 'max_tokens':
      return { type: 'end', reason: 'length' };
    case 'model_context_window_exceeded':
      return { type: 'end', reason: 'length', note: WINDOW_NOTE };
    case 'refusal':
      return { type: 'end', reason: 'refused' };
    case 'pause_turn':
      return { type: 'end', reason: 'interrupted' };
    case 'tool_use':
      return { type: 'end', reason: 'complete', note: TOOL_NOTE };
    default:
      return { type: 'end', reason: 'complete' };
  }
}
