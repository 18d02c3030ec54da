import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { applyEvent, EMPTY_ANSWER } from '../../../lib/domain/apply-event';
import { textOf } from '../../../lib/domain/content';
import { createNetworkProvider } from '../../../lib/providers/create-network-provider';
import type { Clock } from '../../../lib/providers/network/clock';
import { type Break, checkBreak, lengthOfAnswer } from '../../support/fake-provider/break-answer';
import { configFor, NETWORK_KINDS, requestFor } from '../../support/fake-provider/provider-rig';
import { type FakeProvider, startFakeProvider } from '../../support/fake-provider/start-fake-provider';
import { BEGUN } from '../../support/fake-provider/texts';

const POSITIONS = 120;
const AT_ONCE = 12;
let server: FakeProvider;
beforeAll(async () => void (server = await startFakeProvider()));
afterAll(async () => await server.close());

describe.each(NETWORK_KINDS)('%s', (kind) => {
  test.each<Break>(['reset', 'end'])(
    'broken by %s at any byte, an answer keeps all that came and never looks whole',
    async (how) => {
      const total = lengthOfAnswer(kind, how);
      const positions = Array.from({ length: POSITIONS }, (_, index) => Math.floor((index * total) / POSITIONS));
      const check = async (position: number): Promise<void> => await checkBreak(server.url, kind, how, position);
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
