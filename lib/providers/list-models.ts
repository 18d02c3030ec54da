import { createAnthropicClient } from './anthropic/client';
import type { Guard } from './network/guarded-fetch';
import { isRecord } from './network/server-sentence';
import { createOpenAIClient } from './openai/client';

export interface ListModelsOptions {
  readonly kind: 'openai' | 'openai-compatible' | 'anthropic';
  readonly baseUrl: string;
  readonly key: string | null;
  readonly guard: Guard;
}

/** Asks a server for its models' ids by the SDK. Rejects as the SDK does; the guard then knows why. */
export async function listModels(options: ListModelsOptions, signal: AbortSignal): Promise<readonly string[]> {
  const sdk = { baseUrl: options.baseUrl, key: options.key, fetch: options.guard.fetch };
  const page: { readonly data: unknown } =
    options.kind === 'anthropic'
      ? await createAnthropicClient(sdk).models.list({ limit: 1000 }, { signal })
      : await createOpenAIClient(sdk).models.list({ signal });
  if (!Array.isArray(page.data)) return [];
  return page.data.flatMap((model: unknown) =>
    isRecord(model) && typeof model['id'] === 'string' ? [model['id']] : [],
  );
}
