import { describe, expect, test } from 'vitest';
import type { MessageId } from '../../../../lib/domain/ids';
import { estimateTokens } from '../../../../lib/domain/budget';
import type { SummaryPlan } from '../../../../lib/domain/memory/summary-plan';
import type { StreamEvent } from '../../../../lib/domain/stream-event';
import { makeSummary, type SummaryMaking } from '../../../../lib/engine/memory/make-summary';
import { summaryRow } from '../../../support/rows';

const PLAN: SummaryPlan = {
  upTo: 'a4' as MessageId,
  messages: 8,
  former: null,
  parts: ['User: One?', 'User: Two?'],
  wanted: { fence: 'abc', words: 50 },
};
const END = { type: 'end', reason: 'complete' } as const;
const say = (text: string): readonly StreamEvent[] => [
  { type: 'text-delta', text },
  { type: 'usage', usage: { inputTokens: 10, outputTokens: 3 } },
  END,
];

/** Makes a summary with a model that answers each request with the next of these. */
async function made(answers: readonly (readonly StreamEvent[])[], more: Partial<SummaryMaking> = {}, plan = PLAN) {
  const requests: string[] = [];
  const parts: number[] = [];
  const abort = new AbortController();
  const making: SummaryMaking = {
    ask: async function* ({ messages }) {
      requests.push(messages[0]?.text ?? '');
      yield* answers[requests.length - 1] ?? [];
    },
    wait: async () => undefined,
    now: () => 0,
    onPart: (part) => parts.push(part),
    room: 100,
    ...more,
  };
  const outcome = await makeSummary(making, plan, abort.signal).catch((reason: unknown) => reason);
  return { outcome, requests, parts };
}

describe('makeSummary', () => {
  test('asks for stretch after stretch, each going on from the summary before it', async () => {
    const { outcome, requests, parts } = await made([say(' First. '), say('Both.')]);
    expect(outcome).toEqual({ text: 'Both.', usage: { inputTokens: 20, outputTokens: 6 } });
    expect(parts).toEqual([0, 1]);
    expect(requests[0]).not.toContain('<summary-');
    expect(requests[1]).toContain('<summary-abc>\nFirst.\n</summary-abc>');
  });

  test('goes on from a former summary', async () => {
    const former = { ...summaryRow('s'), upTo: 'a1' as MessageId };
    const { requests } = await made([say('All.'), say('All.')], {}, { ...PLAN, former });
    expect(requests[0]).toContain('Summary s.');
  });

  test('cuts one that became too long at the end of a sentence', async () => {
    const { outcome } = await made([say('A short one.'), say('A sentence. '.repeat(100))]);
    const { text } = outcome as { text: string };
    expect(estimateTokens(text)).toBeLessThanOrEqual(100);
    expect(text.endsWith('sentence.')).toBe(true);
  });

  test.each([
    ['a failure', [{ type: 'error', error: { kind: 'unauthorized' } }], 'unauthorized'],
    [
      'half a summary',
      [
        { type: 'text-delta', text: 'Hal' },
        { type: 'end', reason: 'length' },
      ],
      'unknown',
    ],
    ['a refusal', [{ type: 'end', reason: 'refused' }], 'unknown'],
    ['nothing', [{ type: 'text-delta', text: ' ' }, END], 'empty-answer'],
    ['a stream without an end', [{ type: 'text-delta', text: 'Hal' }], 'stream-broken'],
  ] as const)('rejects with %s', async (_, events, kind) => {
    const { outcome } = await made([say('First.'), events]);
    expect(outcome).toMatchObject({ chatError: { kind } });
  });

  test('asks again where a server is busy, and gives nothing where it is stopped', async () => {
    const busy = { type: 'error', error: { kind: 'overloaded' } } as const;
    const { outcome, requests } = await made([say('First.'), [busy], say('Both.')]);
    expect(outcome).toMatchObject({ text: 'Both.' });
    expect(requests).toHaveLength(3);
    const abort = new AbortController();
    const ask = async function* (): AsyncGenerator<StreamEvent> {
      abort.abort();
      yield { type: 'text-delta', text: 'Hal' };
    };
    const making = { ask, wait: async () => undefined, now: () => 0, onPart: () => undefined, room: 100 };
    expect(await makeSummary(making, PLAN, abort.signal)).toBeNull();
  });
});
