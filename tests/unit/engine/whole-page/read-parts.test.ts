import { describe, expect, test } from 'vitest';
import type { RunEvent, StreamEvent } from '../../../../lib/domain/stream-event';
import type { FindingPart } from '../../../../lib/domain/whole-page/finding';
import { lanesFor, readParts } from '../../../../lib/engine/whole-page/read-parts';

const waiting = (part: number): FindingPart => ({ type: 'finding', part, state: 'waiting', text: '' });
const note = (text: string): StreamEvent[] => [
  { type: 'text-delta', text },
  { type: 'usage', usage: { inputTokens: 10, outputTokens: 2 } },
  { type: 'end', reason: 'complete' },
];

/** Reads parts of which each is answered by the events given for it. */
async function read(
  answers: readonly StreamEvent[][],
  { findings = answers.map((_, part) => waiting(part)), lanes = 2 } = {},
) {
  const asked: number[] = [];
  let atOnce = 0;
  let most = 0;
  async function* ask(part: number): AsyncGenerator<StreamEvent> {
    asked.push(part);
    most = Math.max(most, (atOnce += 1));
    await new Promise<void>((resolve) => setImmediate(resolve));
    atOnce -= 1;
    yield* answers[part] ?? [];
  }
  const events: RunEvent[] = [];
  const reading = readParts(
    { ask, wait: async () => undefined, now: Date.now, lanes },
    findings,
    new AbortController().signal,
  );
  for (;;) {
    const next = await reading.next();
    if (next.done === true) return { found: next.value, events, asked, most };
    events.push(next.value);
  }
}

describe('reading parts', () => {
  test('reads each once, two at a time, and tells what was noted and what it took', async () => {
    const { found, events, asked, most } = await read([note('A [b1].'), note('NOTHING'), note('C [b9].')]);
    expect(found.map(({ state, text }) => [state, text])).toEqual([
      ['read', 'A [b1].'],
      ['empty', ''],
      ['read', 'C [b9].'],
    ]);
    expect(asked.toSorted()).toEqual([0, 1, 2]);
    expect(most).toBe(2);
    expect(events.findLast(({ type }) => type === 'usage')).toEqual({
      type: 'usage',
      usage: { inputTokens: 30, outputTokens: 6 },
    });
  });

  test('reads one at a time where a server is one’s own', async () => {
    expect(lanesFor('127.0.0.1:11434')).toBe(1);
    expect(lanesFor('192.168.1.4')).toBe(1);
    expect(lanesFor(null)).toBe(1);
    expect(lanesFor('api.example.com')).toBe(2);
    expect((await read([note('A'), note('B'), note('C')], { lanes: 1 })).most).toBe(1);
  });

  test('takes up where it was: what is settled is not asked again', async () => {
    const findings: FindingPart[] = [
      { ...waiting(0), state: 'read', text: 'Known.', usage: { inputTokens: 5 } },
      waiting(1),
      { ...waiting(2), state: 'left-out' },
    ];
    const { asked, found } = await read([note('x'), note('New.'), note('x')], { findings });
    expect(asked).toEqual([1]);
    expect(found.map(({ state }) => state)).toEqual(['read', 'read', 'left-out']);
  });

  test('a part that cannot be read leaves the others alone, and its counts are kept', async () => {
    const bad: StreamEvent[] = [
      { type: 'usage', usage: { inputTokens: 7 } },
      { type: 'error', error: { kind: 'context-length' } },
    ];
    const { found } = await read([note('A'), bad, note('C')]);
    expect(found.map(({ state }) => state)).toEqual(['read', 'failed', 'read']);
    expect(found[1]).toMatchObject({ error: { kind: 'context-length' }, usage: { inputTokens: 7 } });
  });

  test('a failure that every part would meet lets no further one begin', async () => {
    const refused: StreamEvent[] = [{ type: 'error', error: { kind: 'unauthorized' } }];
    const { asked, found } = await read([refused, refused, refused, refused, refused]);
    expect(asked.length).toBeLessThanOrEqual(2);
    expect(found.at(-1)?.state).toBe('waiting');
  });

  test('a busy server is asked about one part at a time from then on', async () => {
    const tries = new Map<number, number>();
    let atOnce = 0;
    const seen: number[] = [];
    async function* ask(part: number): AsyncGenerator<StreamEvent> {
      tries.set(part, (tries.get(part) ?? 0) + 1);
      if (part === 0 && tries.get(part) === 1) return yield { type: 'error', error: { kind: 'rate-limited' } };
      seen.push((atOnce += 1));
      await new Promise<void>((resolve) => setImmediate(resolve));
      atOnce -= 1;
      yield* note('x');
    }
    const findings = Array.from({ length: 6 }, (_, part) => waiting(part));
    const reading = readParts(
      { ask, wait: async () => undefined, now: Date.now, lanes: 2 },
      findings,
      new AbortController().signal,
    );
    const events = await Array.fromAsync(reading);
    expect(events.some(({ type }) => type === 'retry')).toBe(true);
    expect(tries.get(0)).toBe(2);
    expect(seen.slice(2).every((count) => count === 1)).toBe(true);
  });

  test('a model that declines a part has not read it', async () => {
    const { found } = await read([[{ type: 'end', reason: 'refused' }]]);
    expect(found[0]).toMatchObject({
      state: 'failed',
      error: { detail: 'The model declined to read this part.' },
    });
  });
});
