import '../../../components/ui/theme.css';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Reasoning from '../../../components/chat/Reasoning.svelte';

const thought = { type: 'reasoning', text: 'First **this**.\n\n- then that', startedAt: 1_000 } as const;
const ended = { ...thought, endedAt: 13_000 };
const props = { thought, live: true, keepOpen: false, onKeepOpen: () => {} };

async function show(given: Partial<typeof props> & { thought?: typeof thought | typeof ended }) {
  const screen = await render(Reasoning, { ...props, ...given });
  const details = screen.container.querySelector('details');
  if (details === null) throw new Error('no thoughts');
  return { ...screen, details };
}

describe('thoughts', () => {
  it('are open while they are written, with their time, and fold when the answer begins', async () => {
    const screen = await show({ thought: { ...thought, startedAt: (Date.now() - 65_000) as 1000 } });
    expect(screen.details.open).toBe(true);
    const summary = screen.details.querySelector('summary');
    await expect.element(screen.getByText(/^1 min \d s$/)).toBeVisible();
    // A screen reader is told no second of it.
    expect(summary?.querySelector('.time')?.ariaHidden).toBe('true');
    expect(
      screen.container.querySelector('[role=status], [role=alert], [aria-live]:not([aria-live=off])'),
    ).toBeNull();
    expect(screen.details.querySelector('strong')?.textContent).toBe('this');
    await screen.rerender({ ...props, thought: ended, live: false });
    expect(screen.details.open).toBe(false);
    expect(summary?.innerText.trim()).toBe('Thought for 12 s');
  });

  it('stay as the reader left them, by mouse or by key', async () => {
    const screen = await show({});
    const summary = screen.details.querySelector('summary');
    summary?.focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(screen.details.open).toBe(false));
    // Twice at once: the browser tells of both together.
    summary?.click();
    summary?.click();
    summary?.click();
    await vi.waitFor(() => expect(screen.details.open).toBe(true));
    await screen.rerender({ ...props, thought: ended, live: false });
    expect(screen.details.open).toBe(true);
  });

  it('stay open where something else opened them, such as a search', async () => {
    const screen = await show({ thought: ended, live: false });
    expect(screen.details.open).toBe(false);
    const told = new Promise((resolve) => screen.details.addEventListener('toggle', resolve, { once: true }));
    screen.details.open = true;
    await told;
    await screen.rerender({ ...props, thought: { ...ended }, live: false });
    expect(screen.details.open).toBe(true);
  });

  it('stay open by choice, which is remembered outside; the focus is not lost by it', async () => {
    const onKeepOpen = vi.fn();
    const screen = await show({ thought: ended, live: false, keepOpen: true, onKeepOpen });
    expect(screen.details.open).toBe(true);
    const keep = screen.getByRole('button', { name: 'Keep thoughts open' });
    await expect.element(keep).toHaveAttribute('aria-pressed', 'true');
    await keep.click();
    expect(onKeepOpen).toHaveBeenCalledWith(false);
    await screen.rerender({ ...props, thought: ended, live: false, onKeepOpen });
    await expect.element(keep).toHaveAttribute('aria-pressed', 'false');
    expect(document.activeElement).toBe(keep.element());
  });
});
