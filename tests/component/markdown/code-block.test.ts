import { afterEach, describe, expect, it, vi } from 'vitest';
import { LANGUAGE_NAMES } from '../../../components/markdown/highlight/languages';
import { codeSpans } from '../../../components/markdown/highlight/code-tokens';
import { one, showMarkdown } from './show-markdown';

/** The texts that a highlight paints at present. */
function painted(name: string): readonly string[] {
  const ranges = [...(CSS.highlights.get(name) ?? [])];
  return ranges.map(({ startContainer, startOffset, endOffset }) =>
    (startContainer.textContent ?? '').slice(startOffset, endOffset),
  );
}

afterEach(() => vi.restoreAllMocks());

describe('a code block', () => {
  it('shows its language and its text', async () => {
    const { root } = await showMarkdown('```python title="x"\ndef f(): pass\n```\n');
    expect(one(root, 'figcaption').textContent).toContain('python');
    expect(one(root, 'pre code').textContent).toBe('def f(): pass');
  });

  it('is coloured without extra nodes once it is closed, and gives the colours back', async () => {
    const screen = await showMarkdown('```py\ndef f():\n', { streaming: true });
    expect(painted('code-keyword')).toEqual([]);
    await screen.rerender({ text: '```py\ndef f():\n  return 1\n```\n', streaming: true });
    await vi.waitFor(() => expect(painted('code-keyword')).toEqual(['def', 'return']));
    expect(painted('code-function')).toEqual(['f']);
    expect(one(screen.root, 'pre code').childNodes).toHaveLength(1);
    await screen.unmount();
    expect(painted('code-keyword')).toEqual([]);
  });

  it('stays plain in a language nobody knows', async () => {
    const { root } = await showMarkdown('```klingon\nif else return\n```\n');
    expect(one(root, 'pre code').textContent).toBe('if else return');
    expect(await codeSpans('if else return', 'klingon')).toEqual([]);
  });

  it('copies its text and says so', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const screen = await showMarkdown('```js\nlet a;\nlet b;\n```\n');
    await screen.getByRole('button', { name: 'Copy code' }).click();
    expect(write).toHaveBeenCalledExactlyOnceWith('let a;\nlet b;');
    await expect.element(screen.getByRole('status')).toHaveTextContent('Code copied.');
  });

  it('says so when the browser refuses to copy', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    const screen = await showMarkdown('```\nx\n```\n');
    await screen.getByRole('button', { name: 'Copy code' }).click();
    await expect.element(screen.getByRole('status')).toHaveTextContent('The browser refused to copy.');
  });
});

describe('highlighting', () => {
  it.each(LANGUAGE_NAMES.filter((name) => name !== 'clike' && name !== 'markup-templating'))(
    'loads %s and finds something to colour',
    async (name) => {
      const code =
        '<!-- c --> # c\n; c\nFROM x\n@a "s" \'t\' 1 true { key: 2; } [s]\nk = "v"\nif (x) return fn(1) // c\n';
      expect(await codeSpans(code, name)).not.toEqual([]);
    },
  );

  it('gives spans that do not overlap and stay in the code', async () => {
    const code = 'const a = `x ${f(1)} y`; // done\nclass B extends C {}';
    const spans = await codeSpans(code, 'ts');
    let end = 0;
    for (const span of spans) {
      expect(span.start).toBeGreaterThanOrEqual(end);
      end = span.end;
    }
    expect(end).toBeLessThanOrEqual(code.length);
  });
});

describe('a table', () => {
  it('copies itself as CSV', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const screen = await showMarkdown('| a | b |\n|---|---|\n| **1** | x, "y" |\n');
    await screen.getByRole('button', { name: 'Copy as CSV' }).click();
    expect(write).toHaveBeenCalledExactlyOnceWith('a,b\r\n1,"x, ""y"""\r\n');
  });
});
