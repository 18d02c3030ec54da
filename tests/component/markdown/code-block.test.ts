import type Prism from 'prismjs';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { CODE_KINDS } from '../../../components/markdown/highlight/code-kinds';
import { nextFrame, one, showMarkdown } from './show-markdown';

/** The texts that a highlight paints at present. */
function painted(name: string): readonly string[] {
  const ranges = [...(CSS.highlights.get(`code-${name}`) ?? [])];
  return ranges.map(({ startContainer, startOffset, endOffset }) =>
    (startContainer.textContent ?? '').slice(startOffset, endOffset),
  );
}

/** How many ranges are registered for all kinds. */
function paintedRanges(): number {
  return CODE_KINDS.reduce((sum, kind) => sum + (CSS.highlights.get(`code-${kind}`)?.size ?? 0), 0);
}

const lines = (count: number, line = 'let a;') => `${line}\n`.repeat(count);
const fenced = (code: string, language = 'js') => `\`\`\`${language}\n${code}\`\`\`\n`;

const emulate = (media: object) =>
  (cdp() as unknown as { send(method: string, parameters: object): Promise<void> }).send(
    'Emulation.setEmulatedMedia',
    media,
  );

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  window.scrollTo(0, 0);
});

describe('a code block', () => {
  it('shows its language as people write it, its file and its text', async () => {
    const { root } = await showMarkdown('```py title="src/x.py"\ndef f(): pass\n```\n');
    expect(one(root, 'figcaption').textContent).toContain('Python');
    expect(one(root, '.markdown-code-title').textContent).toBe('src/x.py');
    expect(one(root, 'pre code').textContent).toBe('def f(): pass');
    expect(one(root, 'figure').ariaLabel).toBe('Code: src/x.py');
  });

  it('shows the same nodes for the same text however it came', async () => {
    const text = fenced(lines(50) + 'end\n\n');
    const screen = await showMarkdown('', { streaming: true });
    for (let end = 1; end < text.length; end += 37) {
      await screen.rerender({ text: text.slice(0, end), streaming: true });
    }
    await screen.rerender({ text, streaming: false });
    const whole = await showMarkdown(text);
    expect(one(screen.root, 'code').isEqualNode(one(whole.root, 'code'))).toBe(true);
    expect(one(screen.root, 'code').textContent).toBe(lines(50) + 'end\n');
    expect(one(screen.root, 'code').children).toHaveLength(4);
  });

  it('keeps a selection while it grows', async () => {
    const screen = await showMarkdown('```js\nlet first;\n', { streaming: true });
    const text = one(screen.root, '.markdown-code-piece').firstChild;
    if (text === null) throw new Error('no text');
    getSelection()?.setBaseAndExtent(text, 4, text, 9);
    await screen.rerender({ text: fenced(`let first;\n${lines(40)}`), streaming: false });
    await vi.waitFor(() => expect(painted('keyword').length).toBeGreaterThan(1));
    expect(getSelection()?.toString()).toBe('first');
  });
});

