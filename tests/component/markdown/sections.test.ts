import { describe, expect, it, vi } from 'vitest';
import { createGrowingText } from '../../../lib/domain/growing-text';
import { createReadMarkdown } from '../../../components/markdown/read-markdown';
import type { Volume } from '../../../components/markdown/sections';
import { showMarkdown } from './show-markdown';

const paragraphs = (count: number) => Array.from({ length: count }, (_, n) => `Paragraph ${n}.\n\n`).join('');

const sectionsOf = (volumes: readonly Volume[]) => volumes.flatMap(({ sections }) => sections);
const plain = (volumes: readonly Volume[]) =>
  sectionsOf(volumes).map(({ blocks }) => blocks.map(({ key, type }) => `${type} ${key}`));

describe('sections', () => {
  it('stay the same objects while text is added behind them', () => {
    const read = createReadMarkdown();
    const [before, after] = [40, 41].map((count) => sectionsOf(read(paragraphs(count), Infinity, true)));
    expect(before).toHaveLength(3);
    expect(after).toHaveLength(3);
    expect(after?.[0]).toBe(before?.[0]);
    expect(after?.[1]).toBe(before?.[1]);
    expect(after?.[2]).not.toBe(before?.[2]);
  });

  it('are in volumes that stay the same objects too, and hold every block once', () => {
    const read = createReadMarkdown();
    const text = createGrowingText();
    let first: Volume | undefined;
    for (let added = 0; added < 1_200; added += 3) {
      text.append(paragraphs(3));
      const [volume] = read(text, Infinity, true);
      if (added === 600) first = volume;
    }
    const whole = read(text, Infinity, false);
    expect(whole).toHaveLength(3);
    expect(first).toBeDefined();
    expect(whole[0]).toBe(first);
    expect(plain(whole)).toEqual(plain(createReadMarkdown()(text.slice(0, text.length), Infinity, false)));
    expect(sectionsOf(whole).flatMap(({ blocks }) => blocks)).toHaveLength(1_200);
  });

  it('are made anew where a link definition that comes late concerns them', () => {
    const read = createReadMarkdown();
    const text = createGrowingText(`${paragraphs(20)}See [this].\n\n${paragraphs(600)}`);
    const before = read(text, Infinity, true);
    text.append('[this]: https://example.com\n\nEnd.\n\nMore.\n\n');
    const after = read(text, Infinity, true);
    expect(after[0]).not.toBe(before[0]);
    expect(sectionsOf(after)[0]).toBe(sectionsOf(before)[0]);
    expect(JSON.stringify(sectionsOf(after)[1])).toContain('https://example.com');
  });

  it('never tell of less height than before', () => {
    const read = createReadMarkdown();
    const text = createGrowingText('Words that go on. '.repeat(100));
    const [before] = sectionsOf(read(text, Infinity, true));
    const [after] = sectionsOf(read('Another text.', Infinity, true));
    text.append('\n\n');
    expect(before?.height).toBeGreaterThan(400);
    expect(after?.height).toBeLessThan(100);
    expect(sectionsOf(createReadMarkdown()(text, Infinity, true))[0]?.height).toBe(before?.height);
  });

  it('cost no layout when they are far away, and leave their room', async () => {
    const { root } = await showMarkdown(paragraphs(400));
    const sections = [...root.children].filter((section) => section instanceof HTMLElement);
    const far = sections.at(-2);
    expect(far && getComputedStyle(far).contentVisibility).toBe('auto');
    expect(far?.firstElementChild?.checkVisibility({ contentVisibilityAuto: true })).toBe(false);
    const near = sections[0]?.offsetHeight ?? 0;
    expect(Math.abs((far?.offsetHeight ?? 0) - near)).toBeLessThan(near * 0.15);
  });

  it('tell when the end is far out of view, and when it comes back', async () => {
    const onfar = vi.fn();
    const { root } = await showMarkdown(paragraphs(400), { onfar });
    await vi.waitFor(() => expect(onfar).toHaveBeenLastCalledWith(true));
    root.lastElementChild?.scrollIntoView({ block: 'end' });
    await vi.waitFor(() => expect(onfar).toHaveBeenLastCalledWith(false));
    root.firstElementChild?.scrollIntoView();
    await vi.waitFor(() => expect(onfar).toHaveBeenLastCalledWith(true));
  });
});
