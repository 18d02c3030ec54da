import type {
  ContentBlockParam,
  MessageCreateParamsStreaming,
  MessageParam,
} from '@anthropic-ai/sdk/resources/messages';
import type { SentPicture } from '../../domain/pictures/sent-picture';
import type { ThoughtSeal } from '../../domain/thought-seal';
import type { PromptMessage, ProviderRequest } from '../provider';
import { messagesParameters } from './parameter-fields';

/** How a request is sent. */
export interface MessagesOptions {
  readonly maxTokens: number;
  /** Have what is sent kept, so that the next question of the chat reads it from the cache. */
  readonly caches: boolean;
  /** Send the model's thoughts back as they were sealed. */
  readonly thoughts: boolean;
}

/** A request of the Messages API, which insists on `max_tokens`. */
export function toMessagesRequest(
  request: ProviderRequest,
  { maxTokens, caches, thoughts }: MessagesOptions,
): MessageCreateParamsStreaming {
  return {
    model: request.model,
    ...messagesParameters(request.parameters, maxTokens),
    messages: request.messages.map((message) => toMessage(message, thoughts)),
    // Above the messages, not in one of them: a mark that moves with the last message would change the ones before.
    ...(caches ? { cache_control: { type: 'ephemeral' } } : {}),
    ...(request.system === '' ? {} : { system: request.system }),
    stream: true,
  };
}

function toMessage({ role, text, seals = [], pictures = [] }: PromptMessage, thoughts: boolean): MessageParam {
  const blocks = [...(thoughts ? seals.flatMap(toBlock) : []), ...(role === 'user' ? pictures.map(toImage) : [])];
  if (blocks.length === 0) return { role, content: text };
  // An empty block of text is refused.
  return { role, content: text === '' ? blocks : [...blocks, { type: 'text', text }] };
}

function toImage({ mime, data }: SentPicture): ContentBlockParam {
  return { type: 'image', source: { type: 'base64', media_type: mime, data } };
}

/** A thought goes back as it came, to the letter: the API checks its signature ("Extended thinking", preserving blocks). */
function toBlock(seal: ThoughtSeal): readonly ContentBlockParam[] {
  switch (seal.kind) {
    case 'anthropic-thinking':
      return [{ type: 'thinking', thinking: seal.thinking, signature: seal.signature }];
    case 'anthropic-redacted':
      return [{ type: 'redacted_thinking', data: seal.data }];
    default:
      return [];
  }
}