describe('colours', () => {
  it('come once the fence is closed, without nodes, and go with the block', async () => {
    const screen = await showMarkdown('```py\ndef f():\n', { streaming: true });
    await nextFrame();
    await nextFrame();
    expect(painted('keyword')).toEqual([]);
    await screen.rerender({ text: '```py\ndef f():\n  return 1\n```\n', streaming: true });
    await vi.waitFor(() => expect(painted('keyword')).toEqual(['def', 'return']));
    expect(painted('function')).toEqual(['f']);
    expect(one(screen.root, '.markdown-code-piece').childNodes).toHaveLength(1);
    await screen.unmount();
    expect(paintedRanges()).toBe(0);
  });

  it('are looked for once for a finished block, never before, never again', async () => {
    await showMarkdown(fenced('1\n')).then(async ({ unmount }) => {
      await vi.waitFor(() => expect(painted('number')).toEqual(['1']));
      await unmount();
    });
    const tokenize = vi.spyOn((globalThis as unknown as { Prism: typeof Prism }).Prism, 'tokenize');
    const code = 'const once = 1;\n';
    const looks = () => tokenize.mock.calls.filter(([text]) => text.includes('once')).length;
    const screen = await showMarkdown('', { streaming: true });
    const text = fenced(code);
    for (let end = 1; end < text.length - 3; end++) {
      await screen.rerender({ text: text.slice(0, end), streaming: true });
    }
    await nextFrame();
    expect(looks()).toBe(0);
    for (const more of ['', '\nmore', '\nmore text\n\nand', '\nmore text\n\nand an end']) {
      await screen.rerender({ text: text + more, streaming: true });
      await nextFrame();
    }
    await vi.waitFor(() => expect(painted('number')).toEqual(['1']));
    await screen.rerender({ text: `${text}\nmore text\n\nand an end`, streaming: false });
    await nextFrame();
    await screen.unmount();
    const again = await showMarkdown(text);
    await vi.waitFor(() => expect(painted('number')).toEqual(['1']));
    await again.getByRole('button', { name: 'Wrap lines' }).click();
    await nextFrame();
    expect(looks()).toBe(1);
  });

  it('are on the lines near the view alone, and follow it', async () => {
    const long = Array.from({ length: 400 }, (_, n) => `let v${n} = ${n};\n`).join('');
    const screen = await showMarkdown(`${fenced(long)}\n${'Text.\n\n'.repeat(200)}`);
    await vi.waitFor(() => expect(painted('number')).toContain('0'));
    // It is folded: what is cut off costs nothing.
    expect(paintedRanges()).toBeLessThan(150);
    await screen.getByRole('button', { name: 'Show all 400 lines' }).click();
    await vi.waitFor(() => expect(painted('number')).toContain('40'));
    expect(paintedRanges()).toBeLessThan(300);
    window.scrollTo(0, 5000);
    await vi.waitFor(() => expect(painted('number')).toContain('260'));
    expect(painted('number')).not.toContain('0');
    expect(paintedRanges()).toBeLessThan(300);
    window.scrollTo(0, document.body.scrollHeight);
    await vi.waitFor(() => expect(paintedRanges()).toBe(0));
    window.scrollTo(0, 0);
    await vi.waitFor(() => expect(painted('number')).toContain('0'));
    await screen.unmount();
    expect(paintedRanges()).toBe(0);
  });

  it('go on from piece to piece', async () => {
    await showMarkdown(fenced(`/*${lines(20, ' words')}*/\n`));
    await vi.waitFor(() => expect(painted('comment')).toHaveLength(2));
    expect(painted('comment').join('')).toContain(`/*${lines(20, ' words')}*/`);
  });

  it('stay away in a language nobody knows', async () => {
    const { root } = await showMarkdown('```klingon\nif else return\n```\n');
    await nextFrame();
    expect(one(root, 'pre code').textContent).toBe('if else return');
    expect(paintedRanges()).toBe(0);
  });
});

