import { describe, expect, it } from 'vitest';
import { nextFrame, one, showMarkdown } from './show-markdown';

describe('Markdown', () => {
  it('draws every kind of block with its own element', async () => {
    const { root } = await showMarkdown(
      '# Top\n\npara **bold** *it* ~~no~~ `code`  \nnext\n\n> quoted\n\n- one\n- [x] two\n\n3. three\n\n---\n\n|a|b|\n|-|-:|\n|1|2|\n',
    );
    expect(one(root, 'h3').textContent).toBe('Top');
    expect(one(root, 'p strong').textContent).toBe('bold');
    expect(one(root, 'p em').textContent).toBe('it');
    expect(one(root, 'p s').textContent).toBe('no');
    expect(one(root, 'p code').textContent).toBe('code');
    expect(one(root, 'p br').nextSibling?.textContent).toContain('next');
    expect(one(root, 'blockquote p').textContent).toBe('quoted');
    expect(one<HTMLOListElement>(root, 'ol').start).toBe(3);
    expect(one(root, 'hr')).toBeVisible();
    expect(one(root, 'td:last-child').textContent).toBe('2');
    expect(getComputedStyle(one(root, 'td:last-child')).textAlign).toBe('right');
  });

  it('starts headings at the third level and goes no deeper than the sixth', async () => {
    const { root } = await showMarkdown('# 1\n## 2\n### 3\n#### 4\n##### 5\n###### 6\n');
    const tags = [...root.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((heading) => heading.localName);
    expect(tags).toEqual(['h3', 'h4', 'h5', 'h6', 'h6', 'h6']);
  });

  it('shows tasks as boxes that can not be clicked', async () => {
    const { root } = await showMarkdown('- [x] done\n- [ ] open\n');
    const boxes = [...root.querySelectorAll('input')];
    expect(boxes.map((box) => box.checked)).toEqual([true, false]);
    expect(boxes.every((box) => box.disabled)).toBe(true);
  });

  it('lets each paragraph find its own direction and keeps code left to right', async () => {
    const { root } = await showMarkdown('مرحبا بالعالم\n\nhello\n\n```\ncode\n```\n');
    const [arabic, english] = root.querySelectorAll('p');
    expect(arabic && getComputedStyle(arabic).direction).toBe('rtl');
    expect(english && getComputedStyle(english).direction).toBe('ltr');
    expect(getComputedStyle(one(root, 'figure')).direction).toBe('ltr');
  });

  it('never grows wider than its place', async () => {
    const wide = 'w'.repeat(400);
    const table = `|${'col|'.repeat(30)}\n|${'-|'.repeat(30)}\n|${'cell|'.repeat(30)}\n`;
    const { root } = await showMarkdown(
      `${wide}\n\n- ${wide}\n\n> ${wide}\n\n\`${wide}\`\n\n\`\`\`\n${wide}\n\`\`\`\n\n${table}`,
    );
    expect(root.scrollWidth).toBe(root.clientWidth);
    const scroller = one(root, '.markdown-table [role=group]');
    expect(scroller.scrollWidth).toBeGreaterThan(scroller.clientWidth);
    expect(scroller.tabIndex).toBe(0);
  });
});

describe('a streaming answer', () => {
  const start = 'First **para**.\n\n- one\n- two';
  const rest = [
    ' and',
    ' more\n',
    '\nNext `co',
    'de` **b',
    'old**\n\n# He',
    'ad\n\n```js\nlet',
    ' a;\n',
    '```\n\nlast',
  ];

  it('keeps the DOM nodes of what was there, to the end', async () => {
    const screen = await showMarkdown(start, { streaming: true });
    const before = [...screen.root.querySelectorAll('p, strong, ul, li')];
    expect(before).toHaveLength(7);
    let text = start;
    for (const more of rest) {
      text += more;
      await screen.rerender({ text, streaming: true });
      await nextFrame();
    }
    await screen.rerender({ text, streaming: false });
    const after = [...screen.root.querySelectorAll('p, strong, ul, li')];
    for (const [index, node] of before.entries()) expect(after[index]).toBe(node);
    expect(one(screen.root, 'h3').textContent).toBe('Head');
    expect(screen.root.lastElementChild?.lastElementChild?.textContent).toBe('last');
  });

  it('ends with the very DOM of the same text rendered at once', async () => {
    const text = start + rest.join('');
    const streamed = await showMarkdown('', { streaming: true });
    for (let end = 1; end <= text.length; end += 3) {
      await streamed.rerender({ text: text.slice(0, end), streaming: true });
      await nextFrame();
    }
    await streamed.rerender({ text, streaming: false });
    const whole = await showMarkdown(text);
    expect(streamed.root.isEqualNode(whole.root)).toBe(true);
  });

  it('leaves a selection alone while text is added behind it', async () => {
    const screen = await showMarkdown('Select these words and', { streaming: true });
    const text = one(screen.root, 'p').firstChild;
    if (text === null) throw new Error('no text');
    getSelection()?.setBaseAndExtent(text, 7, text, 18);
    await screen.rerender({ text: 'Select these words and go on', streaming: true });
    await expect.element(screen.getByText(/go on/)).toBeVisible();
    expect(getSelection()?.toString()).toBe('these words');
  });

  it('shows the first chunk within two frames', async () => {
    const screen = await showMarkdown('', { streaming: true });
    await screen.rerender({ text: 'Hello', streaming: true });
    await nextFrame();
    await nextFrame();
    expect(screen.root.textContent).toContain('Hello');
  });

  it('starts anew when the text is another one', async () => {
    const screen = await showMarkdown('one **two', { streaming: true });
    await screen.rerender({ text: 'Other', streaming: false });
    expect(screen.root.textContent?.trim()).toBe('Other');
  });
});
