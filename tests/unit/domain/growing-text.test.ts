import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createGrowingText } from '../../../lib/domain/growing-text';

test('it reads as the string of its pieces does, wherever it is cut', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.nat(60), fc.nat(60), (pieces, one, other) => {
      const text = createGrowingText(pieces[0]);
      for (const piece of pieces.slice(1)) text.append(piece);
      const whole = pieces.join('');
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      expect(text).toHaveLength(whole.length);
      expect(text.slice(from, to)).toBe(whole.slice(from, to));
      expect(text.slice(0, text.length)).toBe(whole);
    }),
  );
});

test('its end is read as fast when it is long as when it is short', () => {
  const text = createGrowingText();
  const started = performance.now();
  for (let piece = 0; piece < 100_000; piece++) {
    text.append('a piece of text ');
    if (text.slice(text.length - 5, text.length) !== 'text ') throw new Error('It ends otherwise');
  }
  // Copying it whole each time moves 80 GB.
  expect(performance.now() - started).toBeLessThan(2_000);
});
