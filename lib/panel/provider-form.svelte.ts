import { describeError } from '../domain/describe-error';
import { toChatError } from '../domain/errors';
import { hostKind } from '../domain/host-kind';
import { randomId, type ProviderId } from '../domain/ids';
import type { ModelFacts } from '../domain/model-facts';
import { needsKey, normalizeBaseUrl } from '../domain/provider-address';
import { DEFAULT_BASE_URL, hostOf, type ProviderConfig } from '../domain/provider-config';
import type { EngineClient } from '../messaging/engine-client';
import type { ConnectionTest } from '../messaging/protocol';
import { connectionOutcome, type FormOutcome } from './connection-outcome';
import { KeyEntry } from './key-entry.svelte';
import { firstChoice, PROVIDER_CHOICES, type ProviderChoice } from './provider-choices';
import { ReachableHosts } from './reachable-hosts.svelte';

interface ProviderFormDependencies {
  readonly client: EngineClient;
  readonly hasHostAccess: (baseUrl: string) => Promise<boolean>;
  /** Both ask in the click that calls them. */
  readonly requestHostAccess: (baseUrl: string) => Promise<boolean>;
  readonly requestDataCollection: () => Promise<boolean>;
  /** `models` are those that the server listed in the last test; none: it was not asked. */
  readonly saveConfig: (config: ProviderConfig, models: readonly ModelFacts[]) => Promise<void>;
  readonly onTested?: (config: ProviderConfig, result: ConnectionTest) => Promise<void>;
}

/** The state of the form that adds or changes a provider. The key is not here: `KeyField` holds it until it is sent. */
export class ProviderForm {
  name = $state('');
  baseUrl = $state('');
  model = $state('');
  avatar = $state('icon:sparkle');
  #choice = $state.raw<ProviderChoice>(firstChoice());
  #outcome = $state.raw<FormOutcome | null>(null);
  #models = $state.raw<readonly ModelFacts[]>([]);
  #busy = $state(false);
  #insecureHost = $state<string | null>(null);
  readonly id: ProviderId;
  readonly key: KeyEntry;
  readonly #reachable: ReachableHosts;
  readonly isNew: boolean;
  readonly #dependencies: ProviderFormDependencies;

