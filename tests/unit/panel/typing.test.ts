import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextShownLength } from '../../../lib/panel/typing';

const FRAME_MS = 1000 / 30;

describe('the typing effect', () => {
  test.each([50, 1000, 5000])('is never behind by more than 160 ms of a stream of %i tokens a second', (speed) => {
    const perFrame = (speed * 4 * FRAME_MS) / 1000;
    let arrived = 0;
    let shown = 0;
    for (let frame = 0; frame < 300; frame += 1) {
      arrived += perFrame;
      shown = nextShownLength('x'.repeat(Math.round(arrived)), shown, FRAME_MS);
      expect(arrived - shown).toBeLessThanOrEqual(Math.max(4, speed * 4 * 0.16));
    }
  });

  test('goes on at every step, never back nor beyond, and ends', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 3000 }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (text, elapsed) => {
          let shown = 0;
          for (let step = 0; shown < text.length; step += 1) {
            const next = nextShownLength(text, shown, elapsed);
            expect(next).toBeGreaterThan(shown);
            expect(next).toBeLessThanOrEqual(text.length);
            expect(step).toBeLessThan(3001);
            shown = next;
          }
          expect(nextShownLength(text, shown, elapsed)).toBe(text.length);
        },
      ),
    );
  });

  test('catches up with a whole answer within a second', () => {
    const text = 'x'.repeat(100_000);
    let shown = 0;
    let frames = 0;
    for (; shown < text.length; frames += 1) shown = nextShownLength(text, shown, FRAME_MS);
    expect(frames * FRAME_MS).toBeLessThan(1500);
  });

  test('never shows half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '😀', '𝒳') }), (text) => {
        for (let shown = 0; shown < text.length;) {
          shown = nextShownLength(text, shown, 1);
          expect(text.slice(0, shown).isWellFormed()).toBe(true);
        }
      }),
    );
  });

  test('takes a text that became shorter as it is', () => {
    expect(nextShownLength('ab', 5, FRAME_MS)).toBe(2);
  });
});
