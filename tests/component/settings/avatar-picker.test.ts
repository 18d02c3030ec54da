import '../../../components/ui/theme.css';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import AvatarPicker from '../../../components/settings/AvatarPicker.svelte';

async function picker(value = 'icon:user') {
  const onpick = vi.fn<(avatar: string) => void>();
  const screen = await render(AvatarPicker, { label: 'Your avatar', value, onpick });
  const input = screen.container.querySelector<HTMLInputElement>('input[type=file]');
  const choose = (file: File) => {
    const files = new DataTransfer();
    files.items.add(file);
    if (!input) throw new Error('There is a file field.');
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  return { screen, onpick, choose };
}

async function picture(): Promise<File> {
  const canvas = new OffscreenCanvas(300, 200);
  canvas.getContext('2d')?.fillRect(0, 0, 300, 200);
  return new File([await canvas.convertToBlob()], 'me.png', { type: 'image/png' });
}

describe('AvatarPicker', () => {
  it('picks an icon or an emoji, and shows which is picked', async () => {
    const { screen, onpick } = await picker();
    await screen.getByRole('button', { name: 'graduation cap' }).click();
    expect(onpick).toHaveBeenLastCalledWith('icon:graduation-cap');
    await screen.getByRole('button', { name: '🦊' }).click();
    expect(onpick).toHaveBeenLastCalledWith('🦊');
    await screen.rerender({ value: '🦊' });
    await expect.element(screen.getByRole('button', { name: '🦊' })).toHaveAttribute('aria-pressed', 'true');
    await expect.element(screen.getByRole('button', { name: 'user' })).toHaveAttribute('aria-pressed', 'false');
  });

  it('takes any emoji, whole and alone', async () => {
    const { screen, onpick } = await picker();
    await screen.getByRole('textbox', { name: 'Your avatar: any emoji' }).fill(' 👩‍👩‍👧 and more');
    await userEvent.keyboard('{Enter}');
    expect(onpick).toHaveBeenLastCalledWith('👩‍👩‍👧');
  });

  it('takes a picture, made small and square', async () => {
    const { onpick, choose } = await picker();
    choose(await picture());
    await vi.waitFor(() => expect(onpick).toHaveBeenCalledTimes(1));
    expect(onpick.mock.lastCall?.[0]).toMatch(/^data:image\/png;base64,/);
    expect(onpick.mock.lastCall?.[0].length).toBeLessThan(100_000);
  });

  it('says so where a file is no picture', async () => {
    const { screen, onpick, choose } = await picker();
    choose(new File(['text'], 'notes.txt', { type: 'text/plain' }));
    await expect
      .element(screen.getByRole('alert'))
      .toHaveTextContent('notes.txt is not a picture that this browser can read.');
    expect(onpick).not.toHaveBeenCalled();
  });

  it('takes the same file again after another was picked', async () => {
    const { screen, onpick, choose } = await picker();
    choose(await picture());
    await vi.waitFor(() => expect(onpick).toHaveBeenCalledTimes(1));
    const input = screen.container.querySelector<HTMLInputElement>('input[type=file]');
    expect(input?.value).toBe('');
  });

  it('shows an own avatar among the others', async () => {
    const { screen } = await picker('🥑');
    await expect
      .element(screen.getByRole('button', { name: 'Own avatar' }))
      .toHaveAttribute('aria-pressed', 'true');
  });
});
