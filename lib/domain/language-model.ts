/** How far the browser's own model is, in the Prompt API's words. */
export type ModelAvailability = 'unavailable' | 'downloadable' | 'downloading' | 'available';

/** One message of a session. */
export interface ModelMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

interface LanguageOptions {
  readonly expectedInputs?: readonly { readonly type: 'text'; readonly languages?: readonly string[] }[];
  readonly expectedOutputs?: readonly { readonly type: 'text'; readonly languages?: readonly string[] }[];
}

/** What a session is made from. */
export interface SessionOptions extends LanguageOptions {
  readonly initialPrompts?: readonly ModelMessage[];
  readonly signal?: AbortSignal;
  /** Hears of the download: `loaded` goes from 0 to 1. */
  readonly monitor?: (target: EventTarget) => void;
}

/** A session, as far as Aside uses it. Names before Chrome 148 are beside the present ones. */
export interface ModelSession {
  readonly promptStreaming: (text: string, options?: { readonly signal?: AbortSignal }) => ReadableStream<string>;
  readonly contextWindow?: number;
  readonly inputQuota?: number;
  readonly measureContextUsage?: (text: string) => Promise<number>;
  readonly measureInputUsage?: (text: string) => Promise<number>;
  readonly contextUsage?: number;
  readonly inputUsage?: number;
  readonly destroy: () => void;
}

/**
 * The browser's own model: `LanguageModel` of the Prompt API (developer.chrome.com, "The Prompt API"; MDN
 * "LanguageModel"). In extensions it is there in pages and in the service worker alike.
 */
export interface LanguageModelApi {
  readonly availability: (options?: LanguageOptions) => Promise<ModelAvailability>;
  readonly create: (options?: SessionOptions) => Promise<ModelSession>;
}

/** The languages that are asked for, the same in every call: an answer's safety is vouched for in these alone. */
export const MODEL_LANGUAGES: LanguageOptions = {
  expectedInputs: [{ type: 'text', languages: ['en'] }],
  expectedOutputs: [{ type: 'text', languages: ['en'] }],
};
