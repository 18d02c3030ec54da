import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, applyEvent, EMPTY_ANSWER } from '../../../lib/domain/apply-event';
import { textOf } from '../../../lib/domain/content';
import { describeEnd } from '../../../lib/domain/describe-end';
import { createNetworkProvider } from '../../../lib/providers/create-network-provider';
import { type FaultPlaces, startFaultPlaces } from '../../support/fake-provider/fault-places';
import { collect, configFor, NETWORK_KINDS, requestFor } from '../../support/fake-provider/provider-rig';
import type { RecordedRequest } from '../../support/fake-provider/start-fake-provider';
import { FAULTS } from '../../support/fault-catalogue';
import type { Fault, Outcome } from '../../support/fault-outcomes';

/** Short for the rows that end by it, and longer than any other row takes. */
const STALL_MS = { silent: 1_000, other: 20_000 };

let places: FaultPlaces;
beforeAll(async () => void (places = await startFaultPlaces()));
afterAll(async () => await places.close());

function postsWith(key: string, requests: readonly RecordedRequest[]): number {
  // What a model can do is asked beside the question (Ollama).
  return requests.filter(
    ({ method, path, headers }) =>
      method === 'POST' && path !== '/api/show' && JSON.stringify(headers).includes(key),
  ).length;
}

/** What the panel shows of an answer, in the words of the catalogue. */
function seen(answer: Answer): object {
  const end = describeEnd(answer, { hasPage: false, canContinue: true });
  return {
    state: answer.status,
    text: textOf(answer.parts),
    error: answer.error?.kind ?? null,
    words: end?.title ?? null,
    also: end?.detail ?? '',
    button: end?.actions[0]?.label ?? null,
    role: end?.role ?? null,
  };
}

function expectedOf({ state, text, error, words, also = '', button }: Outcome): object {
  const kept = text.trim() === '' ? 'Your question is kept.' : 'Your question and the text so far are kept.';
  const sentence = error === null ? also : `${kept}.*${also.replaceAll(/[.?()]/g, String.raw`\$&`)}`;
  return {
    state,
    text,
    error,
    words: words === null ? null : expect.stringContaining(words),
    also: expect.stringMatching(sentence),
    button,
    role: words === null ? null : error === null ? 'note' : 'alert',
  };
}

describe.each(NETWORK_KINDS)('%s', (kind) => {
  const rows = FAULTS.flatMap((fault): (Fault & { readonly outcome: Outcome })[] => {
    const outcome = fault.outcomes[kind];
    return outcome === null ? [] : [{ ...fault, outcome }];
  });

  test('has at least 45 faults, each with a name of its own scenario and place', () => {
    expect(rows.length).toBeGreaterThanOrEqual(45);
    expect(new Set(rows.map(({ scenario, at }) => `${scenario} ${at}`)).size).toBe(rows.length);
  });

  test.concurrent.for(rows)('$name', async ({ scenario, at, isSilent, outcome }) => {
    const key = `sk-${kind}-${scenario}-${at}-0123456789`;
    const stallMs = isSilent ? STALL_MS.silent : STALL_MS.other;
    const provider = createNetworkProvider({ config: configFor(kind, places.urls[at]), key, stallMs });
    const events = await collect(provider, requestFor(scenario));
    expect(seen(events.reduce(applyEvent, EMPTY_ANSWER))).toEqual(expectedOf(outcome));
    expect(JSON.stringify(events)).not.toContain(key);
    expect(postsWith(key, places.provider.requests)).toBe(at === 'provider' ? 1 : 0);
    expect(places.other.requests).toEqual([]);
  });
});
