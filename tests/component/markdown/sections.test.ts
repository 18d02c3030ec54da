import { describe, expect, it } from 'vitest';
import { createReadMarkdown } from '../../../components/markdown/read-markdown';
import { showMarkdown } from './show-markdown';

const paragraphs = (count: number) => Array.from({ length: count }, (_, n) => `Paragraph ${n}.\n\n`).join('');

describe('sections', () => {
  it('stay the same objects while text is added behind them', () => {
    const read = createReadMarkdown();
    const before = read(paragraphs(40), true);
    const after = read(paragraphs(41), true);
    expect(before).toHaveLength(3);
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
    expect(after[0]).toBe(before[0]);
    expect(after[1]).toBe(before[1]);
    expect(after[2]).not.toBe(before[2]);
  });

  it('cost no layout when they are full and far away, and leave their room', async () => {
    const { root } = await showMarkdown(paragraphs(400));
    const sections = [...root.children].filter((section) => section instanceof HTMLElement);
    const far = sections.at(-2);
    expect(far && getComputedStyle(far).contentVisibility).toBe('auto');
    expect(far?.firstElementChild?.checkVisibility({ contentVisibilityAuto: true })).toBe(false);
    const near = sections[0]?.offsetHeight ?? 0;
    expect(Math.abs((far?.offsetHeight ?? 0) - near)).toBeLessThan(near * 0.15);
  });
});
