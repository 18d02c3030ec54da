import { setImmediate as turn } from 'node:timers/promises';
import { type OddEvents, oddEventsOf } from './odd-events.ts';
import type { Exchange, Scenario } from './scenario.ts';
import { BEGUN, pieces, PLAIN, UNICODE } from './texts.ts';
import type { Wire } from './wire.ts';

const [FIRST, SECOND] = BEGUN;

/** An answer that is complete, with something odd in its middle that must not show. */
function around(odd: (events: OddEvents) => string): Scenario {
  return ({ wire }) => {
    const [head = '', ...rest] = pieces(PLAIN);
    return {
      body: [wire.begin(), wire.text(head), odd(oddEventsOf(wire)), ...rest.map(wire.text), wire.end('stop')],
    };
  };
}

/** The beginning of an answer, then something else than its end. */
function begun(then: (wire: Wire) => string): Scenario {
  return ({ wire }) => ({ body: [wire.begin(), wire.text(FIRST), wire.text(SECOND), then(wire)] });
}

/** The bytes of an answer cut where `cutAfter` says, and never together in one piece. */
function inPieces(text: string, cut: (bytes: Uint8Array) => readonly Uint8Array[], lineEnd = '\n'): Scenario {
  return ({ wire }) => {
    const body = [wire.begin(), ...pieces(text).map(wire.text), wire.end('stop')]
      .join('')
      .replaceAll('\n', lineEnd);
    return { body: oneByOne(cut(new TextEncoder().encode(body))) };
  };
}

async function* oneByOne(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) {
    yield chunk;
    await turn();
  }
}

/** Cuts after every byte for which `here` holds. */
function cutAfter(here: (byte: number) => boolean): (bytes: Uint8Array) => readonly Uint8Array[] {
  return (bytes) => {
    const edges = [...bytes.keys()].filter((index) => here(bytes[index] ?? 0)).map((index) => index + 1);
    return [...edges, bytes.length].map((edge, index) => bytes.slice(index === 0 ? 0 : edges[index - 1], edge));
  };
}

const CARRIAGE_RETURN = 0x0d;

function errorEvent(type: string, message: string): (wire: Wire) => string {
  return (wire) => wire.errorEvent(type, message);
}

/** The whole of `PLAIN` as a wire writes it, cut off after so many bytes. */
export function plainBytes(wire: Wire): Uint8Array {
  return new TextEncoder().encode([wire.begin(), ...pieces(PLAIN).map(wire.text), wire.end('stop')].join(''));
}

/** `PLAIN` up to a byte, then a reset, or an end that looks proper to HTTP. */
export function brokenAt(position: number, after: 'reset' | 'end'): Scenario {
  return ({ wire }: Exchange) => ({
    body: [plainBytes(wire).slice(0, position)],
    ...(after === 'reset' ? { after } : {}),
  });
}

/** Faults beyond those that a plain scenario shows, by name. */
export const FAULT_SCENARIOS: Readonly<Record<string, Scenario>> = {
  'reset-early': ({ wire }) => ({ body: [wire.begin()], after: 'reset' }),
  'reset-at-once': () => ({ silent: true, body: [], after: 'reset' }),
  'cut-in-event': begun((wire) => wire.text(' 1884').slice(0, -12)),
  'cut-before-terminator': begun((wire) => oddEventsOf(wire).endWithoutTerminator),
  short: ({ wire }) => ({
    headers: { 'content-length': '100000' },
    body: [wire.begin(), wire.text(FIRST), wire.text(SECOND)],
    after: 'reset',
  }),
  'error-first': ({ wire }) => ({ body: [wire.begin(), wire.errorEvent('overloaded_error', 'Overloaded')] }),
  'server-error-in-stream': begun(errorEvent('server_error', 'The server had an error.')),
  'rate-limit-in-stream': begun(errorEvent('rate_limit_error', 'Slow down.')),
  'quota-in-stream': begun(errorEvent('billing_error', 'Your credit is used up.')),
  'unnamed-error': begun((wire) => errorEvent('overloaded_error', 'Overloaded')(wire).replace(/^event: .*\n/, '')),
  'error-500-nothing': () => ({ status: 500, type: null, body: [] }),
  'html-as-stream': () => ({
    body: ['\n', '<!doctype html><title>Sign in to the network</title><p>Welcome.</p>'],
  }),
  'unknown-events': around((odd) => odd.unknown),
  pings: around((odd) => odd.ping.repeat(3)),
  'empty-deltas': around((odd) => odd.emptyDelta.repeat(3)),
  'null-text': around((odd) => odd.nullText),
  'role-only': around((odd) => odd.roleOnly),
  'no-choices': around((odd) => odd.nothing),
  'several-choices': ({ wire }) => ({
    body: [wire.begin(), wire.text(PLAIN), oddEventsOf(wire).otherChoice, wire.end('stop')],
  }),
  'stream-fields': around(() => 'id: 7\nretry: 10\n\n'),
  'after-the-end': ({ wire }) => ({
    body: [wire.begin(), wire.text(PLAIN), wire.end('stop'), wire.errorEvent('server_error', 'Too late.')],
  }),
  'no-usage': ({ wire }) => ({ body: [wire.begin(), wire.text(PLAIN), oddEventsOf(wire).endWithoutUsage] }),
  'bare-terminator': ({ wire }) => ({ body: [wire.begin(), wire.text(PLAIN), oddEventsOf(wire).bareTerminator] }),
  'byte-by-byte': inPieces(
    UNICODE,
    cutAfter(() => true),
  ),
  'split-characters': inPieces(
    UNICODE,
    cutAfter((byte) => byte >= 0x80),
  ),
  'split-line-ends': inPieces(
    PLAIN,
    cutAfter((byte) => byte === CARRIAGE_RETURN),
    '\r\n',
  ),
  'carriage-returns': inPieces(
    PLAIN,
    cutAfter((byte) => byte === CARRIAGE_RETURN),
    '\r',
  ),
  'big-line': ({ wire }) => ({ body: [wire.begin(), wire.text('x'.repeat(1_000_000)), wire.end('stop')] }),
  'think-only': ({ wire }) => ({ body: [wire.begin(), wire.reasoning('Let me see.'), wire.end('stop')] }),
  'think-cut': ({ wire }) => ({ body: [wire.begin(), wire.reasoning('Let me see.')] }),
  'length-thinking': ({ wire }) => ({ body: [wire.begin(), wire.reasoning('Let me see.'), wire.end('length')] }),
  'pause-early': ({ wire }) => ({ body: [wire.begin(), wire.end('pause')] }),
  'late-refusal': ({ wire }) => ({ body: [wire.begin(), wire.text('Well. '), wire.end('refusal')] }),
  blank: ({ wire }) => ({ body: [wire.begin(), wire.text('\n\n'), wire.end('stop')] }),
  'blank-cut': ({ wire }) => ({ body: [wire.begin(), wire.text('\n\n')] }),
};
