import type {
  Response,
  ResponseOutputItem,
  ResponseReasoningItem,
  ResponseStreamEvent,
} from 'openai/resources/responses/responses';
import type { Delta, WireDecoder, WireEnding } from '../../network/wire-decoder';
import { TOOL_NOTE } from '../../network/wire-decoder';
import { pictureMarkdown } from '../../network/picture-markdown';
import { type ErrorOrigin, eventError } from '../../network/wire-error';
import { responsesUsage } from './usage';

/** Decodes the Responses API's stream; `response.completed`, `incomplete` and `failed` are its terminators. */
export function createResponsesDecoder(origin: ErrorOrigin): WireDecoder<ResponseStreamEvent> {
  let refused = false;
  let calledTool = false;
  let ending: WireEnding | null = null;

  function decode(event: ResponseStreamEvent): readonly Delta[] {
    switch (event.type) {
      case 'response.output_text.delta':
        return textDelta('text-delta', event.delta);
      case 'response.refusal.delta':
        refused = true;
        return textDelta('text-delta', event.delta);
      case 'response.reasoning_summary_text.delta':
      case 'response.reasoning_text.delta':
        return textDelta('reasoning-delta', event.delta);
      case 'response.reasoning_summary_part.added':
        return event.summary_index > 0 ? [{ type: 'reasoning-delta', text: '\n\n' }] : [];
      case 'response.output_item.added':
        calledTool ||= event.item.type === 'function_call' || event.item.type === 'custom_tool_call';
        return [];
      // Of a tool that Aside does not offer; a gateway may.
      case 'response.output_item.done':
        if (event.item.type === 'reasoning') return sealDelta(event.item);
        return event.item.type === 'image_generation_call' ? pictureDelta(event.item) : [];
      case 'response.completed':
      case 'response.incomplete':
      case 'response.failed':
        ending = endingOf(event.type, event.response);
        return event.response?.usage ? [{ type: 'usage', usage: responsesUsage(event.response.usage) }] : [];
      // The SDK throws an error event that is named on the wire, and passes on one that is not.
      case 'error':
        ending = { type: 'error', error: eventError(event, origin) };
        return [];
      default:
        return [];
    }
  }

  function endingOf(type: string, response: Response | undefined): WireEnding {
    if (type === 'response.failed') return { type: 'error', error: eventError(response?.error, origin) };
    if (type === 'response.incomplete') return incompleteEnding(response?.incomplete_details?.reason);
    if (refused) return { type: 'end', reason: 'refused' };
    return { type: 'end', reason: 'complete', ...(calledTool ? { note: TOOL_NOTE } : {}) };
  }

  return { decode, flush: () => [], ending: () => ending, usageFollows: false };
}

/** Whole only in the item's last event. */
function sealDelta({ id, summary, encrypted_content: encrypted }: ResponseReasoningItem): readonly Delta[] {
  if (!encrypted) return [];
  const texts = (summary ?? []).map(({ text }) => text);
  return [{ type: 'reasoning-seal', seal: { kind: 'openai-reasoning', id, summary: texts, encrypted } }];
}

function pictureDelta({ result, ...item }: ResponseOutputItem.ImageGenerationCall): readonly Delta[] {
  const format = 'output_format' in item && typeof item.output_format === 'string' ? item.output_format : 'png';
  return textDelta('text-delta', result ? pictureMarkdown(`data:image/${format};base64,${result}`) : '');
}

/** Compatible servers send null where the SDK's type promises text. */
function textDelta(type: 'text-delta' | 'reasoning-delta', text: string | null): readonly Delta[] {
  return text ? [{ type, text }] : [];
}

function incompleteEnding(reason: string | undefined): WireEnding {
  if (reason === 'max_output_tokens') return { type: 'end', reason: 'length' };
  if (reason === 'content_filter') return { type: 'end', reason: 'filtered' };
  return { type: 'end', reason: 'interrupted' };
}
