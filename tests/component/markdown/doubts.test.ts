import { describe, expect, it, vi } from 'vitest';
import { createAnswerCitations } from '../../../lib/panel/answer-citations';
import { block, snapshotRow } from '../../support/rows';
import { showMarkdown } from './show-markdown';

const page = snapshotRow('s', [
  block('b11', 'Opening', { kind: 'heading' }),
  block('b12', 'The bridge was opened on 19 March 1932 by the mayor.', { headings: ['Opening'] }),
  block('b14', 'The tunnel under the harbour takes 50,000 cars a day.', { headings: ['Opening'] }),
]);

/** Shows an answer about the page. */
function show(text: string, onCite = vi.fn()) {
  const passageOf = (id: string) => {
    const found = page.blocks.find((each) => each.id === id);
    return found && { block: found, pageId: page.id, page };
  };
  const { cite, judge, isAbout } = createAnswerCitations(() => text, passageOf);
  return showMarkdown(text, { cite, judge, isAbout, onCite, readsPage: true });
}

/** What stands in the place of marks. */
async function marksOf(text: string): Promise<string> {
  const { root } = await show(text);
  return [...root.querySelectorAll('.citation, .citation-doubt')].map((mark) => mark.textContent).join(' ');
}

describe('what is said of a page', () => {
  it.each([
    ['It was opened in March 1932 [b12].', '1'],
    ['It was opened in March 1923 [b12].', '1 check'],
    ['It was opened by Mayor Pine [b12].', '1 check'],
    ['It takes 50,000 cars and opened in 1932 [b12][b14].', '1 2'],
    ['The page calls it “a marvel of its age” [b12].', '1 not found on the page'],
    ['The page says “opened on 19 March 1932” [b12].', '1'],
    ['It never closes [b99].', '?'],
  ])('is looked up in what is cited: %j', async (text, marks) => {
    expect(await marksOf(text)).toBe(marks);
  });

  it('is all quoted in a quote', async () => {
    expect(await marksOf('> The bridge was opened on 19 March 1932 [b12]')).toBe('1');
    expect(await marksOf('> The bridge was closed on 20 March 1932 [b12]')).toBe('1 not found on the page');
  });

  it('names what is not there', async () => {
    const screen = await show('Mayor Pine opened the bridge in 1923 [b12].');
    await expect
      .element(screen.getByText('check'))
      .toHaveAttribute('title', 'Not in the cited passage: 1923, Pine');
  });
});

describe('marks as models write them', () => {
  it.each([
    ['Opened by the mayor [b12, b14].', '1 2'],
    ['Opened by the mayor [b12; b14]', '1 2'],
    ['Opened by the mayor [b11-b14]', '1 2'],
    ['Opened by the mayor 【b12】.', '1'],
    ['Opened by the mayor 【b12†L1】.', '1'],
    ['Opened by the mayor [block b12].', '1'],
    ['The bridge was opened by the mayor [12].', '1'],
    ['The bridge was opened by the mayor 【12†source】.', '1'],
    ['The mayor opened the bridge, the tunnel takes 50,000 cars [12, 14].', '1 2'],
    ['The bridge was opened by the mayor [12, 14].', '1 ?'],
    ['The bridge was opened by the mayor [12; 99].', '1 ?'],
    ['Vitamins keep people healthy [12, 14].', ''],
    ['Vitamins keep people healthy [12].', '?'],
    ['Vitamins keep people healthy [77].', '?'],
    ['In the year [1932] it was opened.', ''],
    ['The bridge was opened by the mayor.', ''],
  ])('%j', async (text, marks) => {
    expect(await marksOf(text)).toBe(marks);
  });

  it('stay as they were written where they are none, also to copy', async () => {
    const { root } = await showMarkdown('See [12] and list[3].', {});
    expect(root.textContent).toContain('See [12] and list[3].');
    const { root: about } = await show('The interval is [12, 400].');
    expect(about.textContent).toContain('[12, 400]');
  });

  it('leave nothing raw behind a sentence and link nothing that is not there', async () => {
    const said = 'The bridge was opened by the mayor';
    const good = [
      '[b12]',
      '[b12][b14]',
      '[b12, b14]',
      '【b12】',
      '【b12†L3-L4】',
      '[12]',
      '[12, 14]',
      '[^b12]',
      '[B12]',
    ];
    const invented = ['[b99]', '[b99, b98]', '【b99】', '[99]', '[b12, b99]', '【99†source】', '[12, 99]'];
    for (const mark of [...good, ...invented]) {
      const { root } = await show(`${said} ${mark}.`);
      const words = [...root.querySelectorAll('p')].map((paragraph) => paragraph.textContent).join('');
      expect(words.replaceAll(/\s+/g, ' '), mark).toMatch(/^The bridge was opened by the mayor [ \d?]+\.$/);
      const linked = [...root.querySelectorAll('button.citation')].map((button) => button.ariaLabel ?? '');
      expect(
        linked.every((label) => /The bridge was opened on|The tunnel under/.test(label)),
        mark,
      ).toBe(true);
      expect(linked.length > 0, mark).toBe(good.includes(mark) || mark.includes('12'));
    }
  });

  it('count those that there are', async () => {
    expect(await marksOf('One [b99]. The tunnel [b14]. The mayor [b12]. Again the tunnel [b14].')).toBe('? 1 2 1');
  });

  it('lead to their block', async () => {
    const onCite = vi.fn();
    const screen = await show('The bridge was opened by the mayor [12].', onCite);
    await screen.getByRole('button', { name: /^Citation 1: The bridge was opened/ }).click();
    expect(onCite).toHaveBeenCalledExactlyOnceWith('b12', page.blocks[1]?.text);
  });
});
