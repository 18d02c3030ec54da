import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockTokens } from '../../../../lib/domain/budget';
import type { Block } from '../../../../lib/domain/page';
import { blocksOf, partTokens, planParts } from '../../../../lib/domain/whole-page/plan';
import { block } from '../../../support/rows';

const page = fc
  .array(
    fc.record({
      kind: fc.constantFrom('heading', 'paragraph', 'table'),
      text: fc.oneof(
        fc.string({ minLength: 1, maxLength: 200 }),
        fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
        fc.lorem({ maxCount: 300 }),
      ),
    }),
    { maxLength: 40 },
  )
  .map((all) => all.map(({ kind, text }, index) => block(`b${index + 1}`, text, { kind: kind as Block['kind'] })));

describe('a plan', () => {
  test('has every block once, in order and whole, and no part longer than it may be', () => {
    fc.assert(
      fc.property(page, fc.integer({ min: 20, max: 300 }), (blocks, tokens) => {
        const plan = planParts(blocks, tokens);
        const parts = plan.parts.map((stretch) => blocksOf(blocks, stretch));
        const texts = new Map<string, string>();
        for (const { id, text } of parts.flat()) texts.set(id, (texts.get(id) ?? '') + text);
        expect([...texts]).toEqual(blocks.map(({ id, text }) => [id, text]));
        for (const part of parts) {
          expect(part.reduce((sum, one) => sum + blockTokens(one), 0)).toBeLessThanOrEqual(tokens);
          for (const { text } of part) expect(text.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  test('begins a part with a heading, and leaves none at the end of one', () => {
    const text = 'x'.repeat(80);
    const heading = (id: string) => block(id, 'A heading', { kind: 'heading' });
    const blocks = [block('b1', text), block('b2', text), heading('b3'), block('b4', text), block('b5', text)];
    const ids = (tokens: number) =>
      planParts(blocks, tokens).parts.map((stretch) => blocksOf(blocks, stretch).map(({ id }) => id));
    expect(ids(55)).toEqual([
      ['b1', 'b2'],
      ['b3', 'b4', 'b5'],
    ]);
    expect(ids(52)).toEqual([['b1', 'b2'], ['b3', 'b4'], ['b5']]);
  });

  test('cuts a table too long for one part at the ends of its lines', () => {
    const lines = Array.from({ length: 40 }, (_, row) => `row ${row} | value ${row}`);
    const table = block('b1', lines.join('\n'), { kind: 'table' });
    const parts = planParts([table], 60).parts.map((stretch) => blocksOf([table], stretch)[0]?.text ?? '');
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts.slice(0, -1)) expect(part.endsWith('\n')).toBe(true);
  });

  test('takes of a model’s room what a page may take, and no more than is read carefully', () => {
    expect(partTokens(1_000_000)).toBe(30_000);
    expect(partTokens(6_000)).toBe(3_600);
    expect(partTokens(0)).toBe(200);
  });
});
