import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprint } from '../../../lib/domain/fingerprint';

test('is the published FNV-1a of texts whose characters are bytes', () => {
  expect(fingerprint('')).toBe('0-811c9dc5');
  expect(fingerprint('a')).toBe('1-e40c292c');
  expect(fingerprint('foobar')).toBe('6-bf9cf968');
});

test('tells texts apart that differ by one character', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1 }),
      fc.nat(),
      fc.string({ minLength: 1, maxLength: 1, unit: 'binary-ascii' }),
      (text, at, other) => {
        const index = at % text.length;
        const changed = text.slice(0, index) + other + text.slice(index + 1);
        return (fingerprint(changed) === fingerprint(text)) === (changed === text);
      },
    ),
  );
});
