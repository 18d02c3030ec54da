import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MessageId } from '../../../../lib/domain/ids';
import { copyBits, keepMessages } from '../../../../lib/storage/search/copy-bits';

test('the bits of the messages that stay are the same in their new place, and no others are there', () => {
  const message = fc.record({
    bits: fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }),
    stays: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(message, { maxLength: 12 }), fc.nat({ max: 20 }), (all, start) => {
      const source = packed(all.flatMap(({ bits }) => bits));
      const firsts = Uint32Array.from(all, (_, index) => all.slice(0, index).flatMap(({ bits }) => bits).length);
      const part = {
        messageIds: all.map((_, index) => `m${index}` as MessageId),
        firsts,
        pieces: all.flatMap(({ bits }) => bits).length,
      };
      const kept = keepMessages(part, (id) => all[Number(id.slice(1))]?.stays === true, start);
      const wanted = all.flatMap(({ bits, stays }) => (stays ? bits : []));
      expect(kept.pieces).toBe(wanted.length);
      const target = new Uint8Array(Math.ceil((start + wanted.length) / 8));
      copyBits(source, target, kept.runs);
      expect(target).toEqual(packed([...Array.from({ length: start }, () => false), ...wanted]));
    }),
  );
});

function packed(bits: readonly boolean[]): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(bits.length / 8));
  for (const [at, bit] of bits.entries()) if (bit) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (1 << (at & 7));
  return bytes;
}
