import type { KeyStatus } from '../domain/credentials';
import type { ProviderId } from '../domain/ids';
import type { EngineClient } from '../messaging/engine-client';

/** What is sent beside a key. */
export type ExtraKind = 'headers' | 'query';

/** What a form knows of the key of its provider: never the key. */
export class KeyEntry {
  /** Whether the key is forgotten when the browser closes. */
  session = $state(false);
  #host = $state<string | null>(null);
  #status = $state.raw<KeyStatus | null>(null);
  readonly #client: EngineClient;
  readonly #providerId: ProviderId;

  constructor(client: EngineClient, providerId: ProviderId) {
    this.#client = client;
    this.#providerId = providerId;
  }

  /** The host that a key is there for; null: none. */
  get host(): string | null {
    return this.#status?.hasKey === true && this.#status.kept !== 'lost' ? this.#host : null;
  }

  /** The host whose key was for a session of the browser that is over; null: none. */
  get lostFor(): string | null {
    return this.#status?.hasKey === true && this.#status.kept === 'lost' ? this.#host : null;
  }

  /** What is to be said at the field for the key of a host; empty: nothing. */
  noteFor(host: string, triesAtOnce: boolean): string {
    if (this.lostFor === host)
      return 'The key was kept for one session of the browser, which is over. Enter it again.';
    if (this.host !== null && this.host !== host)
      return `The saved key is for ${this.host} and does not go to ${host}: enter the key for this address.`;
    return triesAtOnce ? `A key that is pasted is tried at once: ${host} is asked for its models.` : '';
  }

  /** Looks what is stored for a host. */
  async look(host: string): Promise<void> {
    const status = await this.#client.request({ type: 'key-status', providerId: this.#providerId, host });
    this.#host = host;
    this.#status = status;
    this.session = status.kept === 'session' || status.kept === 'lost';
  }

  /** Names of what is sent beside the key to a host. */
  extras(host: string | null, kind: ExtraKind): readonly string[] {
    return host !== null && host === this.#host ? (this.#status?.[kind] ?? []) : [];
  }

  /** Keeps a header or query parameter for a host beside those there are; null takes it away. */
  async setExtra(host: string, kind: ExtraKind, name: string, value: string | null): Promise<void> {
    const kept = this.extras(host, kind).filter((one) => one !== name);
    const all: Record<string, string | null> = Object.fromEntries(kept.map((one) => [one, null]));
    if (value !== null) all[name] = value;
    const request = { type: 'save-key', providerId: this.#providerId, host, [kind]: all } as const;
    await this.#client.request(request);
    await this.look(host);
  }

  /** Sends what was typed, once; without it only how long the stored key is kept, where that was changed. */
  async save(host: string, key: string): Promise<void> {
    const { session } = this;
    const isKept = this.host === host && (this.#status?.kept === 'session') === session;
    if (key === '' && (this.host !== host || isKept)) return;
    const value = key === '' ? {} : { value: key };
    await this.#client.request({ type: 'save-key', providerId: this.#providerId, host, ...value, session });
    const [headers, query] = [this.extras(host, 'headers'), this.extras(host, 'query')];
    this.#host = host;
    this.#status = { kept: session ? 'session' : 'stored', hasKey: true, headers, query };
  }
}
