import { describe, expect, it } from 'vitest';
import { one, showMarkdown, waitFor } from './show-markdown';

const tokens = (root: ParentNode) =>
  [...root.querySelectorAll('.hidden-characters')].map((token) => token.textContent);

describe('hidden characters in an answer', () => {
  it('are tokens in running text, wherever it stands', async () => {
    const { root } = await showMarkdown(
      'a\u202Eb *c\u2066d*\n\n# e\u202Ef\n\n- g\u200B\u200Bh\n\n| i\u202Ej |\n|---|\n| [k\u202El](https://a.example) |\n',
    );
    expect(tokens(root)).toEqual(['U+202E', 'U+2066', 'U+202E', 'U+200B ×2', 'U+202E', 'U+202E']);
    expect(root.textContent).not.toMatch(/[\u202E\u2066\u200B]/);
  });

  it('are brackets in code, and copying code leaves them out', async () => {
    const { root } = await showMarkdown('`a\u202Eb`\n\n```js\nlet x = "\u2066y";\n```\n');
    expect(one(root, 'p code').textContent).toBe('a[U+202E]b');
    expect(one(root, 'pre').textContent).toBe('let x = "[U+2066]y";');
    expect(one(root, 'figure').textContent).toContain('Copying leaves them out');
  });

  it('are named in images, tooltips and languages of code', async () => {
    const { root } = await showMarkdown(
      '![a\u202Eb](https://a.example/x.png "c\u202Ed")\n\n```j\u202Es\nx\n```\n',
    );
    expect(one(root, '.image-chip-alt').textContent).toBe('a[U+202E]b');
    expect(one(root, '.markdown-code-language').textContent).toBe('j[U+202E]s');
    expect(root.textContent + one<HTMLAnchorElement>(root, 'a').title).not.toContain('\u202E');
  });

  it('keep a formula from being drawn, however they are written', async () => {
    for (const tex of ['\\text{a\u202Eb}', 'a \\char"202E b']) {
      const { root, unmount } = await showMarkdown(`$${tex}$`);
      const source = await waitFor(root, '.markdown-math-source[title]');
      expect(source.title).toMatch(/hidden characters|char is not allowed/);
      expect(root.textContent).not.toContain('\u202E');
      await unmount();
    }
  });

  it('do not keep a selection from being copied clean', async () => {
    const { root } = await showMarkdown('pay\u202Eload');
    getSelection()?.selectAllChildren(one(root, 'p'));
    expect(getSelection()?.toString()).toBe('payload');
  });

  it('leave Persian, Hindi and emoji as they are', async () => {
    const text = 'می‌خواهم क्‍ष 👩🏽‍🚀 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿';
    const { root } = await showMarkdown(text);
    expect(tokens(root)).toEqual([]);
    expect(root.textContent).toBe(text);
  });
});
