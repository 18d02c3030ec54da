import type { Dialect } from '../../../domain/dialect';
import type { Delta, WireDecoder, WireEnding } from '../../network/wire-decoder';
import { isRecord } from '../../network/server-sentence';
import { pictureAddress, pictureMarkdown } from '../../network/picture-markdown';
import type { ErrorOrigin } from '../../network/wire-error';
import { endingOfFinish } from './finish-reason';
import { createThinkingSplitter } from '../../network/split-thinking';
import { chatUsage } from './usage';

export interface ChatDecoderOptions {
  readonly dialect: Dialect;
  readonly origin: ErrorOrigin;
  /** Whether `[DONE]` has come, which the SDK does not tell. */
  readonly sawDone: () => boolean;
}

/**
 * Decodes Chat Completions chunks as they really come: the SDK's types are OpenAI's promise, not a compatible
 * server's, so every field is looked at before it is used. Only the first choice counts.
 */
export function createChatDecoder({ dialect, origin, sawDone }: ChatDecoderOptions): WireDecoder<unknown> {
  const splitter = dialect.thinkTags ? createThinkingSplitter() : null;
  let finish: string | null = null;
  let refused = false;
  let hasContent = false;
  /** Pictures that came: some servers send one twice. */
  const seen = new Set<string>();

  function decode(chunk: unknown): readonly Delta[] {
    if (!isRecord(chunk)) return [];
    const found: Delta[] = [];
    const choice = firstChoice(chunk['choices']);
    if (choice) {
      if (isRecord(choice['delta'])) found.push(...decodeDelta(choice['delta']));
      // Some servers send the whole message once more with the end, and pictures in it alone.
      if (isRecord(choice['message'])) found.push(...decodeImages(choice['message']));
      const reason = choice['finish_reason'];
      if (typeof reason === 'string' && reason !== '') finish ??= reason;
    }
    if (isRecord(chunk['usage'])) found.push({ type: 'usage', usage: chatUsage(chunk['usage']) });
    return found;
  }

  function decodeDelta(delta: Readonly<Record<string, unknown>>): readonly Delta[] {
    const found: Delta[] = [];
    const reasoning = dialect.reasoningFields.map((field) => delta[field]).find(isText);
    if (reasoning !== undefined) found.push({ type: 'reasoning-delta', text: reasoning });
    const content = delta['content'];
    if (isText(content)) found.push(...decodeText(content));
    // Mistral's reasoning models send parts in place of a string.
    if (Array.isArray(content)) found.push(...content.flatMap(decodePart));
    found.push(...decodeImages(delta));
    const refusal = delta['refusal'];
    if (isText(refusal)) {
      refused = true;
      found.push(...decodeText(refusal));
    }
    return found;
  }

  /** OpenRouter, and LiteLLM after it: pictures beside the text. */
  function decodeImages({ images }: Readonly<Record<string, unknown>>): readonly Delta[] {
    return Array.isArray(images) ? images.flatMap(decodePicture) : [];
  }

  function decodePicture(part: unknown): readonly Delta[] {
    const address = pictureAddress(part);
    const markdown = typeof address === 'string' && !seen.has(keyOf(address)) ? pictureMarkdown(address) : '';
    if (typeof address === 'string') seen.add(keyOf(address));
    return markdown === '' ? [] : decodeText(markdown);
  }

  function decodeText(text: string): readonly Delta[] {
    hasContent = true;
    return splitter ? splitter.push(text) : [{ type: 'text-delta', text }];
  }

  function decodePart(part: unknown): readonly Delta[] {
    if (!isRecord(part)) return [];
    if (part['type'] === 'text' && isText(part['text'])) return decodeText(part['text']);
    if (part['type'] !== 'thinking' && pictureAddress(part) !== undefined) return decodePicture(part);
    const thinking = part['thinking'];
    if (!Array.isArray(thinking)) return [];
    const text = thinking.map((inner) => (isRecord(inner) && isText(inner['text']) ? inner['text'] : '')).join('');
    return text === '' ? [] : [{ type: 'reasoning-delta', text }];
  }

  function ending(): WireEnding | null {
    if (finish !== null) return endingOfFinish(finish, refused, origin);
    if (dialect.doneEndsAnswer && hasContent && sawDone()) return { type: 'end', reason: 'complete' };
    return null;
  }

  return { decode, flush: () => splitter?.flush() ?? [], ending, usageFollows: true };
}

function firstChoice(choices: unknown): Readonly<Record<string, unknown>> | null {
  if (!Array.isArray(choices)) return null;
  const first: unknown = choices.find((choice) => isRecord(choice) && (choice['index'] ?? 0) === 0);
  return isRecord(first) ? first : null;
}

/** Tells a picture from another without keeping all of it. */
function keyOf(address: string): string {
  return `${address.length} ${address.slice(0, 100)} ${address.slice(address.length / 2, address.length / 2 + 100)} ${address.slice(-100)}`;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
