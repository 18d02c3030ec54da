import { afterEach, beforeEach, expect, it } from 'vitest';
import { LONG_ANSWERS } from '../../support/markdown/long-answers';
import { nextFrame, showMarkdown, waitFor } from './show-markdown';
import { streamMarkdown, type StreamedMarkdown } from './stream-markdown.svelte';

const FORMULAS = [
  '$$\nx\n$$',
  '$$\n\\begin{matrix}\na & b \\\\\nc & d \\\\\n\\end{matrix}\n$$',
  '\\[\n\\begin{aligned}\na &= b \\\\\n  &= \\frac{c}{d} \\\\\n  &= e\n\\end{aligned}\n\\]',
  '```math\n\\nosuch{x}\n```',
  '```math\n\\sum_{n=1}^N a_n\n```',
  '$$ x = y $$',
  'So $\\frac{\\displaystyle\\sum_{a_{\\text{first}}}^{b} c}{d}$ and \\(x\\).',
];
const ANSWERS = [
  ...FORMULAS.map((text) => ({ name: JSON.stringify(text), text: `Before.\n\n${text}\n\nAfter.\n` })),
  ...LONG_ANSWERS.filter(({ name }) => name === 'math' || name === 'gallery'),
];

let streamed: StreamedMarkdown;
beforeEach(async () => {
  // What draws formulas and charts is there: without it more comes late, and nothing is higher before.
  const { root, unmount } = await showMarkdown('$x$\n\n```vega-lite\n1\n```\n');
  await waitFor(root, '.katex');
  await waitFor(root, '.markdown-code-note');
  await unmount();
  const place = document.body.appendChild(document.createElement('div'));
  place.style.width = '328px';
  streamed = streamMarkdown(place);
});
afterEach(() => streamed.remove());

it.each(ANSWERS)('no block is ever less high, a character at a time, in the answer $name', async ({ text }) => {
  const shrunk: string[] = [];
  let before: readonly number[] = [];
  const look = (end: number) => {
    const blocks = [...streamed.root.querySelectorAll('.markdown-section > *')];
    const heights = blocks.map((block) => block.getBoundingClientRect().height);
    for (const [index, height] of heights.entries()) {
      const less = (before[index] ?? 0) - height;
      // Parts of pixels come and go with rounding.
      if (less > 0.5) shrunk.push(`block ${index} by ${less} after ${JSON.stringify(text.slice(end - 40, end))}`);
    }
    before = heights;
  };
  for (let end = 1; end <= text.length; end += 1) {
    streamed.show(text.slice(0, end));
    look(end);
  }
  streamed.finish(text);
  for (let frames = 0; frames < 5; frames += 1) {
    look(text.length);
    await nextFrame();
  }
  expect(shrunk).toEqual([]);
});
