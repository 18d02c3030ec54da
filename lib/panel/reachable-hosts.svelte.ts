import { hostOf } from '../domain/provider-config';

/** Hosts that are known to be reachable without a question of the browser. */
export class ReachableHosts {
  #hosts = $state.raw<ReadonlySet<string>>(new Set());
  readonly #hasHostAccess: (baseUrl: string) => Promise<boolean>;

  constructor(hasHostAccess: (baseUrl: string) => Promise<boolean>) {
    this.#hasHostAccess = hasHostAccess;
  }

  has(baseUrl: string): boolean {
    return this.#hosts.has(hostOf(baseUrl));
  }

  /** Looks, so that a click knows without waiting if it must ask. */
  async look(baseUrl: string): Promise<void> {
    if (await this.#hasHostAccess(baseUrl)) this.#hosts = new Set([...this.#hosts, hostOf(baseUrl)]);
  }
}
