import { type ChatError, toChatError } from '../domain/errors';
import type { ModelFacts } from '../domain/model-facts';
import type { StreamEvent } from '../domain/stream-event';
import { hostOf } from '../domain/provider-config';
import { plural } from '../words/plural';
import { createNetworkProvider, type NetworkProviderOptions, setupProblem } from './create-network-provider';
import { listModels } from './list-models';
import { createGuardedFetch } from './network/guarded-fetch';
import { dialectOf } from './openai/chat-completions/dialect';

/** Whether a provider answers. `models` is empty where the server does not list any. */
export type ConnectionResult =
  | { readonly ok: true; readonly models: readonly ModelFacts[]; readonly note?: string }
  | { readonly ok: false; readonly error: ChatError };

/** A test is watched by a person, so it gives up sooner than an answer. */
const TEST_STALL_MS = 30_000;
/** A large model may take that long to load. */
const LOADING_STALL_MS = 150_000;

interface TestOptions extends NetworkProviderOptions {
  /** Also ask the model one short question, where it is among those listed: it shows whether it can be loaded. */
  readonly askModel?: boolean;
  /** Counts what asking the model takes. */
  readonly meter?: (ask: () => AsyncIterable<StreamEvent>) => AsyncIterable<StreamEvent>;
}

/** What a model is asked in a test. */
export const TEST_QUESTION = 'Answer with the word: ok';

/**
 * Tries a configuration: asks for the list of models, which costs nothing; where there is none, or where the list is
 * open to anybody and so proves no key, asks the model one short question and stops it at its first word.
 */
export async function testConnection(
  { askModel = false, stallMs = askModel ? LOADING_STALL_MS : TEST_STALL_MS, ...options }: TestOptions,
  signal: AbortSignal,
): Promise<ConnectionResult> {
  const { config } = options;
  const key = options.key?.trim() || null;
  const { kind } = config;
  if (kind === 'browser' || kind === 'built-in') return { ok: true, models: [] };
  const problem = setupProblem(config, key);
  if (problem) return { ok: false, error: problem };
  const { baseUrl, allowInsecure } = config;
  const network = { ...options, baseUrl, allowInsecure, key, stallMs };
  const guard = createGuardedFetch(network);
  try {
    const models = await listModels({ kind, preset: config.preset, baseUrl, key, guard, network }, signal);
    const provesKey = kind !== 'openai-compatible' || !dialectOf(config.preset).openModelList;
    const isAsked = askModel && config.model !== '' && models.some(({ id }) => isNamed(id, config.model));
    if (models.length === 0 || (!provesKey && key !== null) || isAsked)
      return await askOnce({ ...options, stallMs }, models, signal);
    return listed(models, config.model, hostOf(baseUrl));
  } catch (thrown) {
    const error = guard.failure() ?? toChatError(thrown);
    return hasNoList(error) ? await askOnce({ ...options, stallMs }, [], signal) : { ok: false, error };
  }
}

/** Asks a configured server for its models, and nothing else. One that lists none gives an empty list. */
export async function askForModels(
  { stallMs = TEST_STALL_MS, ...options }: NetworkProviderOptions,
  signal: AbortSignal,
): Promise<ConnectionResult> {
  const { kind, preset, baseUrl, allowInsecure } = options.config;
  const key = options.key?.trim() || null;
  if (kind === 'browser' || kind === 'built-in') return { ok: true, models: [] };
  const problem = setupProblem(options.config, key);
  if (problem) return { ok: false, error: problem };
  const network = { ...options, baseUrl, allowInsecure, key, stallMs };
  const guard = createGuardedFetch(network);
  try {
    return { ok: true, models: await listModels({ kind, preset, baseUrl, key, guard, network }, signal) };
  } catch (thrown) {
    const error = guard.failure() ?? toChatError(thrown);
    return hasNoList(error) ? { ok: true, models: [] } : { ok: false, error };
  }
}

/** Whether a failed list means that the server has none. */
function hasNoList({ kind, status }: ChatError): boolean {
  return kind === 'not-a-stream' || status === 404 || status === 405;
}

/** Ollama calls a model without a tag the latest. */
function isNamed(id: string, model: string): boolean {
  return id === model || id === `${model}:latest`;
}

function listed(models: readonly ModelFacts[], model: string, host: string): ConnectionResult {
  if (model === '' || models.some(({ id }) => isNamed(id, model))) return { ok: true, models };
  const note = plural(
    models.length,
    ['“{0}” is not the one model that {1} lists.', '“{0}” is not among the # models that {1} lists.'],
    [model, host],
  );
  return { ok: true, models, note };
}

async function askOnce(
  { meter = (ask) => ask(), ...options }: TestOptions,
  models: readonly ModelFacts[],
  signal: AbortSignal,
): Promise<ConnectionResult> {
  const { model, baseUrl } = options.config;
  const host = hostOf(baseUrl);
  if (model === '') {
    if (models.length > 0) return { ok: true, models, note: 'Choose a model, then test again to check the key.' };
    return {
      ok: false,
      error: { kind: 'bad-request', host, detail: 'This server lists no models: type a model name.' },
    };
  }
  const request = {
    model,
    system: '',
    messages: [{ role: 'user' as const, text: TEST_QUESTION }],
    question: TEST_QUESTION,
    pages: [],
  };
  const enough = new AbortController();
  try {
    const bothSignals = AbortSignal.any([signal, enough.signal]);
    for await (const event of meter(() => createNetworkProvider(options)(request, bothSignals))) {
      if (event.type === 'error' && event.error.kind !== 'empty-answer') return { ok: false, error: event.error };
      if (event.type !== 'usage' && event.type !== 'phase') break;
    }
  } finally {
    enough.abort();
  }
  if (signal.aborted) return { ok: false, error: { kind: 'timeout', host } };
  if (models.length > 0) return listed(models, model, host);
  return { ok: true, models, note: `${host} answers, but does not list its models.` };
}
