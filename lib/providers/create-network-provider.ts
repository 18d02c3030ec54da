import type { ChatError } from '../domain/errors';
import { needsKey } from '../domain/provider-address';
import { bringsPictures } from '../domain/pictures/sent-picture';
import { hostOf, type ProviderConfig } from '../domain/provider-config';
import { createMessagesProvider } from './anthropic/messages-provider';
import type { Clock } from './network/clock';
import type { ExtraSecrets } from './network/extra-secrets';
import { keyProblem } from './network/key-problem';
import { createOllamaProvider } from './ollama/ollama-provider';
import { createChatProvider } from './openai/chat-completions/chat-provider';
import { createResponsesProvider } from './openai/responses/responses-provider';
import type { Provider } from './provider';

export interface NetworkProviderOptions extends ExtraSecrets {
  readonly config: ProviderConfig;
  /** The saved key, or null where the server wants none. */
  readonly key: string | null;
  /** Default: the platform's. */
  readonly fetch?: typeof fetch | undefined;
  /** Whether the model sees pictures: where it does not, none are sent. Undefined: the server is asked. */
  readonly seesImages?: boolean | undefined;
  readonly clock?: Clock | undefined;
  /** Longest silence in ms. Default: 120,000, and 300,000 for a server on this machine or network. */
  readonly stallMs?: number | undefined;
}

/**
 * Makes the provider that a configuration describes. What is wrong before any request (no key where one is needed, a
 * host that may not be reached) comes as the stream's one error. The built-in reader is made elsewhere.
 */
export function createNetworkProvider({ config, key, seesImages, ...rest }: NetworkProviderOptions): Provider {
  const usedKey = key?.trim() || null;
  const problem = setupProblem(config, usedKey);
  if (problem) return failing(problem);
  const provider = providerOf(config, usedKey, rest);
  return seesImages === false ? withoutSight(provider, hostOf(config.baseUrl)) : provider;
}

function providerOf(
  config: ProviderConfig,
  usedKey: string | null,
  rest: Omit<NetworkProviderOptions, 'config' | 'key' | 'seesImages'>,
): Provider {
  const options = { ...rest, baseUrl: config.baseUrl, allowInsecure: config.allowInsecure, key: usedKey };
  switch (config.kind) {
    case 'openai':
      return createResponsesProvider(options);
    case 'openai-compatible':
      return createChatProvider({ ...options, preset: config.preset });
    case 'ollama':
      return createOllamaProvider(options);
    case 'anthropic':
      return createMessagesProvider(options);
    case 'browser':
    case 'built-in':
      return failing({ kind: 'no-provider' });
  }
}

/** What is wrong with a provider before anything is sent, or null. */
export function setupProblem(config: ProviderConfig, key: string | null): ChatError | null {
  if (!URL.canParse(config.baseUrl)) return { kind: 'no-provider' };
  const host = hostOf(config.baseUrl);
  if (key !== null) return keyProblem(key, host);
  return needsKey(config) ? { kind: 'no-key', host } : null;
}

function failing(error: ChatError): Provider {
  return async function* () {
    yield { type: 'error', error };
  };
}

/** A model that sees nothing: what would show it a picture fails before anything is sent. */
function withoutSight(provider: Provider, host: string): Provider {
  return async function* (request, signal) {
    if (bringsPictures(request.messages)) yield { type: 'error', error: { kind: 'cannot-see', host } };
    else yield* provider(request, signal);
  };
}
