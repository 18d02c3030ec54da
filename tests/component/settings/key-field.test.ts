import '../../../components/ui/theme.css';
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import KeyField from '../../../components/settings/KeyField.svelte';

async function keyField(savedFor: string | null = null) {
  const screen = await render(KeyField, {
    savedFor,
    required: true,
    hint: 'sk-',
    invalid: false,
    describedby: 'outcome',
  });
  const component = screen.component as unknown as { take(): string; focus(): void };
  return { component, field: screen.getByLabelText('API key') };
}

describe('KeyField', () => {
  it('gives the key once, and holds it no longer', async () => {
    const { component, field } = await keyField();
    await field.fill(' sk-secret ');
    expect(component.take()).toBe('sk-secret');
    await expect.element(field).toHaveValue('');
    expect(document.documentElement.outerHTML).not.toContain('sk-secret');
    expect(component.take()).toBe('');
  });

  it('shows no key, typed or stored', async () => {
    const { field } = await keyField('api.openai.com');
    await expect.element(field).toHaveAttribute('type', 'password');
    await expect.element(field).toHaveAttribute('autocomplete', 'off');
    await expect.element(field).toHaveValue('');
    await expect.element(field).toHaveAttribute('placeholder', 'Saved for api.openai.com. Type to replace it.');
  });

  it('takes the focus where the key is what is missing', async () => {
    const { component, field } = await keyField();
    component.focus();
    await expect.element(field).toHaveFocus();
  });
});
