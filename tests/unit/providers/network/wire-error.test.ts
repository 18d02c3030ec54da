import { expect, test } from 'vitest';
import { eventError, responseError } from '../../../../lib/providers/network/wire-error';

const origin = { host: 'fake.example', key: 'my-secret-key-42' };

function fromResponse(status: number, body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return responseError({ status, headers: new Headers(headers) }, text, origin, Date.UTC(2026, 0, 1));
}

test.each<[string, unknown, string]>([
  ['OpenAI', { error: { message: 'Said so.', type: 'x', param: null, code: null } }, 'Said so.'],
  ['Anthropic', { type: 'error', error: { type: 'x', message: 'Said so.' }, request_id: 'r' }, 'Said so.'],
  ['a bare message', { message: 'Said so.', code: 'x' }, 'Said so.'],
  ['a bare error', { error: 'Said so.' }, 'Said so.'],
  ['FastAPI', { detail: 'Said so.' }, 'Said so.'],
  ['FastAPI’s validation', { detail: [{ loc: ['body'], msg: 'Said so.', type: 'missing' }] }, 'Said so.'],
  ['Google', [{ error: { code: 400, message: 'Said so.', status: 'INVALID_ARGUMENT' } }], 'Said so.'],
  ['plain text', 'Said\n  so.', 'Said so.'],
  ['a web page', '<!DOCTYPE html><html><head><title>Said so.</title>', 'Said so.'],
])('finds the sentence in the form of %s', (_name, body, detail) => {
  expect(fromResponse(400, body)).toEqual({ kind: 'bad-request', status: 400, host: 'fake.example', detail });
});

test('an empty or untitled body gives no detail', () => {
  for (const body of ['', '{}', '[]', 'null', '<p>x</p>'])
    expect(fromResponse(500, body)).not.toHaveProperty('detail');
});

test.each<[number, unknown]>([
  [400, { error: { message: 'x', code: 'context_length_exceeded' } }],
  [
    400,
    {
      type: 'error',
      error: { type: 'invalid_request_error', message: 'prompt is too long: 9 tokens > 8 maximum' },
    },
  ],
  [400, { error: { code: 400, type: 'exceed_context_size_error', message: 'x' } }],
  [400, { message: "This model's maximum context length is 8192 tokens." }],
  [413, { type: 'error', error: { type: 'request_too_large', message: 'x' } }],
])('%i %j is a context too long', (status, body) => {
  expect(fromResponse(status, body).kind).toBe('context-length');
});

test('an account that has spent its limit is told so, whatever the status', () => {
  const error = {
    type: 'invalid_request_error',
    message: 'x',
    details: { error_code: 'enforced_spend_limit_reached' },
  };
  expect(fromResponse(400, { type: 'error', error }).kind).toBe('payment-required');
});

test.each<[unknown, string]>([
  [{ code: 'rate_limit_exceeded', message: 'x' }, 'rate-limited'],
  [{ type: 'overloaded_error', message: 'x' }, 'overloaded'],
  [{ type: 'authentication_error', message: 'x' }, 'unauthorized'],
  [{ code: 402, message: 'x' }, 'payment-required'],
  [{ code: 'context_length_exceeded', message: 'x' }, 'context-length'],
  [{ message: 'x' }, 'server-error'],
  ['just words', 'server-error'],
  [null, 'server-error'],
])('inside a stream %j is %s', (body, kind) => {
  expect(eventError(body, origin).kind).toBe(kind);
});

test.each<[Record<string, string>, number | undefined]>([
  [{}, undefined],
  [{ 'retry-after': '30' }, 30],
  [{ 'retry-after': '1.2' }, 2],
  [{ 'retry-after': '-5' }, undefined],
  [{ 'retry-after': 'soon' }, undefined],
  [{ 'retry-after': 'Thu, 01 Jan 2026 00:00:45 GMT' }, 45],
  [{ 'retry-after': 'Wed, 31 Dec 2025 00:00:00 GMT' }, 0],
  [{ 'retry-after': '99999999999' }, 604_800],
  [{ 'retry-after-ms': '1500', 'retry-after': '30' }, 2],
])('Retry-After %j', (headers, seconds) => {
  expect(fromResponse(429, {}, headers).retryAfter).toBe(seconds);
});

test.each([
  'Wrong key my-secret-key-42 given',
  'Wrong key my-secret-k... given',
  'Authorization: Bearer my-secret-key-42',
  'Incorrect API key provided: sk-abcd**************wxyz. Find yours at …',
  'Key sk-ant-api03-AbCdEfGh123 is invalid',
  'API key AIzaSyA1234567890abcdefghijklmnop expired',
  'gsk_0123456789abcdef',
])('no key is left in "%s"', (message) => {
  const { detail } = fromResponse(401, { error: { message } });
  expect(detail).toContain('[key]');
  expect(detail).not.toMatch(/secret|sk-a|wxyz|AIza|gsk_/);
});

test('ordinary words are left alone', () => {
  const message = 'The model gpt-4o-mini-2024-07-18 does not support the parameter stream_options (task-based).';
  expect(fromResponse(400, { error: { message } }).detail).toBe(message);
});

test('a detail is at most 500 characters and never ends in half a character', () => {
  const { detail } = fromResponse(400, { error: { message: 'x'.repeat(498) + '👩‍👩‍👧‍👦'.repeat(9) } });
  expect(detail?.length).toBeLessThanOrEqual(500);
  expect(detail?.isWellFormed()).toBe(true);
});