/** Relative luminance and contrast of WCAG 2.2. */
function luminance([red, green, blue]: readonly number[]): number {
  const linear = (value = 0) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function contrast(one: readonly number[], other: readonly number[]): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Red, green, blue and alpha of a computed colour, from 0 to 1. */
function channels(color: string): readonly number[] {
  const numbers = (color.match(/[\d.]+/g) ?? []).map(Number);
  if (color.startsWith('color(srgb')) return [...numbers.slice(0, 3), numbers[3] ?? 1];
  return [...numbers.slice(0, 3).map((value) => value / 255), numbers[3] ?? 1];
}

function over([red = 0, green = 0, blue = 0, alpha = 1]: readonly number[], below: readonly number[]) {
  return [red, green, blue].map((value, index) => value * alpha + (below[index] ?? 0) * (1 - alpha));
}

describe.each(['light', 'dark'] as const)('every colour of code in the %s theme', (theme) => {
  it.each(CODE_KINDS)('has a contrast of 4.5 or more: %s', async (kind) => {
    document.documentElement.dataset['theme'] = theme;
    const { root } = await showMarkdown(fenced('x\n'));
    const ground = channels(getComputedStyle(one(root, 'figure')).backgroundColor);
    const style = getComputedStyle(one(root, '.markdown-code-piece'), `::highlight(code-${kind})`);
    expect(style.color).not.toBe(getComputedStyle(one(root, 'code')).color);
    expect(contrast(channels(style.color), over(channels(style.backgroundColor), ground))).toBeGreaterThanOrEqual(
      4.5,
    );
    delete document.documentElement.dataset['theme'];
  });
});

it.each([
  ['the system’s own colours', { features: [{ name: 'forced-colors', value: 'active' }] }],
  ['print', { media: 'print' }],
])('code is plain in %s', async (_name, media) => {
  const { root } = await showMarkdown(fenced(lines(60)));
  await emulate(media);
  onTestFinished(() => emulate({ media: '', features: [] }));
  const piece = one(root, '.markdown-code-piece');
  for (const kind of CODE_KINDS) {
    const style = getComputedStyle(piece, `::highlight(code-${kind})`);
    expect(style.color).toBe(getComputedStyle(piece).color);
    expect(channels(style.backgroundColor)[3]).toBe(0);
  }
  if ('media' in media) {
    const pre = one(root, 'pre');
    expect(pre.clientHeight).toBe(pre.scrollHeight);
    expect(one(root, '.markdown-code-tools').checkVisibility()).toBe(false);
  }
});

describe('long code', () => {
  it('is cut to some lines and shown whole when asked for, by the keyboard too', async () => {
    const { root, getByRole } = await showMarkdown(fenced(lines(60)));
    const pre = one(root, 'pre');
    const more = getByRole('button', { name: 'Show all 60 lines' });
    await expect.element(more).toHaveAttribute('aria-expanded', 'false');
    const cut = pre.clientHeight;
    expect(cut).toBeLessThan(pre.scrollHeight / 2);
    more.element().focus();
    const top = pre.getBoundingClientRect().top;
    await userEvent.keyboard('{Enter}');
    await expect.element(getByRole('button', { name: 'Show fewer lines' })).toHaveFocus();
    expect(pre.clientHeight).toBe(pre.scrollHeight);
    expect(pre.getBoundingClientRect().top).toBe(top);
    await userEvent.keyboard('{Enter}');
    await expect.element(more).toHaveFocus();
    expect(pre.clientHeight).toBe(cut);
  });

  it.each([false, true])('never shrinks while it is written (wrapped: %s)', async (wrapCode) => {
    const line = wrapCode ? `let x = ${'a + '.repeat(30)}1;\n` : 'let x = 1;\n';
    const screen = await showMarkdown('', { streaming: true, wrapCode, onWrapCode: () => {} });
    let height = 0;
    let text = '```js\n';
    for (let count = 1; count <= 40; count++) {
      text += line;
      await screen.rerender({ text, streaming: true });
      await nextFrame();
      const now = one(screen.root, 'figure').getBoundingClientRect().height;
      expect(now).toBeGreaterThanOrEqual(height);
      height = now;
    }
    await screen.rerender({ text: `${text}\`\`\`\n`, streaming: true });
    await screen.rerender({ text: `${text}\`\`\`\n`, streaming: false });
    await nextFrame();
    expect(one(screen.root, 'figure').getBoundingClientRect().height).toBe(height);
    await expect.element(screen.getByRole('button', { name: 'Show all 40 lines' })).toBeVisible();
  });

  it('of 24 lines stands open', async () => {
    const { root } = await showMarkdown(fenced(lines(24)));
    await nextFrame();
    expect(one(root, 'pre').clientHeight).toBe(one(root, 'pre').scrollHeight);
    expect(root.querySelector('.markdown-code-more')).toBeNull();
  });

  it('opens when something in it is scrolled to, which stays where it came to be', async () => {
    const { root } = await showMarkdown(`${'Text.\n\n'.repeat(30)}${fenced(lines(100))}${'Text.\n\n'.repeat(60)}`);
    await vi.waitFor(() => one(root, '.markdown-code-more'));
    const last = root.querySelectorAll('.markdown-code-piece')[5];
    last?.scrollIntoView({ block: 'center' });
    const top = last?.getBoundingClientRect().top ?? 0;
    await vi.waitFor(() => expect(one(root, 'pre').clientHeight).toBe(one(root, 'pre').scrollHeight));
    await nextFrame();
    expect(last?.getBoundingClientRect().top).toBeCloseTo(top, 0);
  });

  it('is folded by a button that stays under the pointer', async () => {
    const { root, getByRole } = await showMarkdown(
      `${'Text.\n\n'.repeat(30)}${fenced(lines(100))}${'Text.\n\n'.repeat(60)}`,
    );
    await getByRole('button', { name: 'Show all 100 lines' }).click();
    const fewer = getByRole('button', { name: 'Show fewer lines' });
    fewer.element().scrollIntoView({ block: 'center' });
    const top = fewer.element().getBoundingClientRect().top;
    one(root, '.markdown-code-more').click();
    const more = getByRole('button', { name: 'Show all 100 lines' });
    await expect.element(more).toBeVisible();
    await nextFrame();
    expect(more.element().getBoundingClientRect().top).toBeCloseTo(top, 0);
  });
});

describe('the tools of code', () => {
  it('wrap long lines in every block, and the button stays in its place', async () => {
    const wide = `let ${'w'.repeat(200)};\n`;
    const { root, getByRole } = await showMarkdown(fenced(wide) + fenced(wide) + 'Text.\n\n'.repeat(60));
    const [first, second] = root.querySelectorAll('pre');
    const wrap = getByRole('button', { name: 'Wrap lines' }).nth(1);
    await expect.element(wrap).toHaveAttribute('aria-pressed', 'false');
    expect(first?.scrollWidth).toBeGreaterThan(first?.clientWidth ?? 0);
    wrap.element().scrollIntoView({ block: 'center' });
    const top = wrap.element().getBoundingClientRect().top;
    await wrap.click();
    await expect.element(wrap).toHaveAttribute('aria-pressed', 'true');
    await nextFrame();
    expect(wrap.element().getBoundingClientRect().top).toBeCloseTo(top, 0);
    for (const pre of [first, second]) expect(pre?.scrollWidth).toBe(pre?.clientWidth);
    await wrap.click();
    expect(first?.scrollWidth).toBeGreaterThan(first?.clientWidth ?? 0);
  });

  it('copy the code, say so, and take it back after a while', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const screen = await showMarkdown('```js\nlet a;\nlet b;\n```\n');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await screen.getByRole('button', { name: 'Copy code' }).click();
    expect(write).toHaveBeenCalledExactlyOnceWith('let a;\nlet b;');
    await expect.element(screen.getByRole('status')).toHaveTextContent('Code copied.');
    expect(screen.root.querySelector('.markdown-copy-done')).not.toBeNull();
    vi.advanceTimersByTime(4000);
    vi.useRealTimers();
    await expect.element(screen.getByRole('status')).toHaveTextContent('');
    expect(screen.root.querySelector('.markdown-copy-done')).toBeNull();
  });

  it('say so when the browser refuses to copy', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    const screen = await showMarkdown('```\nx\n```\n');
    await screen.getByRole('button', { name: 'Copy code' }).click();
    await expect.element(screen.getByRole('status')).toHaveTextContent('The browser refused to copy.');
  });

  it('save the code under the name of its file', async () => {
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
    const screen = await showMarkdown('```python:src/app.py\nx = 1\n```\n');
    await screen.getByRole('button', { name: 'Download code' }).click();
    const [link] = click.mock.contexts;
    if (!(link instanceof HTMLAnchorElement)) throw new Error('no link');
    expect(link.download).toBe('app.py');
    expect(await (await fetch(link.href)).text()).toBe('x = 1\n');
  });
});
