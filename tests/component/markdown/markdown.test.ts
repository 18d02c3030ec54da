import '../../../components/ui/theme.css';
import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Markdown from '../../../components/markdown/Markdown.svelte';

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

describe('Markdown', () => {
  it('draws every kind of block with its own element', async () => {
    const text =
      '# Top\n\npara **bold** *it* ~~no~~ `code`\n\n> quoted\n\n- one\n- [x] two\n\n3. three\n\n---\n\n```js\nlet a;\n```\n\n|a|b|\n|-|-:|\n|1|2|\n';
    const { container } = await render(Markdown, { text, streaming: false });
    expect(container.querySelector('h3')?.textContent).toBe('Top');
    expect(container.querySelector('p strong')?.textContent).toBe('bold');
    expect(container.querySelector('p em')?.textContent).toBe('it');
    expect(container.querySelector('p s')?.textContent).toBe('no');
    expect(container.querySelector('p code')?.textContent).toBe('code');
    expect(container.querySelector('blockquote p')?.textContent).toBe('quoted');
    expect(container.querySelector<HTMLInputElement>('li input')?.checked).toBe(true);
    expect(container.querySelector<HTMLInputElement>('li input')?.disabled).toBe(true);
    expect(container.querySelector('ol')?.start).toBe(3);
    expect(container.querySelector('hr')).not.toBeNull();
    expect(container.querySelector('pre code')?.textContent).toBe('let a;');
    expect(container.querySelector('td:last-child')?.textContent).toBe('2');
  });

  it('keeps the DOM nodes of earlier blocks while the text grows', async () => {
    const screen = await render(Markdown, { text: 'First **para**.\n\n- one\n- two', streaming: true });
    await vi.waitFor(() => expect(screen.container.querySelectorAll('li')).toHaveLength(2));
    const before = [...screen.container.querySelectorAll('p, strong, ul, li')];
    let text = 'First **para**.\n\n- one\n- two';
    for (const more of [' and', ' more\n', '\nNext `co', 'de` **b', 'old**\n\n# He', 'ad\n\nlast']) {
      text += more;
      await screen.rerender({ text, streaming: true });
      await nextFrame();
    }
    await screen.rerender({ text, streaming: false });
    await expect.element(screen.getByRole('heading', { name: 'Head' })).toBeVisible();
    const after = [...screen.container.querySelectorAll('p, strong, ul, li')];
    expect(after.slice(0, before.length)).toEqual(before);
    for (const [index, node] of before.entries()) expect(after[index]).toBe(node);
  });
});
