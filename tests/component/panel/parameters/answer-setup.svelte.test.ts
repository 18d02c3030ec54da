import { describe, expect, it, onTestFinished } from 'vitest';
import type { Chat } from '../../../../lib/domain/chat';
import type { ModelFacts } from '../../../../lib/domain/model-facts';
import type { ParameterSettings } from '../../../../lib/domain/parameter-settings';
import type { Persona } from '../../../../lib/domain/persona';
import { BUILT_IN_PROVIDER, type ProviderConfig } from '../../../../lib/domain/provider-config';
import { newChat } from '../../../../lib/engine/new-message';
import { AnswerSetup } from '../../../../lib/panel/parameters/answer-setup.svelte';
import { noAnswerSettings } from '../../../support/answer-settings';
import { chatIdOf, MODEL } from '../../../support/rows';
import { createTestClient } from '../../../support/test-client';

const KEY = `${MODEL.providerId} ${MODEL.model}`;
const OWL: Persona = {
  id: 'owl',
  name: 'Owl',
  avatar: '🦉',
  modelRef: null,
  parameters: { instructions: 'Hoot.', temperature: 0.3 },
};

interface Given {
  readonly kind?: ProviderConfig['kind'];
  readonly row?: Partial<Chat> | null;
  readonly parameters?: ParameterSettings;
  readonly personas?: readonly Persona[];
  readonly facts?: Partial<ModelFacts>;
}

function setUp({ kind = 'openai-compatible', row = {}, ...settings }: Given = {}) {
  const client = createTestClient(() => null);
  const provider: ProviderConfig = { ...BUILT_IN_PROVIDER, id: MODEL.providerId, kind, model: MODEL.model };
  const known = noAnswerSettings(settings);
  const made: { setup?: AnswerSetup } = {};
  onTestFinished(
    $effect.root(() => {
      const setup = new AnswerSetup({
        client,
        settings: known,
        chat: () => ({
          id: row === null ? null : chatIdOf('c'),
          row: row === null ? null : { ...newChat(chatIdOf('c'), 1), ...row },
        }),
        model: () => ({ provider, ref: MODEL }),
      });
      made.setup = setup;
      $effect(() => void [setup.persona, setup.inherited]);
    }),
  );
  const { setup } = made;
  if (setup === undefined) throw new Error('It is made at once.');
  return { setup, client, settings: known };
}

describe('AnswerSetup', () => {
  it('asks for nothing where nothing is set', async () => {
    expect(await setUp().setup.wishes()).toEqual({});
  });

  it('puts chat, persona, model and all chats together, in that order', async () => {
    const { setup } = setUp({
      row: { persona: OWL, parameters: { instructions: 'Be brief.', topP: 0.5 } },
      personas: [OWL],
      parameters: { all: { temperature: 1, maxTokens: 9 }, byModel: { [KEY]: { temperature: 0.7 } } },
    });
    expect((await setup.wishes()).parameters).toEqual({
      instructions: 'Hoot.\n\nBe brief.',
      temperature: 0.3,
      topP: 0.5,
      maxTokens: 9,
    });
    await expect.poll(() => setup.inherited).toEqual({ instructions: 'Hoot.', temperature: 0.3, maxTokens: 9 });
  });

  it('tells a model only what it takes', async () => {
    const parameters = { all: { temperature: 1, effort: 'high' }, byModel: {} } as const;
    expect(await setUp({ kind: 'built-in', parameters }).setup.wishes()).toEqual({});
    expect(await setUp({ parameters, facts: { reasons: false } }).setup.wishes()).toEqual({
      parameters: { temperature: 1 },
    });
  });

  it('stores what is set for the chat on view, and carries it to one that is not begun', async () => {
    const known = setUp();
    await known.setup.set({ temperature: 0.5, stop: [] });
    expect(known.client.askedFor('set-parameters')).toMatchObject([
      { chatId: 'c', parameters: { temperature: 0.5 } },
    ]);
    const fresh = setUp({ row: null });
    await fresh.setup.set({ temperature: 0.5 });
    expect(fresh.client.askedFor('set-parameters')).toEqual([]);
    expect(await fresh.setup.wishes()).toEqual({
      parameters: { temperature: 0.5 },
      chatParameters: { temperature: 0.5 },
    });
    fresh.setup.reset();
    expect(await fresh.setup.wishes()).toEqual({});
  });

  it('shares the chat’s parameters with every chat of the model, but not what was told here alone', async () => {
    const { setup, settings } = setUp({ row: { parameters: { temperature: 0.5, instructions: 'Here.' } } });
    await setup.setForModel();
    expect(await settings.parameters.known()).toEqual({ all: null, byModel: { [KEY]: { temperature: 0.5 } } });
    expect(setup.own).toEqual({ instructions: 'Here.' });
  });

  it('does not tell a model again what it refused', async () => {
    const { setup } = setUp({ row: { parameters: { temperature: 0.5, topP: 1 } } });
    setup.leaveOut('temperature');
    expect((await setup.wishes()).parameters).toEqual({ topP: 1 });
  });

  it('sends the persona as it is set up now, and as it was where it is gone', async () => {
    const now = { ...OWL, name: 'Wise owl' };
    const there = setUp({ row: { persona: OWL }, personas: [now] }).setup;
    expect((await there.wishes()).persona).toEqual(now);
    const gone = setUp({ row: { persona: OWL } }).setup;
    expect((await gone.wishes()).persona).toEqual(OWL);
    expect(gone.persona).toEqual(OWL);
    gone.pickPersona(null);
    expect(await gone.wishes()).toEqual({ persona: null });
  });
});
