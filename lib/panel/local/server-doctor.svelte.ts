import { diagnose, type Diagnosis } from '../../domain/local/diagnose';
import { hostKind } from '../../domain/host-kind';
import type { Machine } from '../../domain/local/machine';
import type { ProviderConfig } from '../../domain/provider-config';
import type { EngineClient } from '../../messaging/engine-client';
import type { ConnectionTest } from '../../messaging/protocol';

interface DoctorDependencies {
  readonly client: EngineClient;
  readonly hasHostAccess: (baseUrl: string) => Promise<boolean>;
  readonly machine: () => Promise<Machine>;
}

/** Failures after which it helps to know what else answers at the host. */
const LOOKS_ROUND = new Set(['unreachable', 'not-found', 'not-a-stream', 'bad-request', 'redirected']);

/** Finds out why a server near by does not answer. */
export class ServerDoctor {
  readonly #dependencies: DoctorDependencies;
  #diagnosis = $state.raw<Diagnosis | null>(null);
  #examined = 0;

  constructor(dependencies: DoctorDependencies) {
    this.#dependencies = dependencies;
  }

  /** What ails the server that was examined last; null: nothing that is known. */
  get diagnosis(): Diagnosis | null {
    return this.#diagnosis;
  }

  /** Forgets what was said. */
  dismiss(): void {
    this.#examined += 1;
    this.#diagnosis = null;
  }

  /** Examines a server after the test of its configuration. One that is far away is left to itself. */
  async examine(config: ProviderConfig, result: ConnectionTest): Promise<void> {
    this.dismiss();
    const turn = this.#examined;
    if (hostKind(config.baseUrl) === 'public') return;
    const { client, hasHostAccess, machine } = this.#dependencies;
    const error = result.ok ? null : result.error;
    const hasAccess = await hasHostAccess(config.baseUrl);
    const looksRound = error !== null && LOOKS_ROUND.has(error.kind) && hasAccess;
    const others = looksRound ? await client.request({ type: 'find-servers', at: config.baseUrl }) : [];
    const known = others.find(({ kind, baseUrl }) => kind === config.kind && baseUrl === config.baseUrl);
    const findings = {
      config,
      error,
      models: result.ok ? result.models : (known?.models ?? []),
      hasAccess,
      others,
      machine: await machine(),
    };
    if (turn === this.#examined) this.#diagnosis = diagnose(findings);
  }
}
