import type { Dialect } from '../../../domain/dialect';
import type { Delta, WireDecoder, WireEnding } from '../../network/wire-decoder';
import { isRecord } from '../../network/server-sentence';
import type { ErrorOrigin } from '../../network/wire-error';
import { endingOfFinish } from './finish-reason';
import { createThinkingSplitter } from './split-thinking';
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

  function decode(chunk: unknown): readonly Delta[] {
    if (!isRecord(chunk)) return [];
    const found: Delta[] = [];
    const choice = firstChoice(chunk['choices']);
    if (choice) {
      if (isRecord(choice['delta'])) found.push(...decodeDelta(choice['delta']));
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
    const refusal = delta['refusal'];
    if (isText(refusal)) {
      refused = true;
      found.push(...decodeText(refusal));
    }
    return found;
  }

  function decodeText(text: string): readonly Delta[] {
    hasContent = true;
    return splitter ? splitter.push(text) : [{ type: 'text-delta', text }];
  }

  function decodePart(part: unknown): readonly Delta[] {
    if (!isRecord(part)) return [];
    if (part['type'] === 'text' && isText(part['text'])) return decodeText(part['text']);
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

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
