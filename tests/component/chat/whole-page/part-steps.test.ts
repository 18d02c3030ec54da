import '../../../../components/ui/theme.css';
import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import PartSteps from '../../../../components/chat/whole-page/PartSteps.svelte';
import type { FindingPart } from '../../../../lib/domain/whole-page/finding';
import { block, snapshotRow } from '../../../support/rows';

const heading = block('b1', 'Early history', { kind: 'heading' });
const page = snapshotRow('s', [
  heading,
  block('b2', 'x'),
  block('b3', 'y', { headings: ['Later'] }),
  block('b4', 'z'),
]);
const plan = {
  blocks: 4,
  parts: [
    { from: 0, to: 2 },
    { from: 2, to: 3 },
    { from: 3, to: 4 },
  ],
};
const read: FindingPart = { type: 'finding', part: 0, state: 'read', text: 'It opened in 1932 [b2].' };
const failed: FindingPart = { type: 'finding', part: 1, state: 'failed', text: '', error: { kind: 'timeout' } };

async function show(findings: readonly FindingPart[], more: { live?: boolean; answered?: boolean } = {}) {
  const [onstop, ongoon] = [vi.fn(), vi.fn()];
  const { live = false, answered = false } = more;
  const screen = await render(PartSteps, { plan, findings, page, live, answered, onstop, ongoon });
  const items = () =>
    screen
      .getByRole('listitem')
      .elements()
      .map((item) => item.textContent.replace(/\s+/g, ' ').trim());
  return { screen, items, onstop, ongoon };
}

describe('the steps of an answer over a whole page', () => {
  it('name each part by its heading and say what has come of it', async () => {
    const { screen, items, onstop } = await show([read], { live: true });
    await expect.element(screen.getByText('Reading the page: 1 of 3 parts read')).toBeVisible();
    expect(items()).toEqual([
      expect.stringMatching(/^Part 1: Early history read/),
      'Part 2: Later waiting',
      'Part 3 waiting',
    ]);
    await screen.getByRole('button', { name: 'Stop reading' }).click();
    expect(onstop).toHaveBeenCalledOnce();
  });

  it('show what was noted of a part, without marks', async () => {
    const { screen } = await show([read]);
    await screen.getByText('Early history').click();
    await expect.element(screen.getByText('It opened in 1932.')).toBeVisible();
  });

  it('offer to go on without what failed, once nothing is being read', async () => {
    const { screen, ongoon } = await show([read, failed, { ...read, part: 2 }]);
    await screen.getByRole('button', { name: 'Go on without part 2' }).click();
    expect(ongoon).toHaveBeenCalledOnce();
    expect(screen.getByRole('button', { name: 'Stop reading' }).query()).toBeNull();
  });

  it('fold once the answer is there', async () => {
    const { screen } = await show(
      [0, 1, 2].map((part) => ({ ...read, part })),
      { answered: true },
    );
    await expect.element(screen.getByText('Answered from all 3 parts of the page')).toBeVisible();
    expect(screen.getByRole('list').query()).toBeNull();
  });
});
