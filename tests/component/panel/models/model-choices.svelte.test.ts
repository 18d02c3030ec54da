import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { ModelRef } from '../../../../lib/domain/chat';
import type { MessageId } from '../../../../lib/domain/ids';
import type { ModelList } from '../../../../lib/domain/model-facts';
import { BUILT_IN_PROVIDER, type ProviderConfig } from '../../../../lib/domain/provider-config';
import type { PanelRequest } from '../../../../lib/messaging/protocol';
import { groupModels } from '../../../../lib/panel/models/group-models';
import { createModelActions } from '../../../../lib/panel/models/model-actions';
import { ModelChoices } from '../../../../lib/panel/models/model-choices.svelte';
import type { PanelSession } from '../../../../lib/panel/panel-session.svelte';
import { StoredItem } from '../../../../lib/panel/stored-item.svelte';
import { memoryItem } from '../../../support/memory-item';
import { createTestClient } from '../../../support/test-client';

const CLAUDE: ProviderConfig = {
  ...BUILT_IN_PROVIDER,
  id: 'c' as ProviderConfig['id'],
  kind: 'anthropic',
  name: 'Claude',
  baseUrl: 'https://api.anthropic.com',
  model: 'claude-opus-4-5',
};
const BROKEN: ProviderConfig = { ...CLAUDE, id: 'b' as ProviderConfig['id'], name: 'Broken' };
const ref = (model: string): ModelRef => ({ providerId: CLAUDE.id, model });

describe('ModelChoices', () => {
  let reply: (request: PanelRequest) => unknown;
  let providers: StoredItem<readonly ProviderConfig[]>;
  let choices: ModelChoices;
  let recent: StoredItem<readonly ModelRef[]>;

  beforeEach(() => {
    reply = () => ({ ok: true, models: [{ id: 'claude-opus-4-5' }, { id: 'claude-opus-4-8' }] });
    providers = new StoredItem<readonly ProviderConfig[]>(memoryItem([CLAUDE]));
    recent = new StoredItem<readonly ModelRef[]>(memoryItem([]));
    onTestFinished(
      $effect.root(() => {
        choices = new ModelChoices({
          client: createTestClient((request) => reply(request)),
          providers: () => [BUILT_IN_PROVIDER, ...providers.current],
          modelLists: new StoredItem<Readonly<Record<string, ModelList>>>(memoryItem({})),
          favouriteModels: new StoredItem<readonly ModelRef[]>(memoryItem([])),
          recentModels: recent,
        });
        $effect(() => void groupModels(choices.sources, ''));
        $effect(() => void recent.current);
      }),
    );
    flushSync();
  });

  const labels = (): string[] => groupModels(choices.sources, '').map(({ label }) => label);

  it('lists what a server has, with what is known of it otherwise', async () => {
    await choices.refresh();
    await choices.load();
    expect(choices.outcome).toBe('2 models listed.');
    expect(choices.isOffered(ref('claude-opus-4-8'))).toBe(true);
    expect(choices.isOffered(ref('claude-99'))).toBe(false);
    expect(choices.factsOf(ref('claude-opus-4-5'))).toMatchObject({
      id: 'claude-opus-4-5',
      seesImages: true,
      price: { input: 5, output: 25 },
    });
    expect(choices.successorsOf(ref('claude-3-opus-20240229')).map(({ id }) => id)).toEqual([
      'claude-opus-4-8',
      'claude-opus-4-5',
    ]);
  });

  it('says which server could not be asked, and keeps the others', async () => {
    await providers.set([CLAUDE, BROKEN]);
    reply = (request) =>
      request.type === 'list-models' && request.config.id === BROKEN.id
        ? { ok: false, error: { kind: 'unauthorized', host: 'api.anthropic.com', status: 401 } }
        : { ok: true, models: [{ id: 'one' }] };
    await choices.refresh();
    expect(choices.outcome).toBe('1 model listed. Broken: api.anthropic.com did not accept the API key (401).');
    expect(choices.isOffered(ref('one'))).toBe(true);
    expect(choices.busy).toBe(false);
  });

  it('takes a name that was typed, once', async () => {
    await choices.addTyped(ref('my-own'));
    await choices.addTyped(ref('my-own'));
    expect(choices.isOffered(ref('my-own'))).toBe(true);
    expect(groupModels(choices.sources, 'my-own').flatMap(({ options }) => options)).toHaveLength(1);
  });

  it('keeps favourites on top, and takes them away again', async () => {
    await choices.refresh();
    await choices.toggleFavourite(ref('claude-opus-4-8'));
    await expect.poll(labels).toContain('Favourites');
    await choices.toggleFavourite(ref('claude-opus-4-8'));
    await expect.poll(labels).not.toContain('Favourites');
  });

  it('goes on in the place of a model that is gone, in the chat and for good', async () => {
    const picked: unknown[] = [];
    const session = {
      pickModel: (chosen: ModelRef) => void picked.push(chosen),
      setup: { pickPersona: () => undefined } as unknown as PanelSession['setup'],
      thread: null,
      resume: async (id: MessageId) => void picked.push(id),
    };
    const actions = createModelActions(session, choices, providers);
    await actions.replace('a' as MessageId, ref('claude-opus-4-5'), 'claude-opus-4-8');
    expect(picked).toEqual([ref('claude-opus-4-8'), 'a']);
    expect(await providers.load()).toMatchObject([{ model: 'claude-opus-4-8' }]);
    expect(await recent.load()).toEqual([ref('claude-opus-4-8')]);
  });
});
