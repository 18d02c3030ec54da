import { createGuardedFetch, type Expected, type Guard, type GuardOptions } from '../network/guarded-fetch';
import { readJsonLines } from './read-json-lines';

/** Ollama's own HTTP API ("API reference" of its documentation), as far as Aside uses it. */
export interface OllamaClient {
  /** Knows why the last request failed. */
  readonly guard: Guard;
  /** Asks for JSON: by POST where there is a body. Rejects as the guarded fetch does. */
  readonly ask: (path: string, body: object | null, signal: AbortSignal) => Promise<unknown>;
  /** Sends a chat; resolves with its lines when the headers have come. */
  readonly chat: (body: object, signal: AbortSignal) => Promise<AsyncIterable<unknown>>;
}

const CHAT = '/api/chat';

/** Makes a client for one request at a time. A key travels as a bearer token, as ollama.com and gateways want it. */
export function createOllamaClient(options: GuardOptions): OllamaClient {
  const guard = createGuardedFetch({ ...options, expects });
  const send = async (path: string, body: object | null, signal: AbortSignal): Promise<Response> =>
    await guard.fetch(`${options.baseUrl}${path}`, {
      method: body === null ? 'GET' : 'POST',
      headers: {
        ...(body === null ? {} : { 'content-type': 'application/json' }),
        ...(options.key === null ? {} : { authorization: `Bearer ${options.key}` }),
      },
      body: body === null ? null : JSON.stringify(body),
      signal,
    });
  return {
    guard,
    ask: async (path, body, signal) => (await (await send(path, body, signal)).json()) as unknown,
    chat: async (body, signal) => readJsonLines((await send(CHAT, body, signal)).body),
  };
}

function expects({ pathname }: URL): Expected {
  return pathname.endsWith(CHAT) ? 'x-ndjson' : 'json';
}
