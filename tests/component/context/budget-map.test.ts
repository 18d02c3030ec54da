import '../../../components/ui/theme.css';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import BudgetMap from '../../../components/context/BudgetMap.svelte';
import { mapOf } from '../../../lib/domain/map/page-map';
import { block, snapshotRow } from '../../support/rows';

const page = snapshotRow(
  's',
  [
    block('b1', 'Prices', { kind: 'heading' }),
    block('b2', 'A ticket is four dollars. '.repeat(40)),
    block('b3', 'Children go free.'),
    block('b4', 'Dogs stay at home. '.repeat(10)),
  ],
  { title: 'Ferry', omitted: ['b3'], kept: ['b4'] },
);
const map = mapOf(page, new Set(['b1', 'b4']));

async function strip(change: 'free' | 'again' | 'none' = 'free') {
  const onswap = vi.fn();
  const screen = await render(BudgetMap, { map, change, onswap });
  const parts = screen.getByRole('toolbar', { name: 'Parts of Ferry' }).getByRole('button');
  const names = () => parts.elements().map((part) => part.getAttribute('aria-label'));
  return { screen, onswap, parts, names, words: () => screen.container.textContent.replace(/\s+/g, ' ') };
}

describe('BudgetMap', () => {
  it('has a segment for each part, as wide as it is long, that says whether it goes', async () => {
    const { parts, names } = await strip();
    expect(names()).toEqual([
      '1 of 4: Prices – Goes along. ≈ 6 tokens',
      expect.stringMatching(/^2 of 4: A ticket is .*… – Stays out for want of room\. ≈ 264 tokens$/),
      '3 of 4: Children go free. – Stays out, as you chose. ≈ 9 tokens',
      expect.stringMatching(/^4 of 4: .* – Goes along, as you chose\. ≈ 52 tokens$/),
    ]);
    expect(parts.elements().map((part) => part.getAttribute('aria-pressed'))).toEqual([
      'true',
      'false',
      'false',
      'true',
    ]);
    const widths = parts.elements().map((part) => part.getBoundingClientRect().width);
    expect(widths[1]).toBeGreaterThan((widths[3] ?? 0) * 3);
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(4);
  });

  it('tells the states apart without colours', async () => {
    const { parts } = await strip();
    const [sent, noRoom, leftOut, kept] = parts.elements().map((part) => getComputedStyle(part));
    const fill = (index: number) =>
      parts.elements()[index]?.firstElementChild?.getBoundingClientRect().height ?? 0;
    expect([fill(0) > 20, fill(1), fill(2), fill(3) > 20]).toEqual([true, 0, 0, true]);
    expect([sent, noRoom, leftOut].map((style) => style?.borderTopStyle)).toEqual(['solid', 'solid', 'dashed']);
    expect(leftOut?.backgroundImage).toContain('repeating-linear-gradient');
    expect(kept?.borderTopWidth).toBe('5px');
  });

  it('is walked by arrows with one stop for Tab, and swaps with a key or a click', async () => {
    const { parts, onswap, words } = await strip();
    await userEvent.tab();
    expect(document.activeElement).toBe(parts.elements()[0]);
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(document.activeElement).toBe(parts.elements()[2]);
    expect(words()).toContain('Stays out, as you chose. ≈ 9 tokens Children go free.');
    await userEvent.keyboard('{End}{ArrowRight}');
    expect(document.activeElement).toBe(parts.elements()[3]);
    await userEvent.keyboard('{Enter}');
    expect(onswap).toHaveBeenLastCalledWith(map.parts[3]);
    await parts.nth(1).click();
    expect(onswap).toHaveBeenLastCalledWith(map.parts[1]);
    expect(parts.elements().map((part) => part.getAttribute('tabindex'))).toEqual(['-1', '0', '-1', '-1']);
  });

  it('says what a change costs, and changes nothing where it cannot', async () => {
    const { screen, words, parts, onswap } = await strip('again');
    expect(words()).toContain('That sends the whole page again with your next question');
    await screen.rerender({ change: 'none' });
    (parts.elements()[1] as HTMLElement).click();
    expect(onswap).not.toHaveBeenCalled();
    expect(parts.elements()[1]?.getAttribute('aria-disabled')).toBe('true');
  });
});
