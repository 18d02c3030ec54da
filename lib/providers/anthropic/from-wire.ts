import type { RawMessageStreamEvent } from '@anthropic-ai/sdk/resources/messages';
import type { Delta, WireDecoder, WireEnding } from '../network/wire-decoder';
import { endingOfStop } from './stop-reason';
import { messagesUsage, type MessagesUsage } from './usage';

/** Decodes the Messages API's stream; `message_stop` is its terminator. Unknown events are passed over. */
export function createMessagesDecoder(): WireDecoder<RawMessageStreamEvent> {
  let stopReason: string | null = null;
  /** The thinking block that is being written. */
  let block: { thinking: string; signature: string } | null = null;
  let hasThought = false;
  let ending: WireEnding | null = null;

  function decode(event: RawMessageStreamEvent): readonly Delta[] {
    switch (event.type) {
      case 'message_start':
        return usageDelta(event.message?.usage);
      case 'content_block_start':
        return decodeBlock(event.content_block);
      case 'content_block_delta':
        if (event.delta.type === 'text_delta') return textDelta('text-delta', event.delta.text);
        if (event.delta.type === 'thinking_delta') return think(event.delta.thinking);
        if (event.delta.type === 'signature_delta' && block !== null)
          block.signature += event.delta.signature ?? '';
        return [];
      case 'content_block_stop':
        return seal();
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

  function decodeBlock(begun: ContentBlock): readonly Delta[] {
    if (begun.type === 'text') return textDelta('text-delta', begun.text);
    if (begun.type === 'redacted_thinking' && begun.data) {
      return [{ type: 'reasoning-seal', seal: { kind: 'anthropic-redacted', data: begun.data } }];
    }
    if (begun.type !== 'thinking') return [];
    block = { thinking: '', signature: begun.signature ?? '' };
    return think(begun.thinking);
  }

  function think(text: string | undefined): readonly Delta[] {
    if (!text) return [];
    // One thought after another is a paragraph of its own.
    const between = hasThought && block?.thinking === '' ? '\n\n' : '';
    if (block !== null) block.thinking += text;
    hasThought = true;
    return [{ type: 'reasoning-delta', text: between + text }];
  }

  /** Gateways leave the signature out; without one the API takes no block back. */
  function seal(): readonly Delta[] {
    const done = block;
    block = null;
    if (done === null || done.signature === '') return [];
    return [{ type: 'reasoning-seal', seal: { kind: 'anthropic-thinking', ...done } }];
  }

  return { decode, flush: () => [], ending: () => ending, usageFollows: false };
}

type ContentBlock = Extract<RawMessageStreamEvent, { type: 'content_block_start' }>['content_block'];

function textDelta(type: 'text-delta', text: string | undefined): readonly Delta[] {
  return text ? [{ type, text }] : [];
}

function usageDelta(usage: MessagesUsage | undefined): readonly Delta[] {
  const counts = usage ? messagesUsage(usage) : {};
  return Object.keys(counts).length === 0 ? [] : [{ type: 'usage', usage: counts }];
}
