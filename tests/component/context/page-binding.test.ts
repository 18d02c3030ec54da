import '../../../components/ui/theme.css';
import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import PageBinding from '../../../components/context/PageBinding.svelte';

describe('PageBinding', () => {
  it('says what the chat was asked about and where its user is, and offers the one, the other or both', async () => {
    const onpick = vi.fn();
    const props = { about: 'Lamps', here: 'Ropes', choice: 'both' as const, readable: true, onpick };
    const screen = await render(PageBinding, props);
    expect(screen.container.textContent).toMatch(/Asked about\s+Lamps\s+You are on\s+Ropes/);
    await screen.getByRole('radio', { name: 'Earlier page' }).click();
    expect(onpick).toHaveBeenLastCalledWith('earlier');
  });

  it('calls a tab whose title the browser does not tell this tab, and offers nothing that cannot be read', async () => {
    const props = { about: 'Lamps', here: null, choice: 'both' as const, readable: false, onpick: vi.fn() };
    const screen = await render(PageBinding, props);
    expect(screen.container.textContent).toMatch(/You are on\s+this tab/);
    expect(screen.getByRole('radio').query()).toBeNull();
  });
});
