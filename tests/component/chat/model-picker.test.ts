import '../../../components/ui/theme.css';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import ModelPicker from '../../../components/chat/ModelPicker.svelte';
import type { ModelRef } from '../../../lib/domain/chat';
import type { ModelList } from '../../../lib/domain/model-facts';
import type { Persona } from '../../../lib/domain/persona';
import { BUILT_IN_PROVIDER, type ProviderConfig } from '../../../lib/domain/provider-config';
import { groupModels } from '../../../lib/panel/models/group-models';
import { ModelChoices } from '../../../lib/panel/models/model-choices.svelte';
import { StoredItem } from '../../../lib/panel/stored-item.svelte';
import { memoryItem } from '../../support/memory-item';
import { answerRow } from '../../support/rows';
import { createTestClient } from '../../support/test-client';

const CLAUDE: ProviderConfig = {
  ...BUILT_IN_PROVIDER,
  id: 'c' as ProviderConfig['id'],
  kind: 'anthropic',
  name: 'Claude',
  model: 'claude-opus-4-5',
};

const usage = { inputTokens: 1000, outputTokens: 234 };
const ANSWERS = [answerRow('a', 'q', { usage, modelRef: { providerId: CLAUDE.id, model: CLAUDE.model } })];

async function picker(model = CLAUDE.model, personas: readonly Persona[] = []) {
  const calls = {
    onpersona: vi.fn<(persona: Persona) => void>(),
    onpick: vi.fn<(ref: ModelRef) => void>(),
    onadd: vi.fn<() => void>(),
  };
  const listed = [{ id: 'claude-opus-4-5' }, { id: 'claude-sonnet-4-5' }, { id: 'claude-unheard-of' }];
  const lists: Readonly<Record<string, ModelList>> = { c: { at: 0, models: listed } };
  const models = new ModelChoices({
    client: createTestClient(() => ({ ok: true, models: [{ id: 'claude-new' }] })),
    providers: () => [BUILT_IN_PROVIDER, CLAUDE],
    modelLists: new StoredItem(memoryItem(lists)),
    favouriteModels: new StoredItem<readonly ModelRef[]>(memoryItem([])),
    recentModels: new StoredItem<readonly ModelRef[]>(memoryItem([])),
  });
  const current = { provider: CLAUDE, ref: { providerId: CLAUDE.id, model } };
  const screen = await render(ModelPicker, {
    models,
    current,
    answers: ANSWERS,
    persona: null,
    personas,
    ...calls,
  });
  const button = screen.getByRole('button', { name: /^Model:/ });
  const field = screen.getByRole('combobox', { name: 'Search models' });
  await models.load();
  return { ...calls, screen, button, field, models };
}

const activeLine = (field: Element): string =>
  document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.getAttribute('aria-label') ?? '';

describe('the model picker', () => {
  it('is worked by keys alone: search, walk, choose, and the focus comes back', async () => {
    const { screen, button, field, onpick } = await picker();
    const trigger = button.element();
    if (!(trigger instanceof HTMLElement)) throw new Error('no button');
    trigger.focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(field).toHaveFocus();
    await expect.poll(() => activeLine(field.element())).toMatch(/^Claude Opus 4\.5/);
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(() => activeLine(field.element())).toMatch(/^Claude Sonnet 4\.5/);
    await userEvent.keyboard('unheard');
    await expect.poll(() => activeLine(field.element())).toMatch(/^claude-unheard-of/);
    expect(screen.getByRole('option').elements()).toHaveLength(1);
    await userEvent.keyboard('{Enter}');
    expect(onpick).toHaveBeenCalledExactlyOnceWith({ providerId: 'c', model: 'claude-unheard-of' });
    await expect.poll(() => document.activeElement).toBe(trigger);
    await expect.element(field).not.toBeInTheDocument();
  });

  it('says in words what its marks show, and which model answers now', async () => {
    const { screen, button } = await picker();
    await button.click();
    const now = screen.getByRole('option', { selected: true });
    await expect
      .element(now)
      .toHaveAccessibleName(
        /^Claude Opus 4\.5, claude-opus-4-5, sees images, thinks, \S+ tokens, \$5 in, \$25 out/,
      );
    expect(
      screen
        .getByRole('group')
        .elements()
        .map((group) => group.ariaLabel),
    ).toEqual(['Reader', 'Claude']);
  });

  it('stars a line by Alt+Enter', async () => {
    const { button, field, models } = await picker();
    await button.click();
    await expect.element(field).toHaveFocus();
    await userEvent.keyboard('{Alt>}{Enter}{/Alt}');
    await expect.poll(() => groupModels(models.sources, '')[0]?.label).toBe('Favourites');
    await expect.element(field).toBeVisible();
  });

  it('takes a name that nobody listed', async () => {
    const { screen, button, field, onpick } = await picker();
    await button.click();
    await field.fill('claude-next');
    await screen.getByRole('button', { name: 'Use “claude-next” as it is typed' }).click();
    expect(onpick).toHaveBeenCalledExactlyOnceWith({ providerId: 'c', model: 'claude-next' });
  });

  it('asks servers for their models only when told to', async () => {
    const { screen, button } = await picker();
    await button.click();
    await screen.getByRole('button', { name: 'List models' }).click();
    await expect.element(screen.getByRole('status')).toHaveTextContent('1 model listed.');
    await expect.element(screen.getByRole('option', { name: 'claude-new' })).toBeVisible();
  });

  it('names the model where it is another than the provider is set up with', async () => {
    const { button } = await picker('claude-sonnet-4-5');
    await expect.element(button).toHaveAccessibleName('Model: Claude, Claude Sonnet 4.5');
  });

  it('says what the chat took so far', async () => {
    const { screen, button } = await picker();
    await button.click();
    await expect.element(screen.getByText('This chat so far: 1.2K tokens, ≈ $0.011')).toBeVisible();
  });

  it('closes by Escape and leads to the settings', async () => {
    const { screen, button, field, onadd } = await picker();
    await button.click();
    await userEvent.keyboard('{Escape}');
    await expect.element(field).not.toBeInTheDocument();
    await button.click();
    await screen.getByRole('button', { name: 'Connect a model…' }).click();
    expect(onadd).toHaveBeenCalledOnce();
  });

  it('offers personas first, with their names and by keys, and finds them by name', async () => {
    const owl: Persona = { id: 'owl', name: 'Owl', avatar: '🦉', modelRef: null, parameters: {} };
    const { screen, button, field, onpersona, onpick } = await picker(CLAUDE.model, [owl]);
    await button.click();
    await expect.element(screen.getByRole('group', { name: 'Personas' })).toBeVisible();
    await expect.element(screen.getByRole('option', { name: 'Owl' })).toBeVisible();
    await field.fill('owl');
    await userEvent.keyboard('{Enter}');
    expect(onpersona).toHaveBeenCalledWith(owl);
    expect(onpick).not.toHaveBeenCalled();
  });
});
