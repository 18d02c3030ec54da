import { setTimeout as sleep } from 'node:timers/promises';
import { FAULT_SCENARIOS } from './fault-scenarios.ts';
import type { Scenario } from './scenario.ts';
import { BEGUN, CHART, HOLD_TOKENS, LONG, MARKDOWN, PICTURE, pieces, PLAIN, UNICODE } from './texts.ts';
import type { FakeEnd, Wire } from './wire.ts';

/** An answer with this text that ends properly, or as told. */
export function answer(text: string, end: FakeEnd = 'stop'): Scenario {
  return ({ wire }) => ({ body: [wire.begin(), ...pieces(text).map(wire.text), wire.end(end)] });
}

function failure(status: number, message: string, code: string | null = null, headers = {}): Scenario {
  return ({ wire, key }) => ({
    status,
    headers,
    type: 'application/json',
    body: [wire.errorBody(status, message.replace('KEY', key), code)],
  });
}

/** The beginning of an answer, then what `after` says. */
function broken(after?: 'reset' | 'stall'): Scenario {
  return ({ wire }) => ({
    body: [wire.begin(), ...BEGUN.map(wire.text)],
    ...(after === undefined ? {} : { after }),
  });
}

const STATUSES = [400, 402, 403, 404, 408, 409, 413, 422, 429, 500, 502, 503, 504, 529] as const;

