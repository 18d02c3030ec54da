import '../../../components/ui/theme.css';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import RequestDialog from '../../../components/context/RequestDialog.svelte';
import type { ShownRequest } from '../../../lib/panel/request-viewer.svelte';

const VIEW = {
  host: 'model.example',
  model: 'm-1',
  system: 'Be brief.',
  messages: [
    { role: 'user', text: 'Why  two\n\nspaces?' },
    { role: 'assistant', text: 'Because.' },
  ],
  leftOut: { turns: 1, pages: [], earlierPages: 0 },
  parameters: {},
  exact: true,
} as const;

const PREVIEW = { kind: 'preview', pageId: null, went: false } as const;

function dialog(shown: ShownRequest | null) {
  return render(RequestDialog, { shown, onclose: vi.fn(), onswap: vi.fn(), read: async () => undefined });
}

describe('RequestDialog', () => {
  it('names the host and the model, and shows every text as it is', async () => {
    const screen = await dialog({ ...PREVIEW, view: VIEW });
    const opened = screen.getByRole('dialog', { name: 'What will be sent' });
    await expect
      .poll(() => opened.element().textContent.replace(/\s+/g, ' '))
      .toContain('Goes to model.example, model m-1');
    const parts = [...opened.element().querySelectorAll('[data-part]')].map((part) => part.textContent);
    expect(parts).toEqual(['Be brief.', 'Why  two\n\nspaces?', 'Because.']);
    const leftOut = screen.getByRole('list', { name: 'Left out' });
    await expect
      .poll(() => leftOut.element().textContent.replace(/\s+/g, ' '))
      .toContain('The oldest message of this chat stays out');
  });

  it('shows sealed thoughts that go along, and how much of them nobody can read', async () => {
    const seals = [
      { kind: 'anthropic-thinking', thinking: 'Hm.', signature: 'abc' },
      { kind: 'anthropic-redacted', data: 'x'.repeat(50) },
    ] as const;
    const messages = [VIEW.messages[0], { ...VIEW.messages[1], seals }];
    const screen = await dialog({ ...PREVIEW, view: { ...VIEW, messages } });
    await screen.getByText('Its thoughts, as the provider sealed them').click();
    const opened = screen.getByRole('dialog', { name: 'What will be sent' });
    await expect.element(opened.getByText('Hm.', { exact: true })).toBeVisible();
    await expect.element(opened.getByText('and 50 characters that only it can read')).toBeVisible();
  });

  it('says that the built-in reader sends nothing, that a record is missing, and that it may differ', async () => {
    const screen = await dialog({ kind: 'sent', view: { ...VIEW, host: null } });
    const opened = screen.getByRole('dialog', { name: 'What was sent' });
    await expect.poll(() => opened.element().textContent.replace(/\s+/g, ' ')).toContain('Stays in this browser');
    await screen.rerender({ shown: { kind: 'sent', view: { ...VIEW, exact: false } } });
    await expect
      .poll(() => opened.element().textContent.replace(/\s+/g, ' '))
      .toContain('this may differ from what went out');
    await screen.rerender({ shown: { kind: 'unknown' } });
    await expect
      .poll(() => opened.element().textContent.replace(/\s+/g, ' '))
      .toContain('Nothing was sent for this answer');
  });

  it('closes by Escape', async () => {
    const onclose = vi.fn();
    const screen = await render(RequestDialog, {
      shown: { ...PREVIEW, view: VIEW },
      onclose,
      onswap: vi.fn(),
      read: async () => undefined,
    });
    await expect.element(screen.getByRole('dialog')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(onclose).toHaveBeenCalledOnce();
  });
});
