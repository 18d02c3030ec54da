import { describe, expect, it, vi } from 'vitest';
import { showMarkdown } from './show-markdown';

const quotes: Record<string, string> = { b12: 'The bridge opened in 1932. '.repeat(5).trim(), b14: 'The tunnel.' };
const cite = (id: string) => {
  const quote = quotes[id];
  return quote === undefined ? undefined : { number: Object.keys(quotes).indexOf(id) + 1, quote, place: [] };
};

describe('a citation', () => {
  it('is a button with its number, named by its quote', async () => {
    const screen = await showMarkdown('Opened in 1932 [b12].', { cite });
    const mark = screen.getByRole('button', { name: `Citation 1: ${quotes['b12']?.slice(0, 80)}`, exact: true });
    await expect.element(mark).toHaveTextContent('1');
  });

  it('hands its block and the quote to the panel', async () => {
    const onCite = vi.fn();
    const screen = await showMarkdown('Both [b12, b14] and 【b14】.', { cite, onCite });
    expect(screen.getByRole('button').elements()).toHaveLength(3);
    await screen
      .getByRole('button', { name: /Citation 2/ })
      .first()
      .click();
    expect(onCite).toHaveBeenCalledExactlyOnceWith('b14', 'The tunnel.');
  });

  it('stands for the passage when it is inside a quote', async () => {
    const onCite = vi.fn();
    const screen = await showMarkdown('> The **bridge** opened. [b12]\n', { cite, onCite });
    await screen.getByRole('button', { name: 'Citation 1: The bridge opened.' }).click();
    expect(onCite).toHaveBeenCalledExactlyOnceWith('b12', 'The bridge opened.');
  });

  it('is a plain mark that says so where the page has no such block', async () => {
    const screen = await showMarkdown('Never said [b99].', { cite });
    await expect.element(screen.getByTitle('Not found on the page')).toHaveTextContent('?');
    expect(screen.root.textContent).not.toContain('b99');
    expect(screen.getByRole('button').elements()).toHaveLength(0);
  });

  it('becomes a button once the page is known', async () => {
    const screen = await showMarkdown('Opened [b12].', { cite: () => undefined });
    await expect.element(screen.getByTitle('Not found on the page')).toBeVisible();
    await screen.rerender({ cite });
    await expect.element(screen.getByRole('button', { name: /Citation 1/ })).toBeVisible();
  });
});
