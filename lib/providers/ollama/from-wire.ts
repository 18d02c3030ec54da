import { pictureMarkdown } from '../network/picture-markdown';
import { isRecord } from '../network/server-sentence';
import { createThinkingSplitter } from '../network/split-thinking';
import type { Delta, WireDecoder, WireEnding } from '../network/wire-decoder';
import { type ErrorOrigin, eventError } from '../network/wire-error';
import { endingOfDone } from './done-reason';
import { ollamaUsage } from './usage';

/**
 * Decodes the lines of `POST /api/chat`; the one with `done: true` is the terminator, one with `error` a failure.
 * Servers before 0.9, and models whose template they do not know, leave thoughts in the text as `<think>`.
 */
export function createOllamaDecoder(numCtx: number, origin: ErrorOrigin): WireDecoder<unknown> {
  const splitter = createThinkingSplitter();
  let calledTool = false;
  let ending: WireEnding | null = null;

  function decode(line: unknown): readonly Delta[] {
    if (!isRecord(line) || ending !== null) return [];
    if (line['error'] !== undefined && line['error'] !== null) {
      ending = { type: 'error', error: eventError(line, origin) };
      return [];
    }
    const found = isRecord(line['message']) ? decodeMessage(line['message']) : [];
    if (line['done'] !== true) return found;
    const usage = ollamaUsage(line);
    ending = endingOfDone(line['done_reason'], { calledTool, usage, numCtx });
    return Object.keys(usage).length === 0 ? found : [...found, { type: 'usage', usage }];
  }

  function decodeMessage(message: Readonly<Record<string, unknown>>): readonly Delta[] {
    const { thinking, content, images, tool_calls: calls } = message;
    calledTool ||= Array.isArray(calls) && calls.length > 0;
    return [
      ...(isText(thinking) ? [{ type: 'reasoning-delta', text: thinking } as const] : []),
      ...(isText(content) ? splitter.push(content) : []),
      ...(Array.isArray(images) ? images.flatMap(decodePicture) : []),
    ];
  }

  function decodePicture(data: unknown): readonly Delta[] {
    const markdown = isText(data) ? pictureMarkdown(`data:${mimeOf(data)};base64,${data}`) : '';
    return markdown === '' ? [] : splitter.push(markdown);
  }

  return { decode, flush: () => splitter.flush(), ending: () => ending, usageFollows: false };
}

/** By the first bytes, as base64 writes them. */
function mimeOf(base64: string): string {
  if (base64.startsWith('/9j/')) return 'image/jpeg';
  if (base64.startsWith('R0lG')) return 'image/gif';
  return base64.startsWith('UklGR') ? 'image/webp' : 'image/png';
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
