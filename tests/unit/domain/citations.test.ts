import { describe, expect, test } from 'vitest';
import { citationNumbers, withoutMarks } from '../../../lib/domain/citations';

describe('citationNumbers', () => {
  test('numbers blocks by their first mention, in every spelling of a mark', () => {
    const numbers = citationNumbers('One [b12]. Two 【b3】, three [b12, b40]; four [ b3 ; b7 ].');
    expect([...numbers]).toEqual([
      ['b12', 1],
      ['b3', 2],
      ['b40', 3],
      ['b7', 4],
    ]);
  });

  test('takes nothing else for a mark', () => {
    expect(citationNumbers('[b] [12] (b1) [bold] [b1x] a[i] \\b1').size).toBe(0);
  });

  test('does not number what stands in code', () => {
    expect([...citationNumbers('Use `a[b1]`.\n\n```c\nx = y[b2];\n```\n\nTrue [b3].')]).toEqual([['b3', 1]]);
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
