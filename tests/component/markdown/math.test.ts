import { describe, expect, it, vi, onTestFinished } from 'vitest';
import { keepCopyingClean } from '../../../components/markdown/copy/keep-copying-clean';
import { drawFormula } from '../../../components/markdown/math/draw-formula';
import { nextFrame, one, showMarkdown, waitFor } from './show-markdown';

const WIDE = `$$${Array.from({ length: 60 }, (_, index) => `a_{${index}}`).join(' + ')} = 0$$`;

describe('a formula', () => {
  it('is drawn, with MathML beside it for screen readers', async () => {
    const { root } = await showMarkdown('The area is $\\pi r^2$.\n\n$$\n\\int_0^1 x\\,dx\n$$\n');
    await waitFor(root, 'p .katex');
    await waitFor(root, 'figure .katex-display');
    expect(one(root, 'p math msup').textContent).toBe('r2');
    expect(one(root, 'p .katex-html').getAttribute('aria-hidden')).toBe('true');
    expect(one(root, 'figure [role=group]').ariaLabel).toBe('Formula');
    expect(root.textContent).not.toContain('$');
  });

  it('shows its source with the reason where it is wrong, and no red error', async () => {
    const { root } = await showMarkdown('Inline $\\frac{1}$.\n\n$$\n\\nosuchcommand{x}\n$$\n');
    const note = await waitFor(root, 'figure .markdown-code-note');
    expect(note.textContent).toMatch(/^Not drawn as a formula: Undefined control sequence: \\nosuchcommand\.$/);
    expect(one(root, 'figure code').textContent).toBe('\\nosuchcommand{x}');
    expect(one(root, 'p code').textContent).toBe('\\frac{1}');
    expect(one(root, 'p code').title).toMatch(/^Not drawn as a formula: /);
    expect(root.querySelector('.katex-error')).toBeNull();
  });

  it('sets no style attribute that a content policy would refuse', () => {
    const set = vi.spyOn(Element.prototype, 'setAttribute');
    for (const tex of [
      '\\vec{x}',
      '\\fcolorbox{red}{blue}{x}',
      '\\pmb{x}',
      '\\left(\\begin{matrix}1\\\\2\\\\3\\\\4\\\\5\\\\6\\end{matrix}\\right)',
      '\\sqrt{\\frac{1}{2}}',
      '\\angl{n}',
      '\\oiint',
    ]) {
      const formula = drawFormula(tex, true);
      expect(formula.textContent).not.toBe('');
    }
    expect(set.mock.calls.map(([name]) => name).filter((name) => name === 'style')).toEqual([]);
    expect(set.mock.calls.length).toBeGreaterThan(20);
    set.mockRestore();
    expect(one(drawFormula('\\vec{x}', false) as Element, 'svg').style.width).toBe('0.471em');
  });

  it('scrolls sideways inside the message where it is wide', async () => {
    const { root } = await showMarkdown(`${WIDE}\n\nand ${WIDE} inline\n`);
    const block = await waitFor(root, 'figure .katex-display');
    await waitFor(root, 'p .katex-display');
    expect(root.scrollWidth).toBe(root.clientWidth);
    for (const scroller of root.querySelectorAll('.markdown-math')) {
      expect(scroller.scrollWidth).toBeGreaterThan(scroller.clientWidth);
      expect(getComputedStyle(scroller).overflowX).toBe('auto');
    }
    expect(block.getBoundingClientRect().height).toBeGreaterThan(18);
  });

  it('keeps its number and its end clear of the button beside it', async () => {
    const { root } = await showMarkdown(`$$\nx = 1 \\tag{7}\n$$\n\n$$\n${WIDE.replaceAll('$', '')}\n$$\n`);

    await waitFor(root, 'figure .katex-display .katex-tag');
    await expect.poll(() => root.querySelectorAll('figure .katex-display').length).toBe(2);
    for (const figure of root.querySelectorAll('figure')) {
      const button = one(figure, 'button').getBoundingClientRect();
      const formula = one(figure, '.markdown-math').getBoundingClientRect();
      expect(button.width).toBeGreaterThan(20);
      expect(formula.right).toBeLessThanOrEqual(button.left);
    }
  });

  it('is copied as LaTeX, by its button and in a selection that holds any of it', async () => {
    const screen = await showMarkdown('Before $x^2$ between.\n\n$$\n\\frac{a}{b}\n$$\n\nAfter.\n');
    await waitFor(screen.root, 'figure .katex');
    const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    one<HTMLButtonElement>(screen.root, 'button[aria-label="Copy as LaTeX"]').click();
    expect(copied).toHaveBeenCalledWith('\\frac{a}{b}');
    const [first, last] = screen.root.querySelectorAll('p');
    if (first?.firstChild == null || last?.firstChild == null) throw new Error('no text');
    getSelection()?.setBaseAndExtent(first.firstChild, 0, last.firstChild, 5);
    onTestFinished(keepCopyingClean(() => undefined)(screen.root) ?? (() => {}));
    const data = new DataTransfer();
    const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true });
    first.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
    expect(data.getData('text/plain').trim()).toBe('Before $x^2$ between.\n\n$$\n\\frac{a}{b}\n$$\n\nAfter');
    getSelection()?.selectAllChildren(screen.root);
    const all = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true });
    screen.root.dispatchEvent(all);
    expect(data.getData('text/plain')).toContain('Before $x^2$ between.');
    getSelection()?.setBaseAndExtent(first.firstChild, 0, first.firstChild, 6);
    const plain = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true });
    first.dispatchEvent(plain);
    expect(plain.defaultPrevented).toBe(true);
    expect(data.getData('text/plain')).toBe('Before');
  });
});

describe('a formula in a streaming answer', () => {
  it('is held back until it ends, then drawn once', async () => {
    const text = 'So $a + b$ is\n\n$$\nx = \\frac{1}{2}\n$$\n\nend';
    // Whoever asked for a formula before has KaTeX already.
    await waitFor((await showMarkdown('$x$')).root, '.katex');
    const screen = await showMarkdown('', { streaming: true });
    const drawn = new Set<Element>();
    for (let end = 1; end <= text.length; end++) {
      await screen.rerender({ text: text.slice(0, end), streaming: true });
      await nextFrame();
      expect(screen.root.textContent).not.toContain('$');
      for (const formula of screen.root.querySelectorAll('.katex')) drawn.add(formula);
    }
    await screen.rerender({ text, streaming: false });
    expect(drawn.size).toBe(2);
    for (const formula of drawn) expect(screen.root.contains(formula)).toBe(true);
    expect(screen.root.querySelector('.markdown-math-waiting')).toBeNull();
  });
});
