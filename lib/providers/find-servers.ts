import { toChatError } from '../domain/errors';
import type { FoundServer, LocalServer } from '../domain/local/local-servers';
import { listModels } from './list-models';
import { createGuardedFetch } from './network/guarded-fetch';

interface FindOptions {
  /** Plain http to a private host is meant. */
  readonly allowInsecure: boolean;
  readonly fetch?: typeof fetch | undefined;
}

/** A server that is there answers at once. */
const STALL_MS = 3_000;

/**
 * Asks each server for its models, all at once, and gives those that answer as one of its kind: with models, or refusing.
 * Whatever else listens on these ports is passed over. No key is sent. Never rejects.
 */
export async function findServers(
  servers: readonly LocalServer[],
  options: FindOptions,
  signal: AbortSignal,
): Promise<readonly FoundServer[]> {
  const look = async (server: LocalServer): Promise<readonly FoundServer[]> => {
    const { kind, preset, baseUrl } = server;
    if (kind === 'browser' || kind === 'built-in') return [];
    const network = { ...options, baseUrl, key: null, stallMs: STALL_MS };
    const guard = createGuardedFetch(network);
    try {
      const models = await listModels({ kind, preset, baseUrl, key: null, guard, network }, signal);
      // A fresh Ollama has none yet; elsewhere a list of nothing is no list.
      return models.length > 0 || kind === 'ollama' ? [{ ...server, models, error: null }] : [];
    } catch (thrown) {
      const error = guard.failure() ?? toChatError(thrown);
      const isThere = error.kind === 'forbidden' || error.kind === 'unauthorized';
      return isThere ? [{ ...server, models: [], error }] : [];
    }
  };
  return (await Promise.all(servers.map(look))).flat();
}
