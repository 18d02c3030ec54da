import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { cutAt, cuts } from '../../support/markdown/cuts';
import { EXTENSION_EXAMPLES } from '../../support/markdown/extension-examples';
import { LONG_ANSWERS } from '../../support/markdown/long-answers';
import { COMMONMARK_EXAMPLES, GFM_EXAMPLES } from '../../support/markdown/spec-examples';
import { firstDifference, showWhole, streamChunks, typeChunks } from './stream-markdown.svelte';

function differenceOf(chunks: readonly string[]): string | null {
  const streamed = streamChunks(chunks);
  const whole = showWhole(chunks.join(''));
  const difference = firstDifference(streamed.root, whole.root);
  streamed.remove();
  whole.remove();
  return difference;
}

describe('a streamed document is that of the whole text, node for node', { timeout: 60_000 }, () => {
  it('for every example of CommonMark and GFM, a character at a time', () => {
    const different: string[] = [];
    const examples = [...COMMONMARK_EXAMPLES, ...GFM_EXAMPLES, ...EXTENSION_EXAMPLES];
    for (const { section, number, markdown } of examples) {
      const difference = differenceOf(markdown.split(''));
      if (difference !== null) different.push(`${section} ${number}: ${difference}`);
    }
    expect(examples).toHaveLength(652 + 12 + 12);
    expect(different).toEqual([]);
  });

  it.each(LONG_ANSWERS)('for the long answer $name, a character at a time', ({ text }) => {
    expect(differenceOf(text.split(''))).toBeNull();
  });

  it('for long answers cut anywhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LONG_ANSWERS), cuts, ({ text }, places) => {
        expect(differenceOf(cutAt(text, places))).toBeNull();
      }),
      { numRuns: 100, seed: 4 },
    );
  });
});

it('a document that is typed out in real frames is that of the whole text', async () => {
  // What can't be drawn says so once its reader comes near; the gallery, which has such, is compared above.
  const drawn = LONG_ANSWERS.filter(({ name }) => name !== 'gallery');
  const text = drawn.map((answer) => answer.text).join('\n\n');
  const chunks = Array.from({ length: Math.ceil(text.length / 997) }, (_, n) =>
    text.slice(n * 997, (n + 1) * 997),
  );
  const typed = await typeChunks(chunks);
  const whole = showWhole(text);
  // Formulas are drawn when what draws them is loaded.
  await vi.waitFor(() => expect(firstDifference(typed.root, whole.root)).toBeNull(), { timeout: 5_000 });
  typed.remove();
  whole.remove();
});
