import type { FoundServer } from '../../domain/local/local-servers';
import { randomId, type ProviderId } from '../../domain/ids';
import type { ModelFacts } from '../../domain/model-facts';
import type { ProviderConfig } from '../../domain/provider-config';
import type { EngineClient } from '../../messaging/engine-client';

interface FinderDependencies {
  readonly client: EngineClient;
  /** Asks in the click that calls it. */
  readonly requestLoopbackAccess: () => Promise<boolean>;
  readonly saveConfig: (config: ProviderConfig, models: readonly ModelFacts[]) => Promise<void>;
}

/** How far it is. */
export type FinderState = 'idle' | 'asking' | 'looking' | 'refused' | 'failed' | 'done';

/** Looks for model servers on this machine, and adds those that are wanted. */
export class ServerFinder {
  readonly #dependencies: FinderDependencies;
  #state = $state<FinderState>('idle');
  #found = $state.raw<readonly FoundServer[]>([]);

  constructor(dependencies: FinderDependencies) {
    this.#dependencies = dependencies;
  }

  get state(): FinderState {
    return this.#state;
  }

  get found(): readonly FoundServer[] {
    return this.#found;
  }

  /** Asks for leave and then looks. Must be called in a click. */
  async find(): Promise<void> {
    const { client, requestLoopbackAccess } = this.#dependencies;
    const leave = requestLoopbackAccess();
    this.#state = 'asking';
    if (!(await leave)) {
      this.#state = 'refused';
      return;
    }
    this.#state = 'looking';
    try {
      this.#found = await client.request({ type: 'find-servers', at: null });
      this.#state = 'done';
    } catch {
      this.#state = 'failed';
    }
  }

  /** Adds a server with one of its models. */
  async add({ models, error: _error, ...server }: FoundServer, model: string): Promise<void> {
    const id = randomId() as ProviderId;
    const config = { ...server, id, model, avatar: 'icon:bot', allowInsecure: false };
    await this.#dependencies.saveConfig(config, models);
  }
}
