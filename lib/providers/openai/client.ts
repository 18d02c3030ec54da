import { OpenAI } from 'openai';
import type { Dialect } from '../../domain/dialect';
import { NO_SDK_TIMEOUT_MS, type SdkOptions } from '../network/sdk-options';

/** How a key travels; default `bearer`. */
interface KeyHeader {
  readonly auth?: Dialect['auth'];
}

/** The official SDK without its retries, timers, logs and environment variables. */
export function createOpenAIClient({ baseUrl, key, fetch, auth = 'bearer' }: SdkOptions & KeyHeader): OpenAI {
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
    defaultHeaders: headersFor(key, auth),
  });
}

/** What differs from the SDK's own `Authorization: Bearer`. */
function headersFor(key: string | null, auth: Dialect['auth']): Record<string, string | null> {
  if (key === null) return { Authorization: null };
  return auth === 'api-key' ? { Authorization: null, 'api-key': key } : {};
}
