import '../../../components/ui/theme.css';
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import PersonasSection from '../../../components/settings/personas/PersonasSection.svelte';
import type { ParameterSettings } from '../../../lib/domain/parameter-settings';
import type { Persona } from '../../../lib/domain/persona';
import { BUILT_IN_PROVIDER, type ProviderConfig } from '../../../lib/domain/provider-config';
import type { SettingsServices } from '../../../lib/panel/settings-services';
import { StoredItem } from '../../../lib/panel/stored-item.svelte';
import { memoryItem } from '../../support/memory-item';

const CLAUDE: ProviderConfig = {
  ...BUILT_IN_PROVIDER,
  id: 'c' as ProviderConfig['id'],
  kind: 'anthropic',
  name: 'Claude',
  model: 'claude-opus-4-8',
};

async function section() {
  const personas = new StoredItem<readonly Persona[]>(memoryItem([]));
  const parameters = new StoredItem<ParameterSettings>(
    memoryItem({ all: null, byModel: { 'c claude-opus-4-8': { maxTokens: 9 } } }),
  );
  const services = {
    personas,
    parameters,
    providers: new StoredItem(memoryItem([CLAUDE])),
    modelLists: new StoredItem(memoryItem({})),
  } as unknown as SettingsServices;
  const screen = await render(PersonasSection, { services });
  return { personas, parameters, screen };
}

describe('the personas', () => {
  it('are made, changed and removed, and offer what their model takes', async () => {
    const { personas, screen } = await section();
    await screen.getByRole('button', { name: 'Add a persona' }).click();
    const model = screen.getByRole('combobox', { name: 'Model' });
    await expect.element(screen.getByRole('spinbutton', { name: 'Temperature' })).toBeVisible();
    await model.selectOptions('claude-opus-4-8');
    // That model decides itself how much it thinks, and takes no temperature.
    await expect.element(screen.getByRole('spinbutton', { name: 'Temperature' })).not.toBeInTheDocument();
    await screen.getByRole('combobox', { name: 'Thinking' }).selectOptions('High');
    await expect
      .poll(() => personas.load())
      .toMatchObject([{ modelRef: { model: 'claude-opus-4-8' }, parameters: { effort: 'high' } }]);
    await screen.getByRole('button', { name: 'Remove New persona' }).click();
    await expect.poll(() => personas.load()).toEqual([]);
  });

  it('stand beside the parameters of every chat, and of single models, which can be forgotten', async () => {
    const { parameters, screen } = await section();
    await screen.getByText('Parameters of every chat').click();
    await screen.getByRole('textbox', { name: 'Instructions' }).fill('Answer in rhyme.');
    await screen.getByRole('button', { name: /^Forget the parameters of Claude, claude-opus-4-8/ }).click();
    await expect.poll(() => parameters.load()).toEqual({ all: { instructions: 'Answer in rhyme.' }, byModel: {} });
  });
});
