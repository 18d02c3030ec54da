import type { ModelFacts } from '../domain/model-facts';
import type { NetworkKind } from '../domain/provider-config';
import { presetOf } from '../domain/provider-presets';
import { createAnthropicClient } from './anthropic/client';
import type { Guard, GuardOptions } from './network/guarded-fetch';
import { listOllamaModels } from './ollama/list-models';
import { createOpenAIClient } from './openai/client';
import { dialectOf } from './openai/chat-completions/dialect';
import { readModelList } from './read-model-list';

export interface ListModelsOptions {
  readonly kind: NetworkKind;
  readonly preset: string | null;
  readonly baseUrl: string;
  readonly key: string | null;
  readonly guard: Guard;
  /** What the guard was made from. */
  readonly network: GuardOptions;
}

/** Asks a server for its models. Rejects as its SDK does, and the guard then knows why, or with a ChatFailure. */
export async function listModels(options: ListModelsOptions, signal: AbortSignal): Promise<readonly ModelFacts[]> {
  if (options.kind === 'ollama') return await listOllamaModels(options.network, signal);
  return readModelList(await ask(options, signal));
}

async function ask(
  { kind, preset, baseUrl, key, guard }: ListModelsOptions,
  signal: AbortSignal,
): Promise<unknown> {
  const sdk = { baseUrl, key, fetch: guard.fetch };
  if (kind === 'anthropic') return await createAnthropicClient(sdk).models.list({ limit: 1000 }, { signal });
  if (kind === 'openai') return await createOpenAIClient(sdk).get('/models', { signal });
  const { auth } = dialectOf(preset);
  return await createOpenAIClient({ ...sdk, auth }).get(listAddress(preset, baseUrl), { signal });
}

/** Where a preset has its list elsewhere: there, but only on the host that the key is for. */
function listAddress(preset: string | null, baseUrl: string): string {
  const own = presetOf(preset)?.modelList;
  return own !== undefined && new URL(own).origin === new URL(baseUrl).origin ? own : '/models';
}
