import { isRecord } from '../network/server-sentence';

/** What a server says of one of its models. What is missing it does not say. */
export interface OllamaModel {
  /** Tokens that the model was made for. */
  readonly contextTokens?: number;
  readonly thinks: boolean;
  readonly seesImages?: boolean;
  /** It writes answers; others turn text into numbers alone. */
  readonly answers: boolean;
}

/** Reads the answer of `POST /api/show`. Servers before 0.6.4 name no capabilities. */
export function readOllamaModel(shown: unknown): OllamaModel {
  const { model_info: info, capabilities } = isRecord(shown) ? shown : {};
  const can = Array.isArray(capabilities) ? (capabilities as readonly unknown[]) : null;
  const contextTokens = contextOf(info);
  return {
    ...(contextTokens === undefined ? {} : { contextTokens }),
    thinks: can?.includes('thinking') === true,
    ...(can === null ? {} : { seesImages: can.includes('vision') }),
    answers: can === null || can.includes('completion'),
  };
}

/** The field is named after the model's architecture: `llama.context_length`. */
function contextOf(info: unknown): number | undefined {
  if (!isRecord(info)) return undefined;
  const found = Object.entries(info).find(([name]) => name.endsWith('.context_length'))?.[1];
  return typeof found === 'number' && found > 0 ? found : undefined;
}
