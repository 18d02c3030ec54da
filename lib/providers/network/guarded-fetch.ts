import { type ChatError, ChatFailure } from '../../domain/errors';
import { hostKind } from '../../domain/host-kind';
import { type Clock, systemClock } from './clock';
import { addExtras, extraValues, type ExtraSecrets } from './extra-secrets';
import { hostProblem, type HostRule } from './host-rule';
import { parseJson, plainSentence, toDetail } from './server-sentence';
import { type ErrorOrigin, eventError, responseError } from './wire-error';
import { watchBody } from './watch-body';

const LONGEST_ERROR_BODY = 64 * 1024;
const LONGEST_BODY = 64 * 1024 * 1024;
const TAIL_LENGTH = 64;
const LESS_THAN = 0x3c;
const BRACE = 0x7b;
/** White space and the bytes of a byte order mark, which may stand before anything. */
const BLANKS: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf]);

export interface GuardOptions extends HostRule, ExtraSecrets {
  readonly key: string | null;
  readonly fetch?: typeof fetch | undefined;
  readonly clock?: Clock | undefined;
  /** Longest silence in ms, before the headers too. Default: 120,000, and 300,000 for a local server. */
  readonly stallMs?: number | undefined;
  /** What a request is answered with. Default: a GET with JSON, all else with an event stream. */
  readonly expects?: (url: URL, init: RequestInit) => Expected;
}

/** The kind of a body. */
export type Expected = 'json' | 'event-stream' | 'x-ndjson';

/** A fetch for one request at a time, and what it saw. */
export interface Guard {
  /** Handed to the SDK. */
  readonly fetch: typeof fetch;
  readonly origin: ErrorOrigin;
  /** Why the last request failed; the SDKs wrap or drop what a fetch throws, so it is kept here. */
  readonly failure: () => ChatError | null;
  /** The last 64 bytes that came, as Latin-1. */
  readonly tail: () => string;
}

/**
 * The only way to the network: checks the host before anything is sent, follows no redirect, sends no cookies, turns
 * error responses and wrong content types into ChatErrors, and ends a silent or endless response.
 */
export function createGuardedFetch(options: GuardOptions): Guard {
  const clock = options.clock ?? systemClock;
  const host = new URL(options.baseUrl).host;
  const origin: ErrorOrigin = { host, key: options.key, others: extraValues(options) };
  const near = hostKind(options.baseUrl) !== 'public';
  const stallMs = options.stallMs ?? (near ? 300_000 : 120_000);
  let failure: ChatError | null = null;
  let tail = '';

  const fail = (error: ChatError, cause?: unknown): ChatFailure => {
    failure ??= error;
    return new ChatFailure(failure, { cause });
  };

  async function guarded(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
    failure = null;
    tail = '';
    const url = new URL(input instanceof Request ? input.url : input);
    const problem = hostProblem(url, options);
    if (problem) throw fail(problem);
    const response = await send(url, init);
    const expected = (options.expects ?? usuallyExpected)(url, init);
    const isRedirect = response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400);
    if (isRedirect) {
      void response.body?.cancel().catch(() => undefined);
      throw fail({ kind: 'redirected', host });
    }
    if (!response.ok) throw fail(responseError(response, await errorBody(response), origin, clock.now()));
    const type = mediaType(response);
    if (type !== null && !type.includes(expected)) throw fail(await notAStream(response));
    const isEmpty = response.status === 204 || response.status === 205;
    if (!response.body || isEmpty) throw fail({ kind: 'not-a-stream', host, status: response.status });
    return new Response(watched(response.body, init.signal, expected), response);
  }

  async function send(url: URL, init: RequestInit): Promise<Response> {
    const stalled = new AbortController();
    const cancelTimer = clock.after(stallMs, () => stalled.abort(fail({ kind: 'timeout', host })));
    try {
      const headers = withoutTelemetry(init.headers);
      addExtras(url, headers, host, options);
      return await (options.fetch ?? globalThis.fetch)(url, {
        ...init,
        headers,
        signal: init.signal ? AbortSignal.any([init.signal, stalled.signal]) : stalled.signal,
        // Not `error`: that looks like a missing network. Neither sends anything on.
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      });
    } catch (thrown) {
      if (init.signal?.aborted) throw thrown;
      throw fail({ kind: 'unreachable', host }, thrown);
    } finally {
      cancelTimer();
    }
  }

  function watched(
    body: ReadableStream<Uint8Array>,
    signal: AbortSignal | null | undefined,
    expected: Expected,
  ): ReadableStream<Uint8Array> {
    let isJudged = expected === 'json';
    return watchBody(body, {
      clock,
      stallMs,
      maxBytes: LONGEST_BODY,
      onChunk: (chunk) => {
        // Some servers name no type or a wrong one: no stream of events begins as a page or as JSON does.
        const first = isJudged ? undefined : chunk.find((byte) => !BLANKS.has(byte));
        const isNone = first === LESS_THAN || (first === BRACE && expected === 'event-stream');
        if (isNone) throw fail({ kind: 'not-a-stream', host });
        isJudged ||= first !== undefined;
        tail = (tail + latin1(chunk.subarray(-TAIL_LENGTH))).slice(-TAIL_LENGTH);
      },
      onStall: () => fail({ kind: 'timeout', host }),
      onTooLong: () => fail({ kind: 'stream-broken', host, detail: 'The answer is larger than 64 MB.' }),
      onBreak: (cause) =>
        signal?.aborted && cause instanceof Error ? cause : fail({ kind: 'stream-broken', host }, cause),
    });
  }

  async function errorBody(response: Response): Promise<string> {
    if (!response.body) return '';
    return await readStart(response.body, clock, stallMs).catch(() => '');
  }

  /** A 200 that is no stream: an error object says what it is; else the address is probably wrong. */
  async function notAStream(response: Response): Promise<ChatError> {
    const body = await errorBody(response);
    const json = parseJson(body);
    const isError = typeof json === 'object' && json !== null && 'error' in json && Boolean(json.error);
    if (isError) return { ...eventError(json, origin), status: response.status };
    const detail = json === undefined ? toDetail(plainSentence(body), options.key, origin.others) : undefined;
    return { kind: 'not-a-stream', host, status: response.status, ...(detail === undefined ? {} : { detail }) };
  }

  return { fetch: guarded, origin, failure: () => failure, tail: () => tail };
}

function usuallyExpected(_url: URL, { method = 'GET' }: RequestInit): Expected {
  return method === 'GET' ? 'json' : 'event-stream';
}

/** The first 64 kB of a body as text; the rest is not fetched. */
async function readStart(body: ReadableStream<Uint8Array>, clock: Clock, stallMs: number): Promise<string> {
  const reader = body.getReader();
  const cancelTimer = clock.after(Math.min(stallMs, 10_000), () => void reader.cancel().catch(() => undefined));
  const decoder = new TextDecoder();
  let text = '';
  try {
    while (text.length < LONGEST_ERROR_BODY) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    // A body that breaks off still has its beginning.
  } finally {
    cancelTimer();
    void reader.cancel().catch(() => undefined);
  }
  return text.slice(0, LONGEST_ERROR_BODY);
}

/** The SDKs describe the machine in headers that no answer needs and that a CORS preflight would have to allow. */
function withoutTelemetry(headers: HeadersInit | undefined): Headers {
  const kept = new Headers(headers);
  for (const name of [...kept.keys()]) {
    if (name.startsWith('x-stainless-') || name === 'user-agent') kept.delete(name);
  }
  return kept;
}

function mediaType(response: Response): string | null {
  return response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() || null;
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
