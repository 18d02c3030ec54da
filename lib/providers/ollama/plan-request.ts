import { type ChatError, ChatFailure, toChatError } from '../../domain/errors';
import type { GuardOptions } from '../network/guarded-fetch';
import { bringsPictures } from '../../domain/pictures/sent-picture';
import { isRecord } from '../network/server-sentence';
import type { ProviderRequest } from '../provider';
import { createOllamaClient } from './client';
import { contextSize } from './context-size';
import { readOllamaModel } from './read-model';
import type { ChatOptions } from './to-wire';

/** How a request is to be sent, or why it is not. */
export type RequestPlan =
  | (ChatOptions & {
      /** The server has the model in its memory, in the size that is needed. Null: it does not say. */
      readonly isLoaded: boolean | null;
    })
  | { readonly error: ChatError };

/** What models said of themselves, by `baseUrl model`, as long as this background lives. */
const known = new Map<string, unknown>();

/** Failures that the question itself would meet as well. */
const FATAL: ReadonlySet<ChatError['kind']> = new Set(['unreachable', 'insecure-host', 'redirected', 'timeout']);

/** Since this version servers obey `truncate: false`. */
const TELLS_SINCE = [0, 13] as const;

/** Asks what is loaded and, once for each model, what it can do. Rejects only where `signal` aborts. */
export async function planRequest(
  options: GuardOptions,
  request: ProviderRequest,
  signal: AbortSignal,
): Promise<RequestPlan> {
  const { guard, ask } = createOllamaClient(options);
  /** What the server answers; null where it does not know the question. */
  const tryToAsk = async (path: string, body: object | null): Promise<unknown> => {
    try {
      return await ask(path, body, signal);
    } catch (thrown) {
      if (signal.aborted) throw thrown;
      const error = guard.failure() ?? toChatError(thrown);
      if (FATAL.has(error.kind)) throw new ChatFailure(error);
      return null;
    }
  };
  const name = request.model;
  try {
    const running = await tryToAsk('/api/ps', null);
    const loaded = loadedAs(running, name);
    const key = `${options.baseUrl} ${name}`;
    const shown = known.get(key) ?? (await tryToAsk('/api/show', { model: name }));
    const model = readOllamaModel(shown);
    if (shown !== null) known.set(key, shown);
    if (model.seesImages === false && bringsPictures(request.messages)) {
      return { error: { kind: 'cannot-see', host: guard.origin.host } };
    }
    const size = contextSize(request, { model: model.contextTokens, loaded: loaded?.contextTokens });
    const tooLong: RequestPlan = { error: { kind: 'context-length', host: guard.origin.host } };
    if (size.fits === false) return tooLong;
    if (size.fits === 'perhaps' && !tells(await tryToAsk('/api/version', null))) return tooLong;
    const isLoaded =
      running === null ? null : loaded !== null && (loaded.contextTokens ?? size.numCtx) >= size.numCtx;
    return { numCtx: size.numCtx, thinks: model.thinks, isLoaded };
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    return { error: toChatError(thrown) };
  }
}

/** How a model is loaded, by `GET /api/ps`; null: it is not. Servers before 0.11 do not tell its size. */
function loadedAs(running: unknown, name: string): { readonly contextTokens?: number } | null {
  const models = isRecord(running) && Array.isArray(running['models']) ? running['models'] : [];
  const found: unknown = models.find(
    (one) => isRecord(one) && fullName(one['model'] ?? one['name']) === fullName(name),
  );
  if (!isRecord(found)) return null;
  const contextTokens = found['context_length'];
  return typeof contextTokens === 'number' ? { contextTokens } : {};
}

/** A name without a tag means the latest. */
function fullName(name: unknown): string {
  const text = String(name);
  return /:[^/]+$/.test(text) ? text : `${text}:latest`;
}

/** Whether the server obeys `truncate: false`, by `GET /api/version`. */
function tells(answer: unknown): boolean {
  const version = isRecord(answer) ? String(answer['version']) : '';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > TELLS_SINCE[0] || minor >= TELLS_SINCE[1];
}
