import '../../../components/ui/theme.css';
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import ExtraSecrets from '../../../components/settings/ExtraSecrets.svelte';
import type { ProviderId } from '../../../lib/domain/ids';
import { KeyEntry } from '../../../lib/panel/key-entry.svelte';
import { createTestClient } from '../../support/test-client';

describe('extra headers and parameters', () => {
  it('are sent once, named but never shown again, and taken away', async () => {
    let names = ['X-Old'];
    const client = createTestClient(({ type }) =>
      type === 'key-status' ? { kept: 'stored', hasKey: true, headers: names, query: [] } : null,
    );
    const entry = new KeyEntry(client, 'p' as ProviderId);
    await entry.look('h.example');
    const screen = await render(ExtraSecrets, { entry, host: 'h.example' });
    await screen.getByText('Extra headers and query parameters').click();
    await screen.getByRole('textbox', { name: 'Name of the header or parameter' }).fill('X-Team');
    await screen.getByLabelText('Its value').fill('s3cret-value');
    names = ['X-Old', 'X-Team'];
    await screen.getByRole('button', { name: 'Add' }).click();
    await expect.element(screen.getByRole('button', { name: 'Remove X-Team' })).toBeVisible();
    expect(client.askedFor('save-key')).toEqual([
      {
        type: 'save-key',
        providerId: 'p',
        host: 'h.example',
        headers: { 'X-Old': null, 'X-Team': 's3cret-value' },
      },
    ]);
    await expect.element(screen.getByLabelText('Its value')).toHaveValue('');
    expect(document.documentElement.outerHTML).not.toContain('s3cret');
    await screen.getByRole('button', { name: 'Remove X-Old' }).click();
    expect(client.askedFor('save-key').at(-1)).toMatchObject({ headers: { 'X-Team': null } });
  });

  it('take no name with spaces', async () => {
    const client = createTestClient(() => null);
    const screen = await render(ExtraSecrets, {
      entry: new KeyEntry(client, 'p' as ProviderId),
      host: 'h.example',
    });
    await screen.getByText('Extra headers and query parameters').click();
    await screen.getByRole('textbox', { name: 'Name of the header or parameter' }).fill('X Team');
    await screen.getByLabelText('Its value').fill('v');
    await screen.getByRole('button', { name: 'Add' }).click();
    await expect.element(screen.getByRole('alert')).toHaveTextContent('Enter a name without spaces, and a value.');
    expect(client.askedFor('save-key')).toEqual([]);
  });
});
