import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Answer, applyEvent, EMPTY_ANSWER } from '../../../lib/domain/apply-event';
import { textOf } from '../../../lib/domain/content';
import { createNetworkProvider } from '../../../lib/providers/create-network-provider';
import type { Clock } from '../../../lib/providers/network/clock';
import { makeChatCompletionsWire } from '../../support/fake-provider/chat-completions-wire';
import { makeMessagesWire } from '../../support/fake-provider/messages-wire';
import {
  collect,
  configFor,
  NETWORK_KINDS,
  type NetworkKind,
  requestFor,
} from '../../support/fake-provider/provider-rig';
import { makeResponsesWire } from '../../support/fake-provider/responses-wire';
import { type FakeProvider, startFakeProvider } from '../../support/fake-provider/start-fake-provider';
import { BEGUN, pieces, PLAIN } from '../../support/fake-provider/texts';
import type { MakeWire } from '../../support/fake-provider/wire';

const KEY = 'sk-test-0123456789abcdef';
const POSITIONS = 120;
const AT_ONCE = 12;
const WIRES: Readonly<Record<NetworkKind, MakeWire>> = {
  openai: makeResponsesWire,
  'openai-compatible': makeChatCompletionsWire,
  anthropic: makeMessagesWire,
};

let server: FakeProvider;
beforeAll(async () => void (server = await startFakeProvider()));
afterAll(async () => await server.close());

async function answerOf(kind: NetworkKind, model: string): Promise<Answer> {
  const provider = createNetworkProvider({ config: configFor(kind, server.url), key: KEY, stallMs: 20_000 });
  return (await collect(provider, requestFor(model))).reduce(applyEvent, EMPTY_ANSWER);
}

type Break = 'reset' | 'end';

/** The model that breaks there. Its name is part of the wire's bytes, so it always has the same length. */
function modelFor(how: Break, position: number): string {
  return `${how}-at:${String(position).padStart(5, '0')}`;
}

/** Where the pieces of `plain` end on a wire, in bytes, and the text that each adds. */
function partsOf(kind: NetworkKind, how: Break): readonly { readonly text: string; readonly end: number }[] {
  const wire = WIRES[kind](modelFor(how, 0));
  let end = 0;
  const size = (part: string): number => (end += new TextEncoder().encode(part).length);
  return [
    { text: '', end: size(wire.begin()) },
    ...pieces(PLAIN).map((text) => ({ text, end: size(wire.text(text)) })),
    { text: '', end: size(wire.end('stop')) },
  ];
}

describe.each(NETWORK_KINDS)('%s', (kind) => {
  test.each(['reset', 'end'] as const)(
    'broken by %s at any byte, an answer keeps all that came and never looks whole',
    async (how) => {
      const parts = partsOf(kind, how);
      const total = parts.at(-1)?.end ?? 0;
      const lastWord = parts.at(-2)?.end ?? 0;
      const positions = Array.from({ length: POSITIONS }, (_, index) => Math.floor((index * total) / POSITIONS));
      const check = async (position: number): Promise<void> => {
        const answer = await answerOf(kind, modelFor(how, position));
        const text = textOf(answer.parts);
        const came = parts.map((part) => (part.end <= position ? part.text : '')).join('');
        expect(PLAIN.startsWith(text) && text.startsWith(came), `at ${position}: ${text}`).toBe(true);
        // Inside the terminator's own events the answer may or may not have been told to be whole.
        if (position > lastWord && answer.status === 'complete') return expect(text).toBe(PLAIN);
        expect(answer.status, `at ${position}`).toBe(text === '' ? 'failed' : 'interrupted');
        expect(answer.error?.kind, `at ${position}`).toBe('stream-broken');
      };
      while (positions.length > 0) await Promise.all(positions.splice(0, AT_ONCE).map(check));
    },
  );

  test.each([
    ['stall-headers', 'https://api.example.com', 120_000, 'failed'],
    ['stall-early', 'https://api.example.com', 120_000, 'failed'],
    ['stall', 'https://api.example.com', 120_000, 'interrupted'],
    ['stall', 'http://127.0.0.1:9', 300_000, 'interrupted'],
  ] as const)('%s at %s is given up after %i ms by default', async (model, address, limit, status) => {
    const clock = createFakeClock();
    const key = `sk-${kind}-${model}-${limit}`;
    const provider = createNetworkProvider({
      config: configFor(kind, address, model),
      key,
      clock,
      fetch: (input, init) => fetch(String(input).replace(address, server.url), init),
    });
    let answer = EMPTY_ANSWER;
    const over = (async () => {
      for await (const event of provider(requestFor(model), new AbortController().signal)) {
        answer = applyEvent(answer, event);
      }
    })();
    const isAsked = (): boolean =>
      server.requests.some(({ method, headers }) => method === 'POST' && JSON.stringify(headers).includes(key));
    await vi.waitFor(() => {
      expect(isAsked()).toBe(true);
      expect(textOf(answer.parts)).toBe(model === 'stall' ? BEGUN.join('') : '');
      expect(clock.pending()).toEqual([limit]);
    });
    clock.advance(limit - 1);
    expect(clock.pending()).toEqual([1]);
    clock.advance(1);
    await over;
    expect(answer).toMatchObject({ status, error: { kind: 'timeout' } });
  });
});

interface FakeClock extends Clock {
  /** Milliseconds until each timer that runs. */
  readonly pending: () => readonly number[];
  readonly advance: (ms: number) => void;
}

/** A clock that moves only when told. */
function createFakeClock(): FakeClock {
  let now = 0;
  const timers = new Set<{ readonly due: number; readonly callback: () => void }>();
  return {
    now: () => now,
    after: (ms, callback) => {
      const timer = { due: now + ms, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    pending: () => [...timers].map(({ due }) => due - now),
    advance: (ms) => {
      now += ms;
      for (const timer of [...timers].filter(({ due }) => due <= now)) {
        timers.delete(timer);
        timer.callback();
      }
    },
  };
}
