import type { ModelRef } from '../../domain/chat';
import { describeError } from '../../domain/describe-error';
import { toChatError } from '../../domain/errors';
import { joinFacts, successorsOf, type ModelFacts, type ModelList } from '../../domain/model-facts';
import { isOnDevice, type ProviderConfig } from '../../domain/provider-config';
import type { EngineClient } from '../../messaging/engine-client';
import { plural } from '../../words/plural';
import type { StoredItem } from '../stored-item.svelte';
import type { ModelSources } from './group-models';
import { isSameModel } from './is-same-model';

interface ModelChoicesDependencies {
  readonly client: EngineClient;
  /** Every provider that can be asked. Read reactively. */
  readonly providers: () => readonly ProviderConfig[];
  readonly modelLists: StoredItem<Readonly<Record<string, ModelList>>>;
  readonly favouriteModels: StoredItem<readonly ModelRef[]>;
  readonly recentModels: StoredItem<readonly ModelRef[]>;
  readonly now?: () => number;
}

const MOST_RECENT = 8;

/** Which models there are and what is known of them. */
export class ModelChoices {
  readonly #dependencies: ModelChoicesDependencies;
  #known = $state.raw<((provider: ProviderConfig, id: string) => Omit<ModelFacts, 'id'> | undefined) | null>(null);
  #loading: Promise<void> | null = null;
  #busy = $state(false);
  #outcome = $state<string | null>(null);

  constructor(dependencies: ModelChoicesDependencies) {
    this.#dependencies = dependencies;
  }

  /** Whether lists are being asked for. */
  get busy(): boolean {
    return this.#busy;
  }

  /** What came of asking for lists last; null: nothing to tell. */
  get outcome(): string | null {
    return this.#outcome;
  }

  /** Loads what is known of models beside the servers' lists: prices, sizes, capabilities. */
  load(): Promise<void> {
    this.#loading ??= Promise.all([
      import('../../domain/models/known-facts'),
      import('../../domain/models/known-models.json'),
    ]).then(([{ knownFacts }, { default: known }]) => {
      this.#known = (provider, id) => knownFacts(known, provider, id);
    });
    return this.#loading;
  }

  /** What the picker is made from. */
  get sources(): ModelSources {
    const { providers, modelLists, favouriteModels, recentModels } = this.#dependencies;
    return {
      providers: providers(),
      lists: modelLists.current,
      favourites: favouriteModels.current,
      recent: recentModels.current,
      factsOf: (provider, listed) => this.#join(provider, listed),
    };
  }

  /** Whether a model is one that its provider's server listed or that its user typed. */
  isOffered({ providerId, model }: ModelRef): boolean {
    return this.#dependencies.modelLists.current[providerId]?.models.some(({ id }) => id === model) === true;
  }

  /** All that is known of a model. */
  factsOf({ providerId, model }: ModelRef): ModelFacts {
    const { providers, modelLists } = this.#dependencies;
    const provider = providers().find(({ id }) => id === providerId);
    const listed = modelLists.current[providerId]?.models.find(({ id }) => id === model) ?? { id: model };
    return provider === undefined ? listed : this.#join(provider, listed);
  }

  /** Models of the same provider to go on with where one is gone. */
  successorsOf({ providerId, model }: ModelRef): readonly ModelFacts[] {
    return successorsOf(this.#dependencies.modelLists.current[providerId]?.models ?? [], model);
  }

  #join(provider: ProviderConfig, listed: ModelFacts): ModelFacts {
    return joinFacts(listed, this.#known?.(provider, listed.id));
  }

  /** Notes that a model was chosen. */
  async noteUsed(ref: ModelRef): Promise<void> {
    await this.#dependencies.recentModels.update((all) =>
      [ref, ...all.filter((one) => !isSameModel(one, ref))].slice(0, MOST_RECENT),
    );
  }

  async toggleFavourite(ref: ModelRef): Promise<void> {
    await this.#dependencies.favouriteModels.update((all) =>
      all.some((one) => isSameModel(one, ref)) ? all.filter((one) => !isSameModel(one, ref)) : [...all, ref],
    );
  }

  /** Adds a model whose name was typed, for servers that list none or not all. */
  async addTyped(ref: ModelRef): Promise<void> {
    const { modelLists, now = Date.now } = this.#dependencies;
    await modelLists.update((all) => {
      const { at, models } = all[ref.providerId] ?? { at: now(), models: [] };
      if (models.some(({ id }) => id === ref.model)) return all;
      return { ...all, [ref.providerId]: { at, models: [...models, { id: ref.model }] } };
    });
  }

  /** Asks every server for its list anew; what fails keeps its former one. */
  async refresh(): Promise<void> {
    const { providers, client, modelLists, now = Date.now } = this.#dependencies;
    const asked = providers().filter((one) => !isOnDevice(one));
    this.#busy = true;
    const [first] = asked;
    this.#outcome =
      asked.length === 1 && first
        ? `Asking ${first.name}…`
        : plural(asked.length, ['Asking one provider…', 'Asking # providers…']);
    const failures: string[] = [];
    let count = 0;
    for (const config of asked) {
      try {
        const result = await client.request({ type: 'list-models', config });
        if (!result.ok) {
          failures.push(`${config.name}: ${describeError(result.error).title}`);
          continue;
        }
        count += result.models.length;
        if (result.models.length === 0) failures.push(`${config.name} lists no models: type a name.`);
        else await modelLists.update((all) => ({ ...all, [config.id]: { at: now(), models: result.models } }));
      } catch (reason) {
        failures.push(`${config.name}: ${describeError(toChatError(reason)).title}`);
      }
    }
    this.#busy = false;
    this.#outcome = [count > 0 ? plural(count, ['1 model listed.', '# models listed.']) : '', ...failures]
      .filter(Boolean)
      .join(' ');
  }
}
