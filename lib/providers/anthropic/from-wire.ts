import type { RawMessageStreamEvent } from '@anthropic-ai/sdk/resources/messages';
import type { Delta, WireDecoder, WireEnding } from '../network/wire-decoder';
import { endingOfStop } from './stop-reason';
import { messagesUsage, type MessagesUsage } from './usage';

/** Decodes the Messages API's stream; `message_stop` is its terminator. Unknown events are passed over. */
export function createMessagesDecoder(): WireDecoder<RawMessageStreamEvent> {
  let stopReason: string | null = null;
  let ending: WireEnding | null = null;

  function decode(event: RawMessageStreamEvent): readonly Delta[] {
    switch (event.type) {
      case 'message_start':
        return usageDelta(event.message?.usage);
      case 'content_block_start':
        return decodeBlock(event.content_block);
      case 'content_block_delta':
        if (event.delta.type === 'text_delta') return textDelta('text-delta', event.delta.text);
        if (event.delta.type === 'thinking_delta') return textDelta('reasoning-delta', event.delta.thinking);
        return [];
      case 'message_delta':
        stopReason = event.delta?.stop_reason ?? stopReason;
        return usageDelta(event.usage);
      case 'message_stop':
        ending = endingOfStop(stopReason);
        return [];
      default:
        return [];
    }
  }

  return { decode, flush: () => [], ending: () => ending, usageFollows: false };
}

type ContentBlock = Extract<RawMessageStreamEvent, { type: 'content_block_start' }>['content_block'];

function decodeBlock(block: ContentBlock): readonly Delta[] {
  if (block.type === 'text') return textDelta('text-delta', block.text);
  if (block.type === 'thinking') return textDelta('reasoning-delta', block.thinking);
  return [];
}

function textDelta(type: 'text-delta' | 'reasoning-delta', text: string | undefined): readonly Delta[] {
  return text ? [{ type, text }] : [];
}

function usageDelta(usage: MessagesUsage | undefined): readonly Delta[] {
  const counts = usage ? messagesUsage(usage) : {};
  return Object.keys(counts).length === 0 ? [] : [{ type: 'usage', usage: counts }];
}
