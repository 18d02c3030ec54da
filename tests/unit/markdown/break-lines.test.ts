import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLineBreaker, MAX_LINE_LENGTH } from '../../../lib/markdown/break-lines';

const longest = (text: string) => Math.max(...text.split('\n').map((line) => line.length));

test('leaves lines of a common length alone', () => {
  const breakLines = createLineBreaker();
  expect(breakLines('one\ntwo ') + breakLines('more\n') + breakLines('x'.repeat(40_000))).toBe(
    `one\ntwo more\n${'x'.repeat(40_000)}`,
  );
});

test.each([
  ['words', 'word '.repeat(60_000)],
  ['one word', 'w'.repeat(300_000)],
  ['pairs', '😀'.repeat(100_000)],
  ['lines and words', `${'word '.repeat(20_000)}\n${'w'.repeat(150_000)}\nend`],
])('breaks a long line of %s, at the same places however it comes, and drops nothing', (_name, text) => {
  const whole = createLineBreaker()(text);
  expect(longest(whole)).toBeLessThanOrEqual(MAX_LINE_LENGTH + 201);
  expect(whole.replaceAll('\n', '')).toBe(text.replaceAll('\n', ''));
  for (const line of whole.split('\n')) expect(line.isWellFormed()).toBe(true);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 120_000 }), { minLength: 1, maxLength: 8 }), (sizes) => {
      const breakLines = createLineBreaker();
      let streamed = '';
      for (let at = 0, turn = 0; at < text.length; turn++) {
        // The stream hands on no half of a pair.
        const size = (sizes[turn % sizes.length] ?? 1) & ~1 || 2;
        streamed += breakLines(text.slice(at, at + size));
        at += size;
      }
      expect(streamed === whole).toBe(true);
    }),
    { numRuns: 20 },
  );
});