  constructor(dependencies: ProviderFormDependencies, existing: ProviderConfig | null) {
    this.#dependencies = dependencies;
    this.isNew = existing === null;
    this.id = existing?.id ?? (randomId() as ProviderId);
    this.#reachable = new ReachableHosts(dependencies.hasHostAccess);
    this.key = new KeyEntry(dependencies.client, this.id);
    if (existing === null) {
      this.choose(firstChoice().id);
      return;
    }
    this.#choice =
      PROVIDER_CHOICES.find(({ kind, preset }) => kind === existing.kind && preset === existing.preset) ??
      // A server that was once a preset of another API.
      PROVIDER_CHOICES.find(({ id }) => id === existing.preset) ??
      firstChoice();
    this.name = existing.name;
    const address = normalizeBaseUrl(this.#choice.kind, existing.baseUrl);
    this.baseUrl = address.ok ? address.baseUrl : existing.baseUrl;
    this.model = existing.model;
    this.avatar = existing.avatar;
    if (existing.allowInsecure) this.#insecureHost = hostOf(existing.baseUrl);
    void this.key.look(hostOf(existing.baseUrl));
    this.noteAddress();
  }

  get choice(): ProviderChoice {
    return this.#choice;
  }

  get outcome(): FormOutcome | null {
    return this.#outcome;
  }

  /** Models that the server listed in the last test. */
  get models(): readonly string[] {
    return this.#models.filter(({ retired }) => retired !== true).map(({ id }) => id);
  }

  get busy(): boolean {
    return this.#busy;
  }

  /** The host a key is stored for, where that is the host of the address typed. */
  get keyHost(): string | null {
    return this.#host !== null && this.#host === this.key.host ? this.#host : null;
  }

  /** What is to be said at the field of the key; empty: nothing. */
  get keyNote(): string {
    return this.#host === null ? '' : this.key.noteFor(this.#host, this.triesAtOnce);
  }

  /** Whether a pasted key may be tried without a click: the address is known to answer, nothing is to be asked first. */
  get triesAtOnce(): boolean {
    const address = this.#address;
    if (!address.ok || this.#busy || (this.asksInsecure && !this.allowInsecure)) return false;
    return this.#isReachable(address.baseUrl);
  }

  get #host(): string | null {
    const address = this.#address;
    return address.ok ? hostOf(address.baseUrl) : null;
  }

  /** Whether the address typed is one that answers nobody without a key. */
  get needsKey(): boolean {
    const { kind, preset } = this.#choice;
    const address = this.#address;
    return address.ok && needsKey({ kind, preset, baseUrl: address.baseUrl });
  }

  /** Whether the address goes to a private host without encryption, which the user must mean. */
  get asksInsecure(): boolean {
    const address = this.#address;
    return address.ok && address.baseUrl.startsWith('http:') && hostKind(address.baseUrl) === 'private';
  }

  /** Whether that was confirmed for this very host. */
  get allowInsecure(): boolean {
    const address = this.#address;
    return this.asksInsecure && address.ok && hostOf(address.baseUrl) === this.#insecureHost;
  }

  set allowInsecure(allowed: boolean) {
    const address = this.#address;
    this.#insecureHost = allowed && address.ok ? hostOf(address.baseUrl) : null;
  }

  get #address(): ReturnType<typeof normalizeBaseUrl> {
    return normalizeBaseUrl(this.#choice.kind, this.baseUrl);
  }

  choose(id: string): void {
    const choice = PROVIDER_CHOICES.find((one) => one.id === id);
    if (choice === undefined) return;
    const wasDefaultName = this.name === '' || this.name === this.#choice.name;
    if (wasDefaultName) this.name = choice.name;
    this.baseUrl = choice.baseUrl;
    this.#choice = choice;
    this.#models = [];
    this.#outcome = null;
    this.noteAddress();
  }

  /** Looks whether the typed host is reachable already. */
  noteAddress(): void {
    const address = this.#address;
    if (address.ok) void this.#reachable.look(address.baseUrl);
  }

  /** Tries the connection with what is typed. Must be called in a click. */
  async test(key: string): Promise<void> {
    const config = this.#config({ needsModel: false });
    if (config === null) return this.#keepKey(key);
    const access = this.#askAccess(config.baseUrl);
    await this.#work('Connecting…', async () => {
      await this.key.save(hostOf(config.baseUrl), key);
      const ask = () => this.#dependencies.client.request({ type: 'test-connection', config });
      let result = await ask();
      if (!result.ok && result.error.kind === 'unreachable' && access !== null) {
        this.#outcome = { role: 'status', text: 'Waiting for your answer to the browser’s question…' };
        if (await access) result = await ask();
      }
      if (result.ok) this.#models = result.models;
      this.#outcome = connectionOutcome(result, hostOf(config.baseUrl));
      await this.#dependencies.onTested?.(config, result);
    });
  }

  /** Saves the provider. Must be called in a click. Resolves to whether it was saved. */
  async save(key: string): Promise<boolean> {
    const config = this.#config({ needsModel: true });
    if (config === null) {
      await this.#keepKey(key);
      return false;
    }
    if (key === '' && this.keyHost === null && needsKey(config)) {
      this.#fail(`${hostOf(config.baseUrl)} needs an API key. Enter one.`, 'key');
      return false;
    }
    // Asked, not awaited: a refusal is kept by the browser, and the request is tried all the same.
    void this.#askAccess(config.baseUrl);
    void this.#dependencies.requestDataCollection();
    return this.#work('Saving…', async () => {
      await this.key.save(hostOf(config.baseUrl), key);
      await this.#dependencies.saveConfig(config, this.#models);
    });
  }

  #askAccess(baseUrl: string): Promise<boolean> | null {
    return this.#isReachable(baseUrl) ? null : this.#dependencies.requestHostAccess(baseUrl);
  }

  #isReachable(baseUrl: string): boolean {
    return baseUrl === DEFAULT_BASE_URL[this.#choice.kind] || this.#reachable.has(baseUrl);
  }

  /** A key that was typed beside a mistake elsewhere is stored, if its host is known: it can't be given back. */
  async #keepKey(key: string): Promise<void> {
    const address = this.#address;
    if (address.ok) await this.key.save(hostOf(address.baseUrl), key);
  }

  /** What is typed as a configuration; null, and a word at the field, where it cannot be one. */
  #config({ needsModel }: { needsModel: boolean }): ProviderConfig | null {
    const { kind, preset, name } = this.#choice;
    const address = this.#address;
    if (!address.ok) return this.#fail(address.problem, 'baseUrl');
    if (this.asksInsecure && !this.allowInsecure) {
      return this.#fail('Confirm below that this unencrypted address on your own network is meant.', 'baseUrl');
    }
    const model = this.model.trim();
    if (needsModel && model === '') {
      return this.#fail('Enter a model. “Test connection” lists those the server offers.', 'model');
    }
    this.baseUrl = address.baseUrl;
    return {
      id: this.id,
      kind,
      preset,
      name: this.name.trim() || name,
      baseUrl: address.baseUrl,
      model,
      avatar: this.avatar,
      allowInsecure: this.allowInsecure,
    };
  }

  async #work(text: string, work: () => Promise<void>): Promise<boolean> {
    this.#busy = true;
    this.#outcome = { role: 'status', text };
    try {
      await work();
      return true;
    } catch (reason) {
      const { title, detail } = describeError(toChatError(reason));
      this.#fail(`${title} ${detail}`, null);
      return false;
    } finally {
      this.#busy = false;
    }
  }

  #fail(text: string, field: 'baseUrl' | 'model' | 'key' | null): null {
    this.#outcome = { role: 'alert', text, field };
    return null;
  }
}
