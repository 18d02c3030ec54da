import { OpenAI } from 'openai';
import { NO_SDK_TIMEOUT_MS, type SdkOptions } from '../network/sdk-options';

/** The official SDK without its retries, timers, logs and environment variables. */
export function createOpenAIClient({ baseUrl, key, fetch }: SdkOptions): OpenAI {
  return new OpenAI({
    baseURL: baseUrl,
    // The SDK insists on a key; a server that wants none gets no header.
    apiKey: key ?? 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    fetch,
    maxRetries: 0,
    timeout: NO_SDK_TIMEOUT_MS,
    logLevel: 'off',
    dangerouslyAllowBrowser: true,
    ...(key === null ? { defaultHeaders: { Authorization: null } } : {}),
  });
}
