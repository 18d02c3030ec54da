import { BaseAnthropic } from '@anthropic-ai/sdk/client';
import { Messages } from '@anthropic-ai/sdk/resources/messages';
import { Models } from '@anthropic-ai/sdk/resources/models';
import { NO_SDK_TIMEOUT_MS, type SdkOptions } from '../network/sdk-options';

/** The two parts of the official SDK that Aside uses. */
export interface AnthropicClient {
  readonly messages: Messages;
  readonly models: Models;
}

/**
 * The official SDK's base client with Messages and Models only (a third of the whole), without retries, timers, logs
 * and tracing. `dangerouslyAllowBrowser` makes it send `anthropic-dangerous-direct-browser-access`.
 */
export function createAnthropicClient({ baseUrl, key, fetch }: SdkOptions): AnthropicClient {
  const client = new BaseAnthropic({
    baseURL: baseUrl,
    // Without a key the SDK would look for credentials elsewhere; a gateway that wants none gets no header.
    apiKey: key ?? 'none',
    webhookKey: null,
    fetch,
    maxRetries: 0,
    timeout: NO_SDK_TIMEOUT_MS,
    logLevel: 'off',
    openTelemetry: false,
    dangerouslyAllowBrowser: true,
    ...(key === null ? { defaultHeaders: { Authorization: null } } : {}),
  });
  return { messages: new Messages(client), models: new Models(client) };
}
