import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { nextFrame, one, showMarkdown, waitFor } from './show-markdown';

const CROSSINGS =
  '| Crossing | Opened | Vehicles a day |\n| --- | ---: | ---: |\n' +
  '| Harbour **Bridge** | 19 March 1932 | 160,000 |\n| Tunnel | 1 August 1992 | 90,000 |\n| gladesville | 2 October 1964 | – |\n';

const column = (root: Element, index: number) =>
  [...root.querySelectorAll('tbody tr')].map((row) => row.children[index]?.textContent ?? '');
const header = (root: Element, index: number) => root.querySelectorAll('th')[index];

function manyRows(rows: number, columns: number): string {
  const cells = (start: number) => Array.from({ length: columns }, (_, n) => start + n).join('|');
  const lines = Array.from({ length: rows }, (_, row) => `|${cells(row)}|\n`);
  return `|${cells(0)}|\n|${'-|'.repeat(columns)}\n${lines.join('')}`;
}

describe('a table', () => {
  it('is sorted by a click on a header: up, down, and as it was', async () => {
    const { root } = await showMarkdown(CROSSINGS);
    header(root, 2)?.click();
    await vi.waitFor(() => expect(column(root, 2)).toEqual(['90,000', '160,000', '–']));
    expect(header(root, 2)?.ariaSort).toBe('ascending');
    header(root, 2)?.click();
    await vi.waitFor(() => expect(column(root, 2)).toEqual(['160,000', '90,000', '–']));
    expect(header(root, 2)?.ariaSort).toBe('descending');
    header(root, 2)?.click();
    await vi.waitFor(() => expect(column(root, 2)).toEqual(['160,000', '90,000', '–']));
    expect(column(root, 0)).toEqual(['Harbour Bridge', 'Tunnel', 'gladesville']);
    expect(header(root, 2)?.ariaSort).toBeNull();
  });

  it('is sorted by the keyboard, says so, and keeps the marks of its cells', async () => {
    const screen = await showMarkdown(CROSSINGS);
    const button = screen.getByRole('button', { name: 'Sort by Opened' });
    (button.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(column(screen.root, 0)).toEqual(['Harbour Bridge', 'gladesville', 'Tunnel']));
    await expect.element(screen.getByText('Sorted by Opened, ascending.')).toBeInTheDocument();
    await screen.getByRole('button', { name: 'Sort by Crossing' }).click();
    await vi.waitFor(() => expect(column(screen.root, 0)).toEqual(['gladesville', 'Harbour Bridge', 'Tunnel']));
    expect(one(screen.root, 'tbody strong').textContent).toBe('Bridge');
  });

  it('copies what it shows, in the order shown', async () => {
    const copied: string[] = [];
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void copied.push(text));
    const screen = await showMarkdown(CROSSINGS);
    await screen.getByRole('button', { name: 'Sort by Crossing' }).click();
    await vi.waitFor(() => expect(column(screen.root, 0)[0]).toBe('gladesville'));
    await screen.getByRole('button', { name: 'Copy as CSV' }).click();
    await screen.getByRole('button', { name: 'Copy as Markdown' }).click();
    expect(copied).toEqual([
      'Crossing,Opened,Vehicles a day\r\ngladesville,2 October 1964,–\r\nHarbour Bridge,19 March 1932,"160,000"\r\nTunnel,1 August 1992,"90,000"\r\n',
      '| Crossing | Opened | Vehicles a day |\n| --- | ---: | ---: |\n| gladesville | 2 October 1964 | – |\n| Harbour **Bridge** | 19 March 1932 | 160,000 |\n| Tunnel | 1 August 1992 | 90,000 |\n',
    ]);
    vi.restoreAllMocks();
  });

  it('can not be sorted while it is written, and keeps its size when it can', async () => {
    const screen = await showMarkdown(CROSSINGS, { streaming: true });
    await waitFor(screen.root, 'tbody tr:nth-child(3)');
    expect(screen.root.querySelector('.markdown-sort')).toBeNull();
    const { offsetWidth, offsetHeight } = one(screen.root, 'table');
    const row = one(screen.root, 'tbody tr');
    await screen.rerender({ text: CROSSINGS, streaming: false });
    await waitFor(screen.root, '.markdown-sort');
    const after = one(screen.root, 'table');
    expect([after.offsetWidth, after.offsetHeight]).toEqual([offsetWidth, offsetHeight]);
    expect(one(screen.root, 'tbody tr')).toBe(row);
  });

  it('tells where more of it is, and keeps its first column in sight', async () => {
    const { root } = await showMarkdown(
      `| Name |${'column|'.repeat(12)}\n|${'-|'.repeat(13)}\n| one |${'word|'.repeat(12)}\n`,
    );
    const frame = await waitFor(root, '.markdown-table-frame[data-more-right][data-pinned]');
    const scroller = one(frame, '.markdown-scroll');
    const left = one(frame, 'td').getBoundingClientRect().left;
    scroller.scrollTo({ left: scroller.scrollWidth });
    await vi.waitFor(() => expect(frame.dataset).not.toHaveProperty('moreRight'));
    expect(one(frame, 'td').getBoundingClientRect().left).toBe(left);
  });

  it('tells it on the other side where it is read from right to left', async () => {
    const { root } = await showMarkdown(
      `| ${'اسم طويل |'.repeat(9)}\n|${'-|'.repeat(9)}\n| ${'كلمة |'.repeat(9)}\n`,
    );
    const frame = await waitFor(root, '.markdown-table-frame[data-more-left]');
    expect(frame.dataset).not.toHaveProperty('moreRight');
  });

  it('shows the first rows of a long one, and the others when asked', async () => {
    const screen = await showMarkdown(manyRows(450, 6));
    expect(screen.root.querySelectorAll('tbody tr')).toHaveLength(300);
    await screen.getByRole('button', { name: 'Show all 450 rows' }).click();
    expect(screen.root.querySelectorAll('tbody tr')).toHaveLength(450);
    expect(screen.root.querySelector('.markdown-table-more')).toBeNull();
  });

  it('sorts all rows of a long one, not those that it shows', async () => {
    const { root } = await showMarkdown(manyRows(2_000, 3));
    header(root, 0)?.click();
    header(root, 0)?.click();
    await vi.waitFor(() => expect(column(root, 0)[0]).toBe('1999'));
  });

  it('grows by its new cells only', async () => {
    const text = manyRows(40, 60);
    const screen = await showMarkdown(text.slice(0, 4_000), { streaming: true });
    await waitFor(screen.root, 'tbody tr:nth-child(10)');
    const before = [...screen.root.querySelectorAll('td')].slice(0, 300);
    await screen.rerender({ text: text.slice(0, 4_500), streaming: true });
    await nextFrame();
    await vi.waitFor(() => expect(screen.root.querySelectorAll('tbody tr').length).toBeGreaterThan(10));
    const after = [...screen.root.querySelectorAll('td')];
    expect(before.every((cell, index) => after[index] === cell)).toBe(true);
  });
});

describe('a table as a chart', () => {
  it('is drawn in its likeliest form by one click, in another by choice, and is a table again', async () => {
    const screen = await showMarkdown(CROSSINGS);
    await screen.getByRole('button', { name: 'Show as chart' }).click();
    await waitFor(screen.root, 'svg.marks .mark-rect path');
    expect(screen.root.querySelector('table')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Chart');
    await screen.getByLabelText('Form').selectOptions('Line');
    await waitFor(screen.root, 'svg.marks .mark-line path');
    await screen.getByRole('button', { name: 'Table', exact: true }).click();
    await waitFor(screen.root, 'tbody tr:nth-child(3)');
    expect(document.activeElement?.textContent).toBe('Show as chart');
  });

  it('is not offered for words, nor while it is written', async () => {
    const words = await showMarkdown('| a | b |\n|---|---|\n| x | y |\n| z | w |\n');
    expect(words.root.querySelector('.markdown-table-chart')).toBeNull();
    const writing = await showMarkdown(CROSSINGS, { streaming: true });
    await waitFor(writing.root, 'tbody tr:nth-child(3)');
    expect(writing.root.querySelector('.markdown-table-chart')).toBeNull();
  });
});
