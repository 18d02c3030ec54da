import type { Chat, ModelRef } from '../../domain/chat';
import type { ChatId } from '../../domain/ids';
import type { ModelFacts } from '../../domain/model-facts';
import {
  compactParameters,
  resolveParameters,
  type ModelParameters,
  type ParameterSources,
} from '../../domain/model-parameters';
import type { Persona } from '../../domain/persona';
import type { EngineClient } from '../../messaging/engine-client';
import { modelKey, type ParameterSettings } from '../../domain/parameter-settings';
import type { ModelInUse } from '../models/model-in-use';
import type { StoredItem } from '../stored-item.svelte';

/** What is set up for all chats. */
export interface AnswerSettings {
  readonly personas: Pick<StoredItem<readonly Persona[]>, 'current' | 'known'>;
  readonly parameters: Pick<StoredItem<ParameterSettings>, 'current' | 'known' | 'update'>;
  /** All that is known of a model, once that is loaded. */
  readonly factsOf: (ref: ModelRef) => Promise<ModelFacts>;
}

interface AnswerSetupDependencies {
  readonly client: Pick<EngineClient, 'request'>;
  readonly settings: AnswerSettings;
  /** The chat on view, its row null where it is new or not read yet. Read reactively. */
  readonly chat: () => { readonly id: ChatId | null; readonly row: Chat | null };
  /** The model that the next question goes to. Read reactively. */
  readonly model: () => ModelInUse;
}

/** What a request for an answer carries of it. */
export interface AnswerWishes {
  readonly parameters?: ModelParameters;
  readonly persona?: Persona | null;
  readonly chatParameters?: ModelParameters | null;
}

/** Who answers in the chat on view, and how. Made while a component is set up. */
export class AnswerSetup {
  readonly #dependencies: AnswerSetupDependencies;
  /** Undefined: nothing was chosen since the chat was opened. */
  #persona = $state.raw<Persona | null | undefined>();
  #parameters = $state.raw<ModelParameters | null | undefined>();

  /** What models refused since the panel was opened, by `modelKey`. */
  readonly #refused = new Map<string, Set<string>>();

  constructor(dependencies: AnswerSetupDependencies) {
    this.#dependencies = dependencies;
    // Followed, so that a question does not wait until they are read.
    $effect(() => {
      void dependencies.settings.parameters.current;
      void dependencies.settings.personas.current;
    });
  }

  /** From now on the model in use is not told this parameter, which it refused. */
  leaveOut(name: keyof ModelParameters): void {
    const key = modelKey(this.#dependencies.model().ref);
    this.#refused.set(key, (this.#refused.get(key) ?? new Set<string>()).add(name));
  }

  /** Forgets what was chosen: another chat is on view. */
  reset(): void {
    this.#persona = undefined;
    this.#parameters = undefined;
  }

  /** Who answers here; null: the model as it is. As it is set up now, and as it was where it is gone. */
  get persona(): Persona | null {
    const chosen = this.#persona === undefined ? (this.#dependencies.chat().row?.persona ?? null) : this.#persona;
    return this.#dependencies.settings.personas.current.find(({ id }) => id === chosen?.id) ?? chosen;
  }

  pickPersona(persona: Persona | null): void {
    this.#persona = persona;
  }

  /** What was set for this chat alone. */
  get own(): ModelParameters {
    return this.#own ?? {};
  }

  get #own(): ModelParameters | null {
    return this.#parameters === undefined ? (this.#dependencies.chat().row?.parameters ?? null) : this.#parameters;
  }

  /** What holds here where this chat sets nothing. */
  get inherited(): ModelParameters {
    return resolveParameters({ ...this.#sources(this.#dependencies.settings.parameters.current), chat: null });
  }

  /** Sets the parameters of this chat. */
  async set(parameters: ModelParameters): Promise<void> {
    const kept = compactParameters(parameters);
    this.#parameters = kept;
    const { id } = this.#dependencies.chat();
    if (id !== null) {
      await this.#dependencies.client.request({ type: 'set-parameters', chatId: id, parameters: kept });
    }
  }

  /** Makes this chat's parameters those of every chat with its model; instructions stay this chat's. */
  async setForModel(): Promise<void> {
    const { instructions, ...others } = this.own;
    const { ref } = this.#dependencies.model();
    await this.#dependencies.settings.parameters.update(({ all, byModel }) => ({
      all,
      byModel: { ...byModel, [modelKey(ref)]: { ...byModel[modelKey(ref)], ...others } },
    }));
    await this.set(instructions === undefined ? {} : { instructions });
  }

  /** What the next request carries, as far as its model takes it. */
  async wishes(): Promise<AnswerWishes> {
    const { settings, chat, model } = this.#dependencies;
    const { ref, provider } = model();
    const persona = this.#persona === undefined ? (chat().row?.persona ?? null) : this.#persona;
    const [stored, personas] = await Promise.all([
      settings.parameters.known(),
      persona === null ? [] : settings.personas.known(),
    ]);
    const now = personas.find(({ id }) => id === persona?.id) ?? persona;
    const wanted = resolveParameters({ ...this.#sources(stored), persona: now?.parameters });
    const refused = this.#refused.get(modelKey(ref));
    const kept = Object.entries(wanted).filter(([name]) => refused?.has(name) !== true);
    const parameters = await fit(Object.fromEntries(kept), provider, ref, settings.factsOf);
    return {
      ...(Object.keys(parameters).length > 0 && { parameters }),
      ...(now !== null || this.#persona !== undefined ? { persona: now } : {}),
      ...(this.#parameters !== undefined && { chatParameters: this.#parameters }),
    };
  }

  #sources({ all, byModel }: ParameterSettings): ParameterSources {
    return {
      chat: this.#own,
      persona: this.persona?.parameters,
      model: byModel[modelKey(this.#dependencies.model().ref)],
      fallback: all,
    };
  }
}

/** What a model takes of the parameters. What tells that is loaded only where there are some. */
async function fit(
  parameters: ModelParameters,
  provider: ModelInUse['provider'],
  ref: ModelRef,
  factsOf: AnswerSettings['factsOf'],
): Promise<ModelParameters> {
  if (Object.keys(parameters).length === 0) return parameters;
  const [{ fitParameters, parameterSupport }, facts] = await Promise.all([
    import('../../domain/parameter-support'),
    factsOf(ref),
  ]);
  return fitParameters(parameters, parameterSupport(provider, facts));
}
