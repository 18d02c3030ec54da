import type { ChatError, ChatErrorKind } from '../../domain/errors';
import { retryAfterSeconds } from './retry-after';
import { errorFacts, type ErrorFacts, parseJson, plainSentence, toDetail } from './server-sentence';

/** What an error is told about the request it belongs to. */
export interface ErrorOrigin {
  /** Host and port the request went to. */
  readonly host: string;
  /** Kept out of everything that is reported. */
  readonly key: string | null;
  /** The same of other secrets. */
  readonly others?: readonly string[];
}

/** Turns an HTTP error response into a ChatError. `body` is its text, possibly cut; `now` is for dated Retry-After. */
export function responseError(
  response: { readonly status: number; readonly headers: Headers },
  body: string,
  origin: ErrorOrigin,
  now: number,
): ChatError {
  const json = parseJson(body);
  const facts = errorFacts(json === undefined ? plainSentence(body) : json);
  const detail = toDetail(facts.message, origin.key, origin.others);
  const retryAfter = retryAfterSeconds(response.headers, now);
  return {
    kind: kindOf(facts, response.status),
    status: response.status,
    host: origin.host,
    ...(detail === undefined ? {} : { detail }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}

/** Turns an error object that came inside a stream, or in place of one, into a ChatError. */
export function eventError(body: unknown, origin: ErrorOrigin): ChatError {
  const facts = errorFacts(body);
  const detail = toDetail(facts.message, origin.key, origin.others);
  return { kind: kindOf(facts, undefined), host: origin.host, ...(detail === undefined ? {} : { detail }) };
}

function kindOf(facts: ErrorFacts, status: number | undefined): ChatErrorKind {
  if (isTooLong(facts)) return 'context-length';
  if (OUT_OF_MEMORY.test(facts.message)) return 'out-of-memory';
  if (LOADING.test(facts.message)) return 'model-loading';
  const named = KIND_BY_NAME[facts.code] ?? KIND_BY_NAME[facts.type];
  // A code inside a body may be an HTTP status of its own (OpenRouter, llama.cpp).
  const inner = /^[45]\d\d$/.test(facts.code) ? Number(facts.code) : undefined;
  if (status === undefined) return named ?? (inner === undefined ? 'server-error' : kindByStatus(inner));
  // Between an error's status and its name the status is the surer one, but for these.
  if (named === 'payment-required' || named === 'overloaded') return named;
  return kindByStatus(status);
}

function kindByStatus(status: number): ChatErrorKind {
  switch (status) {
    case 401:
      return 'unauthorized';
    case 402:
      return 'payment-required';
    case 403:
      return 'forbidden';
    case 404:
      return 'not-found';
    case 408:
      return 'timeout';
    // A conflict with another request, which both SDKs would ask again by themselves.
    case 409:
      return 'server-error';
    case 413:
      return 'context-length';
    case 429:
      return 'rate-limited';
    case 503:
    case 529:
      return 'overloaded';
    default:
      return status >= 500 ? 'server-error' : 'bad-request';
  }
}

/**
 * Codes and types as documented: OpenAI "Error codes" and the Responses API's `response.error.code`; Anthropic
 * "Claude API errors" and its SDK's error codes; DeepSeek "Error Codes" (`insufficient_system_resource`).
 */
const KIND_BY_NAME: Readonly<Record<string, ChatErrorKind>> = {
  authentication_error: 'unauthorized',
  invalid_api_key: 'unauthorized',
  billing_error: 'payment-required',
  insufficient_quota: 'payment-required',
  enforced_spend_limit_reached: 'payment-required',
  contract_spend_limit_reached: 'payment-required',
  linked_organization_spend_limit_reached: 'payment-required',
  linked_organization_billing_unavailable: 'payment-required',
  permission_error: 'forbidden',
  not_found_error: 'not-found',
  model_not_found: 'not-found',
  rate_limit_error: 'rate-limited',
  rate_limit_exceeded: 'rate-limited',
  overloaded_error: 'overloaded',
  server_overloaded: 'overloaded',
  insufficient_system_resource: 'overloaded',
  timeout_error: 'timeout',
  api_error: 'server-error',
  server_error: 'server-error',
  invalid_request_error: 'bad-request',
  invalid_prompt: 'bad-request',
  request_too_large: 'context-length',
};

/** `context_length_exceeded`: OpenAI; `exceed_context_size_error`: llama.cpp's server. */
const TOO_LONG_NAMES = new Set(['context_length_exceeded', 'exceed_context_size_error', 'request_too_large']);

/** For servers that give no code of their own: Anthropic (the first two), vLLM and OpenRouter, llama.cpp, Ollama (the last two). */
const TOO_LONG_SENTENCES =
  /prompt is too long|exceed context limit|maximum context length|exceeds the (available|model's) context|context (length|window|size) (is )?exceeded|input length exceeds|prompt too long/i;

/** Ollama (the first), llama.cpp and the drivers below both, LM Studio. */
const OUT_OF_MEMORY =
  /requires more system memory|out of memory|unable to allocate|failed to allocate|insufficient system resources/i;

/** llama.cpp's server, while it answers 503. */
const LOADING = /^loading model$/i;

function isTooLong({ code, type, message }: ErrorFacts): boolean {
  return TOO_LONG_NAMES.has(code) || TOO_LONG_NAMES.has(type) || TOO_LONG_SENTENCES.test(message);
}
