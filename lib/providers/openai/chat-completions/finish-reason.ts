import { TOOL_NOTE, WINDOW_NOTE, type WireEnding } from '../../network/wire-decoder';
import { type ErrorOrigin, eventError } from '../../network/wire-error';

/** What a `finish_reason` means. Words that no documentation of a server names count as a normal end. */
export function endingOfFinish(reason: string, refused: boolean, origin: ErrorOrigin): WireEnding {
  switch (reason) {
    case 'length':
    case 'max_tokens':
      return { type: 'end', reason: 'length' };
    // Mistral
    case 'model_length':
      return { type: 'end', reason: 'length', note: WINDOW_NOTE };
    case 'content_filter':
      return { type: 'end', reason: 'filtered' };
    case 'refusal':
      return { type: 'end', reason: 'refused' };
    case 'tool_calls':
    case 'function_call':
      return { type: 'end', reason: 'complete', note: TOOL_NOTE };
    // OpenRouter
    case 'error':
      return { type: 'error', error: eventError({}, origin) };
    // DeepSeek
    case 'insufficient_system_resource':
      return { type: 'error', error: eventError({ code: reason }, origin) };
    default:
      return { type: 'end', reason: refused ? 'refused' : 'complete' };
  }
}
