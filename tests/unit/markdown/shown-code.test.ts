import fc from 'fast-check';
import { expect, it } from 'vitest';
import { showHidden, withoutHidden } from '../../../lib/domain/hidden-characters';
import { createShowCode, withoutLabels } from '../../../lib/markdown/shown-code';

it('shows hidden characters as labels and counts lines, however the code came', () => {
  const parts = fc.array(
    fc.constantFrom('let a;', '\n', '\u202e', '\u200b', 'e' + '\u0301'.repeat(9), '👩🏽', 'می‌خ'),
  );
  fc.assert(
    fc.property(parts, (chunks) => {
      const show = createShowCode();
      let code = '';
      for (const chunk of chunks) {
        code += chunk;
        const shown = show(code);
        expect(shown.text).toBe(showHidden(code));
        expect(shown.lines).toBe(code.split('\n').length);
        const all = { start: 0, end: shown.text.length };
        expect(withoutLabels(shown, all)).toBe(withoutHidden(code));
      }
    }),
  );
});

it('starts anew with code that is another', () => {
  const show = createShowCode();
  show('a\nb\nc');
  expect(show('x')).toEqual({ text: 'x', lines: 1, labels: [] });
});

it('leaves out the labels in a part, and what is cut of them', () => {
  const shown = createShowCode()('ab\u202ecd');
  expect(shown.text).toBe('ab[U+202E]cd');
  expect(withoutLabels(shown, { start: 1, end: 11 })).toBe('bc');
  expect(withoutLabels(shown, { start: 4, end: 12 })).toBe('cd');
  expect(withoutLabels(shown, { start: 0, end: 5 })).toBe('ab');
  expect(withoutLabels(shown, { start: 4, end: 6 })).toBe('');
  expect(withoutLabels(shown, { start: 0, end: 2 })).toBe('ab');
});
