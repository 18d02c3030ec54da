/** What both SDKs' clients are made from. */
export interface SdkOptions {
  readonly baseUrl: string;
  /** Null: the server wants none, and no header is sent. */
  readonly key: string | null;
  /** The guarded one. */
  readonly fetch: typeof fetch;
}

/** Longer than any answer: the guarded fetch does the timing, and an SDK's timer must not cut in before it. */
export const NO_SDK_TIMEOUT_MS = 2 ** 31 - 1;