/** The fake provider's scenarios by name; a request chooses one by its model's name. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  plain: answer(PLAIN),
  long: answer(LONG),
  markdown: answer(MARKDOWN),
  chart: answer(CHART),
  unicode: answer(UNICODE),
  picture: answer(PICTURE),
  slow: ({ wire, gone }) => ({ body: slowly(wire, gone) }),
  echo: ({ wire, lastUserText }) => ({
    body: [wire.begin(), ...pieces(lastUserText).map(wire.text), wire.end('stop')],
  }),
  hold: ({ wire, released }) => ({ body: held(wire, released) }),
  empty: ({ wire }) => ({ body: [wire.begin(), wire.end('stop')] }),
  length: answer('The lighthouse was built', 'length'),
  window: answer('The lighthouse was built', 'window'),
  filter: answer('The lighthouse', 'filter'),
  refusal: ({ wire }) => ({ body: [wire.begin(), wire.end('refusal')] }),
  pause: answer('The lighthouse was', 'pause'),
  'tool-call': ({ wire }) => ({
    body: [wire.begin(), wire.text('Let me look that up.'), wire.toolCall(), wire.end('tool')],
  }),
  'tool-only': ({ wire }) => ({ body: [wire.begin(), wire.toolCall(), wire.end('tool')] }),
  think: ({ wire }) => ({
    body: [
      wire.begin(),
      wire.reasoning('The page names '),
      wire.reasoning('a year.'),
      ...pieces(PLAIN).map(wire.text),
      wire.end('stop'),
    ],
  }),
  'think-hold': ({ wire, released }) => ({ body: thought(wire, released) }),
  'think-tags': ({ wire }) => ({
    body: [
      wire.begin(),
      ...['<thi', 'nk>The page names ', 'a year.</th', 'ink>\n\n'].map(wire.text),
      ...pieces(PLAIN).map(wire.text),
      wire.end('stop'),
    ],
  }),
  cut: broken(),
  'cut-early': ({ wire }) => ({ body: [wire.begin()] }),
  reset: broken('reset'),
  stall: broken('stall'),
  'stall-early': ({ wire }) => ({ body: [wire.begin()], after: 'stall' }),
  'stall-headers': () => ({ silent: true, body: [] }),
  'error-in-stream': ({ wire }) => ({
    body: [wire.begin(), wire.text('The lighthouse was '), wire.errorEvent('overloaded_error', 'Overloaded')],
  }),
  'malformed-json': ({ wire }) => ({
    body: [wire.begin(), wire.text('The lighthouse'), 'event: content_block_delta\ndata: {"oops\n\n'],
  }),
  comments: ({ wire }) => ({
    body: [': keep-alive\n\n', wire.begin(), ': keep-alive\n\n', wire.text(PLAIN), ':\n\n', wire.end('stop')],
  }),
  'byte-order-mark': ({ wire }) => ({ body: ['\uFEFF', wire.begin(), wire.text(PLAIN), wire.end('stop')] }),
  'no-type': ({ wire }) => ({ type: null, body: [wire.begin(), wire.text(PLAIN), wire.end('stop')] }),
  'no-type-html': () => ({ type: null, body: ['<!doctype html><title>Router login</title>'] }),
  'html-200': () => ({ type: 'text/html', body: ['<!doctype html><title>Welcome</title><p>A web page.</p>'] }),
  'json-200': () => ({ type: 'application/json', body: ['{"status":"ok"}'] }),
  'json-error-200': ({ wire }) => ({
    type: 'application/json',
    body: [wire.errorBody(402, 'Insufficient credits.', 'insufficient_quota')],
  }),
  'nothing-200': () => ({ body: [] }),
  'no-content': () => ({ status: 204, type: null, body: [] }),
  ...FAULT_SCENARIOS,
  ...Object.fromEntries(
    STATUSES.map((status) => [`error-${status}`, failure(status, `The fake provider answers ${status}.`)]),
  ),
  'error-401': failure(401, 'Incorrect API key provided: KEY. Bearer KEY is no good either.', 'invalid_api_key'),
  'error-429-seconds': failure(429, 'Slow down.', 'rate_limit_exceeded', { 'retry-after': '7' }),
  'error-429-date': failure(429, 'Slow down.', 'rate_limit_exceeded', {
    'retry-after': new Date(Date.now() + 60_000).toUTCString(),
  }),
  'error-429-absurd': failure(429, 'Slow down.', 'rate_limit_exceeded', { 'retry-after': '99999999999' }),
  'error-429-quota': failure(429, 'You exceeded your current quota.', 'insufficient_quota'),
  'error-500-html': () => ({
    status: 500,
    type: 'text/html',
    body: ['<html><head><title>500 Internal Server Error</title></head><body><h1>nginx</h1></body></html>'],
  }),
  'error-500-endless': () => ({ status: 500, type: 'text/plain', body: endless() }),
  'too-long': ({ wire }) => ({
    status: 400,
    type: 'application/json',
    body: [
      wire.name === 'messages'
        ? wire.errorBody(400, 'prompt is too long: 210000 tokens > 200000 maximum', null)
        : wire.name === 'api-chat'
          ? wire.errorBody(400, 'the input length exceeds the context length', null)
          : wire.errorBody(400, 'Your input exceeds the context window of this model.', 'context_length_exceeded'),
    ],
  }),
};

async function* slowly(wire: Wire, gone: AbortSignal): AsyncGenerator<string> {
  yield wire.begin();
  for (const piece of pieces(LONG.slice(0, 1200))) {
    await sleep(40, undefined, { signal: gone }).catch(() => undefined);
    yield wire.text(piece);
  }
  yield wire.end('stop');
}

/** A thought in three held pieces, then an answer that is held once. */
async function* thought(wire: Wire, released: () => Promise<void>): AsyncGenerator<string> {
  yield wire.begin();
  for (const piece of ['**Reading the page.** It names ', 'a year, 1902, and ', 'the material, *stone*.']) {
    await released();
    yield wire.reasoning(piece);
  }
  await released();
  for (const piece of pieces(PLAIN)) yield wire.text(piece);
  yield wire.end('stop');
}

async function* held(wire: Wire, released: () => Promise<void>): AsyncGenerator<string> {
  yield wire.begin();
  for (const token of HOLD_TOKENS) {
    await released();
    yield wire.text(token);
  }
  yield wire.end('stop');
}

function* endless(): Generator<string> {
  for (let line = 0; line < 20_000; line++) yield `line ${line} of an error page that does not end\n`;
}
