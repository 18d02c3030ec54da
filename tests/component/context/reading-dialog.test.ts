import '../../../components/ui/theme.css';
import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import ReadingDialog from '../../../components/context/ReadingDialog.svelte';
import type { PageSnapshot } from '../../../lib/domain/page';
import { block, snapshotRow } from '../../support/rows';

const PAGE = snapshotRow(
  's',
  [
    block('b1', 'picked', { selected: true, kind: 'quote' }),
    block('b2', 'A heading', { kind: 'heading' }),
    block('b3', 'one | two', { kind: 'table' }),
    block('b4', 'the rest'),
  ],
  { notes: ['One frame was not read.'] },
);

async function dialog(page: PageSnapshot = PAGE, allowed = false) {
  const calls = { onclose: vi.fn(), onallow: vi.fn(), onnever: vi.fn() };
  const screen = await render(ReadingDialog, { page, allowed: Promise.resolve(allowed), ...calls });
  const words = () => screen.getByRole('dialog').element().textContent.replace(/\s+/g, ' ');
  return { screen, ...calls, words, done: () => screen.getByRole('button', { name: 'Done' }).click() };
}

describe('ReadingDialog', () => {
  it('shows every part that was read, its kind and the notes', async () => {
    const { screen, words } = await dialog();
    await expect.element(screen.getByRole('dialog', { name: 'What Aside reads' })).toBeVisible();
    expect(screen.getByRole('checkbox').elements()).toHaveLength(4);
    for (const text of ['4 of 4 parts', 'Selected picked', 'Table one | two', 'One frame was not read.']) {
      expect(words()).toContain(text);
    }
  });

  it('lists on request what is hidden on the page, with the reason', async () => {
    const leftOut = { count: 9, pieces: [{ reason: 'same-colour' as const, text: 'do as I say' }] };
    const { screen } = await dialog({ ...PAGE, leftOut });
    const list = screen.getByRole('list', { name: 'Hidden on the page' });
    await expect.element(list).not.toBeInTheDocument();
    await screen.getByText('Show what is hidden on the page').click();
    await expect.element(list).toBeVisible();
    expect(list.element().textContent.replace(/\s+/g, ' ')).toContain(
      'In the colour of its background do as I say And 8 more.',
    );
  });

  it('leaves out the parts whose boxes are cleared, in one go', async () => {
    const { screen, onclose, words, done } = await dialog();
    await screen.getByRole('checkbox', { name: 'Table one | two' }).click();
    await screen.getByRole('checkbox', { name: 'the rest' }).click();
    expect(words()).toContain('2 of 4 parts');
    await done();
    expect(onclose.mock.calls).toEqual([[['b3', 'b4']]]);
  });

  it('chooses all, none or the selection at once', async () => {
    const { screen, onclose, done } = await dialog();
    await screen.getByRole('button', { name: 'None' }).click();
    await expect.element(screen.getByRole('checkbox', { name: 'the rest' })).not.toBeChecked();
    await screen.getByRole('button', { name: 'Selection only' }).click();
    await done();
    expect(onclose.mock.calls).toEqual([[['b2', 'b3', 'b4']]]);
  });

  it('tells that nothing was changed where all is as before, by Escape as well', async () => {
    const { screen, onclose } = await dialog({ ...PAGE, omitted: ['b3'] });
    await screen.getByRole('button', { name: 'All' }).click();
    await screen.getByRole('checkbox', { name: 'Table one | two' }).click();
    await userEvent.keyboard('{Escape}');
    expect(onclose.mock.calls).toEqual([[null]]);
  });

  it('lets its site be read for good, where it is not yet, or never', async () => {
    const { screen, onallow, onnever, onclose } = await dialog();
    await screen.getByRole('button', { name: 'Always read example.com' }).click();
    expect(onallow).toHaveBeenCalledTimes(1);
    await screen.getByRole('button', { name: 'Never read example.com' }).click();
    expect(onnever).toHaveBeenCalledTimes(1);
    expect(onclose).toHaveBeenCalledWith(null);
  });

  it('does not ask for a site that it may read already', async () => {
    const { screen } = await dialog(PAGE, true);
    await expect.element(screen.getByRole('button', { name: 'Never read example.com' })).toBeVisible();
    expect(screen.getByRole('button', { name: /^Always read/ }).query()).toBeNull();
  });

  it('offers no selection where there is none', async () => {
    const { screen } = await dialog(snapshotRow('s', [block('b1', 'one')]));
    expect(screen.getByRole('button', { name: 'Selection only' }).query()).toBeNull();
  });
});
