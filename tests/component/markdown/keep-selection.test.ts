import { expect, it } from 'vitest';
import { LONG_ANSWERS } from '../../support/markdown/long-answers';
import { streamMarkdown } from './stream-markdown.svelte';

/** In these some text is replaced, which tests/support/markdown/unavoidable.ts explains; gallery.md repeats the others. */
const UNAVOIDABLE = ['letter', 'references', 'gallery'];

/** Selects from the middle of an element's text to its end, from the back where told, and returns what is selected. */
function selectHalf(element: Element, backwards: boolean): string {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
    const isOwn = text.parentElement?.closest('figcaption, .markdown-table-tools') !== null;
    if (text instanceof Text && text.data.trim() !== '' && !isOwn) texts.push(text);
  }
  const [first, last] = [texts[Math.floor(texts.length / 3)], texts.at(-1)];
  if (first === undefined || last === undefined) return '';
  const [from, to] = [Math.floor(first.length / 3), last.length];
  if (backwards) getSelection()?.setBaseAndExtent(last, to, first, from);
  else getSelection()?.setBaseAndExtent(first, from, last, to);
  return getSelection()?.toString() ?? '';
}

const answers = LONG_ANSWERS.filter(({ name }) => !UNAVOIDABLE.includes(name));
const moments = [0.3, 0.7].flatMap((share) => [
  { share, block: -1 },
  { share, block: -3 },
]);

it.each(answers)(
  'a selection in $name stays while the answer is written on, and when it ends',
  async ({ text }) => {
    for (const { share, block } of moments) {
      const streamed = streamMarkdown();
      const moment = Math.floor(text.length * share);
      for (let end = 1; end <= moment; end += 7) streamed.show(text.slice(0, end));
      const blocks = [...streamed.root.querySelectorAll('.markdown-section > *')];
      const chosen = blocks
        .filter((each) => each.textContent.trim() !== '' && !each.matches('.markdown-chart-waiting'))
        .at(block);
      const selected = chosen === undefined ? '' : selectHalf(chosen, share > 0.5);
      for (let end = moment; selected !== '' && end < text.length; end += 3 + (end % 5)) {
        streamed.show(text.slice(0, end));
        await Promise.resolve();
        const now = getSelection()?.toString();
        if (now !== selected) expect.fail(`${selected} became ${now} at ${text.slice(end - 30, end)}`);
      }
      streamed.finish(text);
      await Promise.resolve();
      expect(getSelection()?.toString() ?? '').toBe(selected);
      streamed.remove();
    }
  },
);

it('a selection stays where its nodes are replaced, in the direction in which it was made', async () => {
  const streamed = streamMarkdown();
  streamed.show('First *so\n\nA head');
  const text = streamed.root.lastElementChild?.lastElementChild?.firstChild;
  if (!text) throw new Error('There is no text.');
  getSelection()?.setBaseAndExtent(text, 6, text, 2);
  streamed.show('First *so\n\nA heading\n===\n');
  await Promise.resolve();
  expect(streamed.root.querySelector('h3')?.textContent).toBe('A heading');
  expect(getSelection()?.toString()).toBe('head');
  expect(getSelection()?.anchorOffset).toBe(6);
  streamed.remove();
});
