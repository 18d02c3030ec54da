import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../../lib/markdown/claims';
import { parseMarkdown } from '../../../lib/markdown/parse-markdown';

/** What the citations of a paragraph stand behind, in their order. */
function claims(text: string, numbersToo = false): readonly (readonly [text: string, ids: string])[] {
  const [block] = parseMarkdown(text);
  if (block?.type !== 'paragraph') throw new Error('not a paragraph');
  return [...claimsOf(block.children, numbersToo).claims.values()].map(({ text: said, ids }) => [
    said,
    ids.join(),
  ]);
}

describe('what a citation stands behind', () => {
  it.each([
    [
      'It opened in 1932 [b1]. It is long [b2].',
      [
        ['It opened in 1932', 'b1'],
        ['It is long', 'b2'],
      ],
    ],
    [
      'It opened in 1932. [b1] It is long. [b2]',
      [
        ['It opened in 1932.', 'b1'],
        ['It is long.', 'b2'],
      ],
    ],
    [
      'It opened in 1932 [b1] and closed in 1999 [b2].',
      [
        ['It opened in 1932', 'b1'],
        ['and closed in 1999', 'b2'],
      ],
    ],
    ['Nothing. It **opened** in *1932* [b1].', [['It opened in 1932', 'b1']]],
    ['Dr. J. Hale paid 3.5 m in all [b1].', [['Dr. J. Hale paid 3.5 m in all', 'b1']]],
    ['According to [b1], it opened in 1932. Later.', [['According to, it opened in 1932.', 'b1']]],
    ['[b1] It opened in 1932. Later.', [['It opened in 1932.', 'b1']]],
    ['山は高い。標高は3776メートル[b1]。', [['標高は3776メートル', 'b1']]],
    [
      '**It opened [b1]** and closed [b2]',
      [
        ['It opened', 'b1'],
        ['and closed', 'b2'],
      ],
    ],
  ])('%j', (text, expected) => {
    expect(claims(text)).toEqual(expected);
  });

  it('is the same for marks that stand together, and the last of them is known', () => {
    expect(claims('It opened in 1932 [b1][b2], [b3].')).toEqual([
      ['It opened in 1932', 'b1,b2,b3'],
      ['It opened in 1932', 'b1,b2,b3'],
      ['It opened in 1932', 'b1,b2,b3'],
    ]);
    const [block] = parseMarkdown('It opened [b1][b2].');
    const found = block?.type === 'paragraph' ? [...claimsOf(block.children, false).claims.values()] : [];
    expect(found.map(({ isLast }) => isLast)).toEqual([false, true]);
  });

  it('takes numbers in brackets for marks where it may, but not indices and links', () => {
    expect(claims('It opened [12]. It is long 【14】.')).toEqual([]);
    expect(claims('It opened [12]. It is long 【14†L3】.', true)).toEqual([
      ['It opened', 'b12'],
      ['It is long', 'b14'],
    ]);
    expect(claims('It opened [12, 14]', true)).toEqual([['It opened', 'b12,b14']]);
    expect(claims('See [12](https://a.example), a[3]x, [20000], [1.5].', true)).toEqual([]);
  });
});
