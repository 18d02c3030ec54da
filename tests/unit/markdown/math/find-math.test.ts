import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMath, MAX_INLINE_TEX } from '../../../../lib/markdown/math/find-math';
import type { Block, Inline } from '../../../../lib/markdown/nodes';
import { parseMarkdown } from '../../../../lib/markdown/parse-markdown';
import { cutAt, cuts } from '../../../support/markdown/cuts';
import { stream } from '../support';
import { SENTENCES } from './sentences';

function formulasOf(nodes: readonly (Block | Inline)[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'math') return [node.display ? `D:${node.tex}` : node.tex];
    if (node.type === 'math-block') return [`D:${node.tex}`];
    return 'children' in node ? formulasOf(node.children) : [];
  });
}

describe('formulas in a sentence', () => {
  it('are tried on many', () => {
    expect(SENTENCES.length).toBeGreaterThanOrEqual(60);
  });

  it.each(SENTENCES)('%j', (text, ...formulas) => {
    expect(formulasOf(parseMarkdown(text))).toEqual(formulas);
  });

  it('are the same among other sentences and cut anywhere', () => {
    const sentences = fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(sentences, cuts, (all, places) => {
        const text = all.map(([sentence]) => sentence).join('\n\n');
        const blocks = stream(cutAt(text, places));
        expect(formulasOf(blocks)).toEqual(all.flatMap(([, ...formulas]) => formulas));
        expect(blocks).toEqual(parseMarkdown(text));
      }),
      { numRuns: 300 },
    );
  });
});

describe('an amount of money', () => {
  const digits = fc.constantFrom('5', '10', '1,299.00', '0.03', '2.5k', '20M', '7bn');
  const sign = fc.constantFrom('$', 'US$', 'CA$ ', '$ ', '~$', '($');
  const price = fc.tuple(sign, digits).map(([before, amount]) => before + amount);
  const after = fc.tuple(digits, fc.constantFrom('$', ' $')).map(([amount, behind]) => amount + behind);
  const words = fc.constantFrom(
    ' and ',
    ' to ',
    ' or ',
    ', then ',
    ' per seat, ',
    ' (was ',
    '; later ',
    ' vs. ',
    ' – or ',
  );

  it('is never part of a formula, whatever words stand between', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.oneof(price, after), words), { minLength: 1, maxLength: 6 }), (parts) => {
        const text = `It costs ${parts.flat().join('')}more.`;
        expect(formulasOf(parseMarkdown(text)), text).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a formula', () => {
  it.each([
    ['on its own lines', '$$\na = b\n- c\n+ d\n= e\n> f\n$$', 'D:a = b\n- c\n+ d\n= e\n> f'],
    ['right under a paragraph', 'So:\n$$\n- c\n$$\nand', 'D:- c'],
    ['on one line', '$$x = 1$$', 'D:x = 1'],
    ['in brackets', '\\[\na = b\n\\]', 'D:a = b'],
    ['in brackets with blank lines', '\\[\n\na = b\n\n\\]', 'D:a = b'],
    ['in a list item', '1. Step\n   $$\n   - x\n   $$\n2. Next', 'D:- x'],
    ['out of its list item', '1. Step\n\n$$\n- x\n$$', 'D:- x'],
    ['right under a list item', '1. Step\n$$\n- x\n$$', 'D:- x'],
    ['in a quote', '> $$\n> - x\n> $$', 'D:- x'],
    ['in a fence', '```math\n\\frac{1}{2}\n```', 'D:\\frac{1}{2}'],
  ])('may stand %s', (_place, text, formula) => {
    const formulas = (blocks: readonly Block[]): readonly string[] =>
      blocks.flatMap((block) =>
        block.type === 'list' ? block.items.flatMap((item) => formulas(item.children)) : formulasOf([block]),
      );
    expect(formulas(parseMarkdown(text))).toEqual([formula]);
    expect(stream([...text])).toEqual(parseMarkdown(text));
  });

  it.each([
    ['$$\nx = 1\n\n# Heading\n\n$$'],
    ['$$\nx = 1\n\n```js\nlet a;\n```\n\n$$'],
    ['$$x\n\ny$$'],
    ['> $$\n> x\n\n$$'],
    ['- $$\n  x\n\n$$'],
    ['$$\nx'],
    ['text\n$$\nx'],
    ['\\[\nx'],
    ['- item\n$$\nfoo'],
    ['> quote\n$$foo\n\n$$'],
  ])('that has no end where it should is text: %j', (text) => {
    expect(formulasOf(parseMarkdown(text))).toEqual([]);
    expect(stream([...text])).toEqual(parseMarkdown(text));
  });

  it.each([
    ['on its own lines', `$$\n${`${'x + '.repeat(30)}1\n`.repeat(50)}$$`],
    ['in a line', `$${'x+'.repeat(MAX_INLINE_TEX / 2)}y$`],
  ])('that is too long %s is text', (_place, text) => {
    expect(formulasOf(parseMarkdown(text))).toEqual([]);
    expect(stream(text.split(/(?<=\n)/))).toEqual(parseMarkdown(text));
  });

  it('may still come where the text ends in one, unless it reads as prose already', () => {
    expect(findMath('$x +', 0)).toBe('open');
    expect(findMath('\\(x', 0)).toBe('open');
    expect(findMath('$5 and ', 0)).toBeNull();
    expect(findMath('$HOME is ', 0)).toBeNull();
    expect(findMath('$ x', 0)).toBeNull();
  });
});
