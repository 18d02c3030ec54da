import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StreamEvent } from '../../lib/domain/stream-event';
import { deliver, splitAt } from '../support/fake-provider/deliver';
import { fixtureBodies, scenarioBodies, type WireBody } from '../support/fake-provider/wire-bodies';

/** The long form of tests/unit/providers/chunking.test.ts. */

const ALL = [...fixtureBodies(), ...scenarioBodies(Infinity)];
const LONGEST_SPLIT_EVERYWHERE = 20_000;
const LINE_ENDS = ['\n', '\r\n', '\r'] as const;

function bytesOf({ text }: WireBody, lineEnd = '\n'): Uint8Array {
  return new TextEncoder().encode(text.replaceAll('\n', lineEnd));
}

describe('every split in two gives the same events', () => {
  test.each(ALL.filter(({ text }) => text.length <= LONGEST_SPLIT_EVERYWHERE))('$name', async (body) => {
    const bytes = bytesOf(body);
    const whole = await deliver(body.kind, [bytes]);
    for (let cut = 1; cut < bytes.length; cut++) {
      expect(await deliver(body.kind, splitAt(bytes, [cut])), `cut at ${cut}`).toEqual(whole);
    }
  });
});

describe('of a long body, splits in two spread over it give the same events', () => {
  test.each(ALL.filter(({ text }) => text.length > LONGEST_SPLIT_EVERYWHERE))('$name', async (body) => {
    const bytes = bytesOf(body);
    const whole = await deliver(body.kind, [bytes]);

    // A whole megabyte takes its time.
    const count = bytes.length > 500_000 ? 100 : 1_000;
    for (let index = 1; index <= count; index++) {
      const cut = Math.floor((index * (bytes.length - 8)) / (count + 1)) + (index % 7);
      expect(await deliver(body.kind, splitAt(bytes, [cut])), `cut at ${cut}`).toEqual(whole);
    }
  });
});

test('10,000 random chunkings give the same events', async () => {
  const wholes = new Map<string, Promise<readonly StreamEvent[]>>();
  const wholeOf = (body: WireBody, lineEnd: string): Promise<readonly StreamEvent[]> => {
    const id = `${body.name} ${JSON.stringify(lineEnd)}`;
    const whole = wholes.get(id) ?? deliver(body.kind, [bytesOf(body, lineEnd)]);
    wholes.set(id, whole);
    return whole;
  };
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...ALL),
      fc.constantFrom(...LINE_ENDS),
      fc.array(fc.noBias(fc.nat()), { minLength: 1, maxLength: 200 }),
      async (body, lineEnd, places) => {
        const bytes = bytesOf(body, lineEnd);
        const cuts = places.map((place) => 1 + (place % (bytes.length - 1)));
        expect(await deliver(body.kind, splitAt(bytes, cuts))).toEqual(await wholeOf(body, lineEnd));
      },
    ),
    { numRuns: 10_000 },
  );
});
