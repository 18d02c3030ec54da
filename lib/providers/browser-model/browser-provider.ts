import type { ChatError } from '../../domain/errors';
import {
  type LanguageModelApi,
  MODEL_LANGUAGES,
  type ModelMessage,
  type ModelSession,
} from '../../domain/language-model';
import { bringsPictures } from '../../domain/pictures/sent-picture';
import type { StreamEvent } from '../../domain/stream-event';
import type { Provider, ProviderRequest } from '../provider';

/**
 * The browser's own model by the Prompt API. `api` is null where the browser has none. A model that is still to be
 * downloaded is not: that needs a click, and is begun in the settings.
 */
export function createBrowserProvider(api: LanguageModelApi | null): Provider {
  return async function* (request, signal): AsyncGenerator<StreamEvent, void, void> {
    if (signal.aborted) return;
    // Its sessions are made for text alone here.
    if (bringsPictures(request.messages)) return yield { type: 'error', error: { kind: 'cannot-see' } };
    let session: ModelSession | null = null;
    let hasText = false;
    try {
      const availability = (await api?.availability(MODEL_LANGUAGES)) ?? 'unavailable';
      if (api === null || availability !== 'available') {
        return yield { type: 'error', error: { kind: 'browser-model' } };
      }
      const { before, question } = messagesOf(request);
      session = await api.create({ ...MODEL_LANGUAGES, initialPrompts: before, signal });
      if (await isTooLong(session, question)) return yield { type: 'error', error: { kind: 'context-length' } };
      const usedBefore = usedBy(session);
      for await (const text of read(session.promptStreaming(question, { signal }))) {
        if (signal.aborted) return;
        hasText ||= /\S/.test(text);
        if (text !== '') yield { type: 'text-delta', text };
      }
      if (signal.aborted) return;
      if (!hasText) return yield { type: 'error', error: { kind: 'empty-answer' } };
      const input = await measure(session, question);
      const total = usedBy(session);
      if (usedBefore !== undefined && total !== undefined && input !== undefined) {
        const inputTokens = usedBefore + input;
        yield { type: 'usage', usage: { inputTokens, outputTokens: Math.max(0, total - inputTokens) } };
      }
      yield { type: 'end', reason: 'complete' };
    } catch (thrown) {
      if (!signal.aborted) yield endOf(thrown);
    } finally {
      session?.destroy();
    }
  };
}

/** What was said before, with the instructions first, and the question. */
function messagesOf({ system, messages }: ProviderRequest): {
  readonly before: readonly ModelMessage[];
  readonly question: string;
} {
  const turns = messages.map(({ role, text }): ModelMessage => ({ role, content: text }));
  const instructions: readonly ModelMessage[] = system === '' ? [] : [{ role: 'system', content: system }];
  return { before: [...instructions, ...turns.slice(0, -1)], question: turns.at(-1)?.content ?? '' };
}

/** The session would drop its oldest turns by itself: what does not fit is told instead. */
async function isTooLong(session: ModelSession, question: string): Promise<boolean> {
  const window = session.contextWindow ?? session.inputQuota;
  const needed = await measure(session, question);
  return window !== undefined && needed !== undefined && (usedBy(session) ?? 0) + needed > window;
}

async function measure(session: ModelSession, text: string): Promise<number | undefined> {
  return await (session.measureContextUsage?.(text) ?? session.measureInputUsage?.(text));
}

function usedBy(session: ModelSession): number | undefined {
  return session.contextUsage ?? session.inputUsage;
}

/** Chromium's streams iterate by themselves, others by their reader. */
async function* read(stream: ReadableStream<string>): AsyncGenerator<string, void, void> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

/** The API's exceptions by their names (MDN, "LanguageModel: promptStreaming()", exceptions). */
function endOf(thrown: unknown): StreamEvent {
  const { name, message } = thrown instanceof Error ? thrown : new Error(String(thrown));
  const detail = message.slice(0, 500);
  const failed = (kind: ChatError['kind']): StreamEvent => ({ type: 'error', error: { kind, detail } });
  switch (name) {
    case 'QuotaExceededError':
      return { type: 'error', error: { kind: 'context-length' } };
    // What was written is held back by the browser's own filter.
    case 'NotReadableError':
      return { type: 'end', reason: 'filtered' };
    case 'NotAllowedError':
    case 'InvalidStateError':
      return failed('browser-model');
    case 'NotSupportedError':
      return failed('bad-request');
    default:
      return failed('unknown');
  }
}
