import '../../../components/ui/theme.css';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Header from '../../../components/chat/Header.svelte';

async function header(more: Record<string, unknown> = {}) {
  const calls = {
    onchats: vi.fn(),
    onchatsnear: vi.fn(),
    onnew: vi.fn(),
    onrename: vi.fn(),
    onclear: vi.fn(),
    onexport: vi.fn(),
    onrated: vi.fn(),
    onfind: vi.fn(),
    ontemporary: vi.fn(),
    onkeep: vi.fn(),
    onend: vi.fn(),
    onopentab: vi.fn(),
    onsettings: vi.fn(),
  };
  const screen = await render(Header, {
    title: 'Bridges',
    hasMessages: true,
    inTab: false,
    temporary: false,
    streaming: false,
    chatsBeside: null,
    ...calls,
    ...more,
  });
  const edit = async () => {
    await screen.getByRole('heading').getByRole('button').click();
    return screen.getByRole('textbox', { name: 'Chat title' });
  };
  return { ...calls, screen, edit };
}

describe('Header', () => {
  it('renames by Enter', async () => {
    const { edit, onrename } = await header();
    const field = await edit();
    await expect.element(field).toHaveFocus();
    await field.fill('Old bridges');
    await userEvent.keyboard('{Enter}');
    expect(onrename).toHaveBeenCalledExactlyOnceWith('Old bridges');
    await expect.element(field).not.toBeInTheDocument();
  });

  it('renames by leaving the field', async () => {
    const { edit, onrename, screen } = await header();
    await (await edit()).fill('Old bridges');
    await screen.getByRole('button', { name: 'New chat' }).click();
    expect(onrename).toHaveBeenCalledExactlyOnceWith('Old bridges');
  });

  it('leaves the title by Escape, which stops no answer', async () => {
    const { edit, onrename } = await header();
    const stop = vi.fn();
    window.addEventListener('keydown', stop);
    await (await edit()).fill('Old bridges');
    stop.mockClear();
    await userEvent.keyboard('{Escape}');
    window.removeEventListener('keydown', stop);
    expect(onrename).not.toHaveBeenCalled();
    expect(stop).not.toHaveBeenCalled();
  });

  it.each(['', '   ', 'Bridges', ' Bridges '])('does not rename to %j', async (title) => {
    const { edit, onrename } = await header();
    await (await edit()).fill(title);
    await userEvent.keyboard('{Enter}');
    expect(onrename).not.toHaveBeenCalled();
  });

  it('opens its menu by the keyboard, and does what is chosen', async () => {
    const { screen, onclear, onsettings } = await header();
    await screen.getByRole('button', { name: 'More' }).click();
    await expect.element(screen.getByRole('menuitem', { name: 'Clear chat' })).toBeVisible();
    for (const name of ['Rename', 'Export', 'Open in tab', 'Settings']) {
      await expect.element(screen.getByRole('menuitem', { name })).toBeVisible();
    }
    await screen.getByRole('menuitem', { name: 'Clear chat' }).click();
    expect(onclear).toHaveBeenCalledTimes(1);
    await screen.getByRole('button', { name: 'More' }).click();
    await expect.element(screen.getByRole('menuitem', { name: 'Rename' })).toBeVisible();
    await userEvent.keyboard('{End}{Enter}');
    await vi.waitFor(() => expect(onsettings).toHaveBeenCalledTimes(1));
  });

  it('renames from the menu, the title selected', async () => {
    const { screen, onrename } = await header();
    await screen.getByRole('button', { name: 'More' }).click();
    await screen.getByRole('menuitem', { name: 'Rename' }).click();
    await expect.element(screen.getByRole('textbox', { name: 'Chat title' })).toHaveFocus();
    await userEvent.keyboard('New{Enter}');
    expect(onrename).toHaveBeenCalledExactlyOnceWith('New');
  });

  it('offers nothing to do to an empty chat', async () => {
    const { screen } = await header({ title: '', hasMessages: false });
    await expect.element(screen.getByRole('heading', { name: 'Aside' })).toBeVisible();
    await screen.getByRole('button', { name: 'More' }).click();
    for (const name of ['Rename', 'Clear chat', 'Export']) {
      await expect.element(screen.getByRole('menuitem', { name })).toHaveAttribute('aria-disabled', 'true');
    }
  });

  it('does not offer a tab in a tab', async () => {
    const { screen } = await header({ inTab: true });
    await screen.getByRole('button', { name: 'More' }).click();
    await expect.element(screen.getByRole('menuitem', { name: 'Settings' })).toBeVisible();
    await expect.element(screen.getByRole('menuitem', { name: 'Open in tab' })).not.toBeInTheDocument();
  });
});
