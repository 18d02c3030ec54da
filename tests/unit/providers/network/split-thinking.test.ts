import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createThinkingSplitter } from '../../../../lib/providers/network/split-thinking';

function split(pieces: readonly string[]): { text: string; reasoning: string } {
  const splitter = createThinkingSplitter();
  const deltas = [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.flush()];
  const join = (type: string): string =>
    deltas.map((delta) => (delta.type === type && 'text' in delta ? delta.text : '')).join('');
  return { text: join('text-delta'), reasoning: join('reasoning-delta') };
}

const CASES: readonly (readonly [string, { text: string; reasoning: string }])[] = [
  ['<think>why</think>\n\nBecause.', { text: 'Because.', reasoning: 'why' }],
  ['\n <think>\na < b </thin k></think>x', { text: 'x', reasoning: '\na < b </thin k>' }],
  ['<think></think>x', { text: 'x', reasoning: '' }],
  ['<think>never closed </th', { text: '', reasoning: 'never closed </th' }],
  ['<thinking>x', { text: '<thinking>x', reasoning: '' }],
  ['<thi', { text: '<thi', reasoning: '' }],
  ['  plain', { text: '  plain', reasoning: '' }],
  ['x <think>y</think>', { text: 'x <think>y</think>', reasoning: '' }],
  ['', { text: '', reasoning: '' }],
];

test.each(CASES)('%j is told apart whole and letter by letter', (input, expected) => {
  expect(split([input])).toEqual(expected);
  expect(split([...input])).toEqual(expected);
});

test('the pieces a text comes in make no difference', () => {
  const part = fc.constantFrom('<think>', '</think>', '<', '/', 'think>', 'a', ' ', '\n', '你');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      expect(split(parts)).toEqual(split([parts.join('')]));
      expect(split([...parts.join('')])).toEqual(split([parts.join('')]));
    }),
  );
});

test('text is not held back once it cannot be a tag', () => {
  const splitter = createThinkingSplitter();
  expect(splitter.push('<think>abc</')).toEqual([{ type: 'reasoning-delta', text: 'abc' }]);
  expect(splitter.push('b>')).toEqual([{ type: 'reasoning-delta', text: '</b>' }]);
});
