import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCitationNumbering, withoutMarks } from '../../../lib/domain/citations';
import { createGrowingText } from '../../../lib/domain/growing-text';

const numbersOf = (text: string) => createCitationNumbering().of(text);

describe('a citation numbering', () => {
  test('numbers blocks by their first mention, in every spelling of a mark', () => {
    const numbers = numbersOf('One [b12]. Two 【b3】, three [b12, b40]; four [ b3 ; b7 ].');
    expect([...numbers]).toEqual([
      ['b12', 1],
      ['b3', 2],
      ['b40', 3],
      ['b7', 4],
    ]);
  });

  test('takes nothing else for a mark', () => {
    expect(numbersOf('[b] [1.2] (b1) [bold] [b1x] a[i] \\b1').size).toBe(0);
  });

  test('does not number what stands in code', () => {
    expect([...numbersOf('Use `a[b1]`.\n\n```c\nx = y[b2];\n```\n\nTrue [b3].')]).toEqual([['b3', 1]]);
    expect([...numbersOf('~~~\n[b1]\n```\n[b2]\n~~~ [b3]\n    ~~~ [b4]')]).toEqual([
      ['b3', 1],
      ['b4', 2],
    ]);
  });

  test('numbers a mark that a line break cuts', () => {
    expect([...numbersOf('So it is [b12,\nb14]. And [\nb2').keys()]).toEqual(['b12', 'b14']);
  });

  test('numbers a growing text as it does the whole one, and keeps its map while nothing is added', () => {
    const parts = [
      'One [b1] ',
      '`[b2]` ',
      '[b3,\n',
      'b4]',
      '\n\n',
      '```js\n',
      'a[b5]\n',
      '```\n',
      '[b',
      '6] ',
      '【b1】',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 40 }), (pieces) => {
        const text = createGrowingText();
        const numbering = createCitationNumbering();
        for (const piece of pieces) {
          text.append(piece);
          numbering.of(text);
        }
        expect([...numbering.of(text)]).toEqual([...numbersOf(pieces.join(''))]);
      }),
    );
    const text = createGrowingText('One [b1].\n');
    const numbering = createCitationNumbering();
    const before = numbering.of(text);
    text.append('More, but none.');
    expect(numbering.of(text)).toBe(before);
    expect([...numbering.of('Another [b9].').keys()]).toEqual(['b9']);
  });
});

describe('withoutMarks', () => {
  test('takes marks out with the space before them', () => {
    expect(withoutMarks('The bridge opened in 1932 [b12]. It is long 【b1, b2】.')).toBe(
      'The bridge opened in 1932. It is long.',
    );
  });

  test('leaves code as it is: there such a word is an index', () => {
    const code = 'Take `a[b1]` or:\n\n```c\nint x = a[b1];\n```\nand [b2] more';
    expect(withoutMarks(code)).toBe('Take `a[b1]` or:\n\n```c\nint x = a[b1];\n```\nand more');
    expect(withoutMarks('```c\nx[b1]')).toBe('```c\nx[b1]');
    expect(withoutMarks('```a[b1]``` is code, this is not [b2].')).toBe('```a[b1]``` is code, this is not.');
  });

  test('takes hostile text in its stride', () => {
    for (const part of ['`', '```\n', '[b1', ' `a', '[ ', '~~~']) {
      const started = performance.now();
      withoutMarks(part.repeat(20_000));
      expect(performance.now() - started, part).toBeLessThan(500);
    }
  });
});
