import { describe, expect, it } from 'vitest';
import { one, showMarkdown } from './show-markdown';

describe('footnotes', () => {
  const TEXT = 'A claim[^1] and one without a note[^2].\n\n[^1]: Its ground.\n';

  it('lead there and back by focus, without an address or an id', async () => {
    const { root } = await showMarkdown(TEXT);
    // Another answer with the same label comes first in the document.
    await showMarkdown(TEXT);
    const there = one<HTMLButtonElement>(root, '.footnote-reference button');
    expect(there.ariaLabel).toBe('Footnote 1');
    there.click();
    const back = one<HTMLButtonElement>(root, '.markdown-footnote button');
    expect(document.activeElement).toBe(back);
    expect(back.ariaLabel).toBe('Back to footnote 1 in the text');
    back.click();
    expect(document.activeElement).toBe(there);
    expect(location.hash).toBe('');
    expect(root.querySelector('[id]')).toBeNull();
    expect([...root.querySelectorAll('sup')].map((mark) => mark.querySelector('button') !== null)).toEqual([
      true,
      false,
    ]);
  });
});

describe('what HTML and quotes may say', () => {
  it('is a line break, raised, lowered and a key, as our own elements', async () => {
    const { root } = await showMarkdown('H<sub>2</sub>O, x<sup>2</sup>, <kbd>Ctrl</kbd>\n\n|a|\n|-|\n|1<br>2|\n');
    expect([...root.querySelectorAll('sub, sup, kbd')].map(({ localName }) => localName)).toEqual([
      'sub',
      'sup',
      'kbd',
    ]);
    expect(one(root, 'td br').nextSibling?.textContent).toBe('2');
  });

  it('is a named quote that is no notice of ours', async () => {
    const { root } = await showMarkdown('> [!WARNING]\n> Your key has expired.\n');
    const quote = one(root, 'blockquote');
    expect([...quote.querySelectorAll('p')].map((line) => line.textContent)).toEqual([
      'Warning',
      'Your key has expired.',
    ]);
    expect(root.querySelector('[role=alert], [role=status]:not(:empty), button')).toBeNull();
  });
});

describe('a named quote', () => {
  it('runs as its own words do, its name with them', async () => {
    const { root } = await showMarkdown('> [!WARNING]\n> هذا ما كتبه النموذج.\n');
    const quote = one(root, 'blockquote');
    expect(getComputedStyle(quote).direction).toBe('rtl');
    const name = document.createRange();
    name.selectNodeContents(one(quote, '.markdown-alert'));
    const [box, words] = [quote.getBoundingClientRect(), name.getBoundingClientRect()];
    expect(box.right - words.right).toBeLessThan(20);
  });
});
