import { type LanguageModelApi, MODEL_LANGUAGES, type ModelAvailability } from '../../domain/language-model';
import type { ModelFacts } from '../../domain/model-facts';
import { BROWSER_MODEL, type ProviderConfig } from '../../domain/provider-config';

interface BrowserModelDependencies {
  /** Null: the browser has none. */
  readonly api: LanguageModelApi | null;
  readonly saveConfig: (config: ProviderConfig, models: readonly ModelFacts[]) => Promise<void>;
}

/** The browser's own model in the settings: whether it is there, its download, its use. */
export class BrowserModel {
  readonly #dependencies: BrowserModelDependencies;
  #availability = $state.raw<ModelAvailability | null>(null);
  #progress = $state<number | null>(null);
  #problem = $state<string | null>(null);

  constructor(dependencies: BrowserModelDependencies) {
    this.#dependencies = dependencies;
  }

  /** Null: the browser has no such model, or it is not known yet. */
  get availability(): ModelAvailability | null {
    return this.#availability;
  }

  /** Share of the download that is done, 0 to 1; null: none runs. */
  get progress(): number | null {
    return this.#progress;
  }

  /** Why it could not be set up, in plain words; null: nothing went wrong. */
  get problem(): string | null {
    return this.#problem;
  }

  /** Looks whether it is there. */
  async look(): Promise<void> {
    const { api } = this.#dependencies;
    this.#availability = (await api?.availability(MODEL_LANGUAGES).catch(() => null)) ?? null;
  }

  /** Sets the model up for new chats, and downloads it first where need be. Must be called in a click. */
  async use(): Promise<void> {
    const { api, saveConfig } = this.#dependencies;
    if (api === null) return;
    this.#problem = null;
    this.#progress = this.#availability === 'available' ? null : 0;
    try {
      // The first statement: a download is begun by a click alone.
      const session = await api.create({
        ...MODEL_LANGUAGES,
        monitor: (target) =>
          target.addEventListener('downloadprogress', (event) => {
            this.#progress = 'loaded' in event && typeof event.loaded === 'number' ? event.loaded : this.#progress;
          }),
      });
      const contextTokens = session.contextWindow ?? session.inputQuota;
      session.destroy();
      const isKnown = contextTokens !== undefined && Number.isFinite(contextTokens);
      await saveConfig(BROWSER_MODEL, [{ id: BROWSER_MODEL.model, ...(isKnown ? { contextTokens } : {}) }]);
    } catch (thrown) {
      this.#problem = problemOf(thrown);
    } finally {
      this.#progress = null;
      await this.look();
    }
  }
}

function problemOf(thrown: unknown): string {
  const name = thrown instanceof Error ? thrown.name : '';
  if (name === 'QuotaExceededError') {
    return 'There is too little room on the disk for the model. Make room, then try again.';
  }
  if (name === 'NetworkError') return 'The download broke off. Check that you are online, then try again.';
  return 'The browser could not set its model up. Try again, or restart the browser.';
}
