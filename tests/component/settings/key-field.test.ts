import '../../../components/ui/theme.css';
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import KeyField from '../../../components/settings/KeyField.svelte';

async function keyField(savedFor: string | null = null) {
  const heard: string[] = [];
  const screen = await render(KeyField, {
    savedFor,
    required: true,
    hint: 'sk-',
    invalid: false,
    describedby: 'outcome',
    chosen: 'openai',
    note: 'A note.',
    onpasted: () => heard.push('pasted'),
    onuse: (id) => heard.push(`use ${id}`),
  });
  const component = screen.component as unknown as { take(): string; focus(): void };
  return { component, heard, screen, field: screen.getByLabelText('API key') };
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

  it('offers the service whose key it looks like, and tells nobody the key', async () => {
    const { component, field, heard, screen } = await keyField();
    await field.fill('sk-ant-api03-abcdefghijklmnop');
    await expect.element(screen.getByText('This looks like a key of Anthropic.')).toBeVisible();
    expect(screen.container.innerHTML).not.toContain('abcdefghijklmnop');
    await screen.getByRole('button', { name: 'Use Anthropic' }).click();
    expect(heard).toEqual(['use anthropic', 'pasted']);
    await expect.element(field).toHaveFocus();
    expect(component.take()).toBe('sk-ant-api03-abcdefghijklmnop');
    await expect.element(screen.getByText('This looks like')).not.toBeInTheDocument();
  });

  it('offers nothing for a key of the service that is chosen, or of no form that is known', async () => {
    const { field, screen } = await keyField();
    for (const typed of ['sk-proj-abcdefghijklmnopqrst', 'some-key', '']) {
      await field.fill(typed);
      await expect.element(screen.getByText('This looks like')).not.toBeInTheDocument();
    }
  });

  it('tells of a paste, but not of one that belongs to another service', async () => {
    const { field, heard } = await keyField();
    const input = field.element() as HTMLInputElement;
    const paste = (text: string) => {
      input.value = text;
      input.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }));
    };
    paste('xai-abcdefghijklmnopqrst');
    expect(heard).toEqual([]);
    paste('sk-proj-abcdefghijklmnopqrst');
    paste('unknown');
    expect(heard).toEqual(['pasted', 'pasted']);
    await field.fill('typed');
    expect(heard).toHaveLength(2);
  });
});
