import '../../../components/ui/theme.css';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import VersionSwitch from '../../../components/chat/VersionSwitch.svelte';

async function arrows(more: Record<string, unknown> = {}) {
  const onversion = vi.fn();
  const screen = await render(VersionSwitch, { version: 1, versions: 3, onversion, ...more });
  const button = (name: string) => screen.getByRole('button', { name, exact: true });
  const steps = () => onversion.mock.calls.map(([by]: { step: number }[]) => by?.step);
  return { screen, button, steps };
}

describe('the arrows between versions', () => {
  it('step, and not beyond the first and the last', async () => {
    const { screen, button, steps } = await arrows();
    await expect.element(screen.getByText('1 of 3')).toBeVisible();
    await expect.element(button('Previous version')).toBeDisabled();
    await button('Next version').click();
    await screen.rerender({ version: 3 });
    await expect.element(button('Next version')).toBeDisabled();
    await button('Previous version').click();
    expect(steps()).toEqual([1, -1]);
  });

  it('are not there where there is one version', async () => {
    const { button } = await arrows({ versions: 1 });
    await expect.element(button('Next version')).not.toBeInTheDocument();
  });

  it('are used by the arrow keys too, the way one reads', async () => {
    const { screen, button, steps } = await arrows({ version: 2 });
    button('Next version').element().focus();
    await userEvent.keyboard('{ArrowRight}{ArrowLeft}');
    document.documentElement.dir = 'rtl';
    await userEvent.keyboard('{ArrowRight}');
    document.documentElement.dir = '';
    await screen.rerender({ version: 3 });
    button('Previous version').element().focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(steps()).toEqual([1, -1, -1]);
  });

  it('take the focus where somebody came by them, and the other one at the end of the row', async () => {
    const middle = await arrows({ version: 2, arrived: () => ({ step: 1, top: 0 }) });
    await expect.element(middle.button('Next version')).toHaveFocus();
    await middle.screen.unmount();
    const last = await arrows({ version: 3, arrived: () => ({ step: 1, top: 0 }) });
    await expect.element(last.button('Previous version')).toHaveFocus();
  });

  it('say that an answer is being written in another version', async () => {
    const { screen } = await arrows({ version: 1, written: [3] });
    await expect.element(screen.getByText('An answer is being written in another version.')).toBeInTheDocument();
    await screen.rerender({ version: 3 });
    await expect.element(screen.getByText('An answer is being written')).not.toBeInTheDocument();
  });
});
