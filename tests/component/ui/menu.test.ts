import '../../../components/ui/theme.css';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import MenuHarness from './MenuHarness.svelte';

async function showMenu() {
  const calls = { onpick: vi.fn<() => void>(), onadd: vi.fn<() => void>() };
  const items = [
    { id: 'reader', label: 'Reader', checked: true, onSelect: () => undefined },
    { id: 'other', label: 'Other', checked: false, onSelect: calls.onpick },
    { id: 'add', label: 'Connect a model…', separated: true, onSelect: calls.onadd },
  ];
  const screen = await render(MenuHarness, { items });
  const button = screen.getByRole('button', { name: /^Model:/ });
  const trigger = button.element();
  if (!(trigger instanceof HTMLElement)) throw new Error('no button');
  const menu = screen.getByRole('menu', { name: 'Model' });
  return { ...calls, screen, button, trigger, menu };
}

const focused = () => document.activeElement?.textContent.trim() ?? '';

describe('a menu', () => {
  it('opened by a key has the focus on its first item, and gives it back', async () => {
    const { trigger, menu } = await showMenu();
    expect([trigger.ariaHasPopup, trigger.ariaExpanded]).toEqual(['menu', 'false']);
    trigger.focus();
    for (const key of ['{Enter}', ' ', '{ArrowDown}']) {
      await userEvent.keyboard(key);
      await expect.element(menu).toBeVisible();
      expect(trigger.ariaExpanded).toBe('true');
      expect(document.getElementById(trigger.getAttribute('aria-controls') ?? '')).toBe(menu.element());
      await expect.poll(focused).toMatch(/^Reader/);
      await userEvent.keyboard('{ArrowDown}');
      expect(focused()).toMatch(/^Other/);
      await userEvent.keyboard('{Escape}');
      await expect.element(menu).not.toBeInTheDocument();
      await expect.poll(() => document.activeElement).toBe(trigger);
    }
  });

  it('is closed by a second click on its button or elsewhere, which does nothing else', async () => {
    const { button, trigger, menu } = await showMenu();
    const field = document.body.appendChild(document.createElement('input'));
    onTestFinished(() => field.remove());
    for (const place of [trigger, field]) {
      await button.click();
      await expect.element(menu).toBeVisible();
      // The page takes no click meanwhile, so there is nothing that could be waited for.
      await userEvent.click(place, { force: true });
      await expect.element(menu).not.toBeInTheDocument();
      await expect.poll(() => document.activeElement).toBe(trigger);
      expect(trigger.ariaExpanded).toBe('false');
    }
  });

  it('is left by Tab to what follows its button', async () => {
    const { trigger, menu } = await showMenu();
    const after = document.body.appendChild(document.createElement('button'));
    onTestFinished(() => after.remove());
    trigger.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(focused).toMatch(/^Reader/);
    await userEvent.keyboard('{Tab}');
    await expect.element(menu).not.toBeInTheDocument();
    expect(document.activeElement).toBe(after);
  });

  it('carries out what is chosen by pointer or key', async () => {
    const { button, trigger, screen, menu, onpick, onadd } = await showMenu();
    await button.click();
    await screen.getByRole('menuitemcheckbox', { name: /Other/ }).click();
    expect(onpick).toHaveBeenCalledOnce();
    await expect.element(menu).not.toBeInTheDocument();
    trigger.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(focused).toMatch(/^Reader/);
    await userEvent.keyboard('{End}{Enter}');
    expect(onadd).toHaveBeenCalledOnce();
  });
});
