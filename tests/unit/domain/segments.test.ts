import { describe, expect, test } from 'vitest';
import type { ContentPart } from '../../../lib/domain/content';
import { segmentsOf } from '../../../lib/domain/segments';

const text = (words: string): ContentPart => ({ type: 'text', text: words });
const thought = { type: 'reasoning', text: 'Hm.' } as const;

describe('the stretches of an answer', () => {
  test('keep their order, and their places in its text', () => {
    expect(segmentsOf([thought, text('abc'), thought, text('de')])).toEqual([
      { type: 'reasoning', from: 0, part: thought },
      { type: 'text', from: 0, to: 3 },
      { type: 'reasoning', from: 3, part: thought },
      { type: 'text', from: 3, to: null },
    ]);
  });

  test('leave out white space between thoughts, which still counts', () => {
    expect(segmentsOf([thought, text('\n\n'), thought, text('a')])).toEqual([
      { type: 'reasoning', from: 0, part: thought },
      { type: 'reasoning', from: 2, part: thought },
      { type: 'text', from: 2, to: null },
    ]);
  });

  test('leave out a seal with no words, and keep a thought that has only begun', () => {
    const seal = { kind: 'anthropic-redacted', data: 'x' } as const;
    const begun = { type: 'reasoning', text: '', startedAt: 5 } as const;
    expect(segmentsOf([{ type: 'reasoning', text: '', seals: [seal] }, text('a'), begun])).toEqual([
      { type: 'text', from: 0, to: 1 },
      { type: 'reasoning', from: 1, part: begun },
    ]);
  });

  test('are one where nothing was thought', () => {
    expect(segmentsOf([text('abc')])).toEqual([{ type: 'text', from: 0, to: null }]);
    expect(segmentsOf([])).toEqual([]);
  });
});
