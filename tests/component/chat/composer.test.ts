import '../../../components/ui/theme.css';
import { createRawSnippet } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Composer from '../../../components/chat/Composer.svelte';

const picker = createRawSnippet(() => ({ render: () => '<span>Model</span>' }));

async function composer(more: Record<string, unknown> = {}) {
  const calls = {
    onsend: vi.fn(),
    onstop: vi.fn(),
    onreadpage: vi.fn(),
    onpreview: vi.fn(),
    onrecall: vi.fn(),
    onfiles: vi.fn(),
  };
  const props = {
    text: '',
    placeholder: 'Ask anything…',
    streaming: false,
    attached: false,
    readPage: false,
    picker,
    oncancel: undefined,
  };
  const screen = await render(Composer, { ...props, ...calls, ...more });
  const field = screen.getByRole('textbox', { name: 'Message' });
  return { ...calls, screen, field, area: field.element() as HTMLTextAreaElement };
}

describe('Composer', () => {
  it('sends by Enter, and by the button', async () => {
    const { screen, field, onsend } = await composer();
    await field.fill('Why?');
    await userEvent.keyboard('{Enter}');
    expect(onsend).toHaveBeenCalledTimes(1);
    await screen.getByRole('button', { name: 'Send' }).click();
    expect(onsend).toHaveBeenCalledTimes(2);
    await expect.element(field).toHaveFocus();
  });

  it('makes a new line by Shift+Enter', async () => {
    const { field, area, onsend } = await composer();
    await field.click();
    await userEvent.keyboard('one{Shift>}{Enter}{/Shift}two');
    expect(area.value).toBe('one\ntwo');
    expect(onsend).not.toHaveBeenCalled();
  });

  it('leaves Enter to an input method that composes', async () => {
    const { field, area, onsend } = await composer();
    await field.fill('にほん');
    const press = (more: KeyboardEventInit) => {
      const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...more });
      area.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(press({ isComposing: true })).toBe(false);
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- old input methods tell themselves by it alone
    expect(press({ keyCode: 229 })).toBe(false);
    expect(onsend).not.toHaveBeenCalled();
    expect(press({})).toBe(true);
    expect(onsend).toHaveBeenCalledTimes(1);
  });

  it('takes the last question up by the arrow up in the empty field alone, and lets go of an edit by Escape', async () => {
    const oncancel = vi.fn();
    const { field, onrecall } = await composer({ oncancel });
    await field.click();
    await userEvent.keyboard('{ArrowUp}');
    expect(onrecall).toHaveBeenCalledTimes(1);
    await field.fill('Why?');
    await userEvent.keyboard('{ArrowUp}{Escape}');
    expect(onrecall).toHaveBeenCalledTimes(1);
    expect(oncancel).toHaveBeenCalledTimes(1);
  });

  it('sends nothing that is empty', async () => {
    const { screen, field, onsend } = await composer();
    await expect.element(screen.getByRole('button', { name: 'Send' })).toBeDisabled();
    await field.fill(' \n ');
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByRole('button', { name: 'Send' })).toBeDisabled();
    expect(onsend).not.toHaveBeenCalled();
  });

  it('shows Stop while an answer streams and gives the focus back, and Send only for a next question', async () => {
    const { screen, field, onsend, onstop } = await composer({ streaming: true });
    await expect.element(screen.getByRole('button', { name: 'Send' })).not.toBeInTheDocument();
    await field.fill('The next');
    await expect.element(screen.getByRole('button', { name: 'Send' })).toBeEnabled();
    await userEvent.keyboard('{Enter}');
    expect(onsend).toHaveBeenCalledTimes(1);
    await screen.getByRole('button', { name: 'Stop' }).click();
    expect(onstop).toHaveBeenCalledTimes(1);
    await expect.element(field).toHaveFocus();
    await expect.element(field).toHaveValue('The next');
  });

  it('toggles the page', async () => {
    const { screen, onreadpage } = await composer();
    const button = screen.getByRole('button', { name: 'Read this page' });
    await expect.element(button).toHaveAttribute('aria-pressed', 'false');
    await button.click();
    expect(onreadpage).toHaveBeenCalledWith(true);
    await screen.rerender({ readPage: true });
    await expect.element(button).toHaveAttribute('aria-pressed', 'true');
    await button.click();
    expect(onreadpage).toHaveBeenLastCalledWith(false);
  });

  it('grows with its text, to 40 % of the height at most', async () => {
    const { field, area } = await composer();
    const one = area.clientHeight;
    await field.fill('line\n'.repeat(4));
    await vi.waitFor(() => expect(area.clientHeight).toBeGreaterThan(one * 2));
    await field.fill('line\n'.repeat(200));
    await vi.waitFor(() => expect(area.scrollHeight).toBeGreaterThan(area.clientHeight));
    expect(area.clientHeight).toBeLessThanOrEqual(window.innerHeight * 0.4 + 1);
  });

  it('puts the cursor behind the text', async () => {
    const { screen, area } = await composer({ text: '> quoted\n\n' });
    (screen.component as unknown as { focus(): void }).focus();
    expect(document.activeElement).toBe(area);
    expect(area.selectionStart).toBe(area.value.length);
  });
});
