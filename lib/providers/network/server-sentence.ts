import { redact } from './redact';

const LONGEST = 500;

/** The fields of a server's error object that matter; every API's own form is brought to this one. */
export interface ErrorFacts {
  readonly message: string;
  /** `code` and `type` as the API gives them, lower case; empty where missing. */
  readonly code: string;
  readonly type: string;
}

/**
 * Finds message, code and type in a parsed error body: OpenAI's `{error: {message, code, type}}`, Anthropic's
 * `{type: 'error', error: {type, message}}`, the same without the wrapper, Google's array of one, FastAPI's `detail`.
 */
export function errorFacts(body: unknown): ErrorFacts {
  if (typeof body === 'string') return { message: body, code: '', type: '' };
  if (Array.isArray(body)) return errorFacts(body[0]);
  if (!isRecord(body)) return { message: '', code: '', type: '' };
  if (isRecord(body['error']) || typeof body['error'] === 'string') return errorFacts(body['error']);
  return {
    message: firstText(body['message'], body['detail'], body['msg'], body['error_description']),
    // Anthropic names some refusals more closely in `details.error_code`.
    code: word(body['code']) || word(isRecord(body['details']) ? body['details']['error_code'] : undefined),
    type: word(body['type']),
  };
}

function firstText(...candidates: readonly unknown[]): string {
  for (const candidate of candidates) {
    if (typeof candidate === 'string' && candidate.trim() !== '') return candidate;
    if (Array.isArray(candidate)) {
      const inner = errorFacts(candidate).message;
      if (inner !== '') return inner;
    }
  }
  return '';
}

function word(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).toLowerCase() : '';
}

/** Whether parsed JSON is an object whose fields may be looked at. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Parses JSON; undefined where the text is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The sentence in an error body that is not JSON: a web page's title, or the text itself. */
export function plainSentence(body: string): string {
  if (!/^\s*</.test(body)) return body;
  return /<title[^>]*>([^<]*)/i.exec(body)?.[1] ?? '';
}

/** Makes a server's sentence fit to keep: no key and none of the `others`, one line, at most 500 characters; undefined where nothing is left. */
export function toDetail(
  sentence: string,
  key: string | null,
  others: readonly string[] = [],
): string | undefined {
  const line = sentence.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  const clean = [key, ...others].reduce<string>((text, secret) => redact(text, secret), line);
  if (clean === '') return undefined;
  return clean.length <= LONGEST ? clean : `${clean.slice(0, LONGEST - 1).toWellFormed()}…`;
}
