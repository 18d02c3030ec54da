import { describe, expect, test } from 'vitest';
import { createCounter, readBlocks } from '../../../../lib/domain/relevance/read-blocks';
import { wordsOf } from '../../../../lib/domain/relevance/terms';
import { block } from '../../../support/rows';

describe('reading blocks', () => {
  test('counts what is looked for and how much there is besides', () => {
    const count = createCounter(['open', 'bridg'], ['_bri', 'idge']);
    const counted = count(wordsOf('The bridges opened; one bridge opens again.'));
    expect([...counted.counts]).toEqual([
      [1, 2],
      [0, 2],
    ]);
    expect(counted.size).toBe(6);
    expect([...counted.grams].toSorted()).toEqual([0, 1]);
  });

  test('reads the headings of a section once for all of its blocks', () => {
    const headings = ['Bridges'];
    const blocks = [block('b1', 'One.', { headings }), block('b2', 'Two.', { headings }), block('b3', 'Three.')];
    const { own, above } = readBlocks(blocks, createCounter(['bridg'], []));
    expect(above[0]).toBe(above[1]);
    expect(above.map(({ size }) => size)).toEqual([1, 1, 0]);
    expect(own.map(({ size }) => size)).toEqual([1, 1, 1]);
  });
});
