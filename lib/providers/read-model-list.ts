import type { ModelFacts, ModelPrice } from '../domain/model-facts';
import { EFFORTS, type ModelParameters } from '../domain/model-parameters';
import { isRecord } from './network/server-sentence';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a server's list of models with all it says of them. Each service has its own fields: OpenRouter "List available
 * models", Anthropic "List models", Mistral "List available models", Groq, Together and Fireworks "Models", GitHub "Catalog",
 * vLLM and llama.cpp by their sources. What does not answer in words (embeddings, speech) is left out where the server says so.
 */
export function readModelList(answer: unknown): readonly ModelFacts[] {
  const seen = new Set<string>();
  return entriesOf(answer).flatMap((entry) => {
    const facts = isRecord(entry) && answersInWords(entry) ? readModel(entry) : null;
    if (facts === null || seen.has(facts.id)) return [];
    seen.add(facts.id);
    return [facts];
  });
}

/** The list itself: some servers wrap it as OpenAI does, some don't. */
function entriesOf(answer: unknown): readonly unknown[] {
  if (Array.isArray(answer)) return answer;
  if (!isRecord(answer)) return [];
  const list = answer['data'] ?? answer['models'];
  return Array.isArray(list) ? list : [];
}

function readModel(model: Fields): ModelFacts | null {
  const id = model['id'];
  if (typeof id !== 'string' || id === '') return null;
  const name = firstText(model['display_name'], model['name']);
  const contextTokens = firstCount(
    model['context_length'],
    model['max_input_tokens'],
    model['max_context_length'],
    model['context_window'],
    model['max_model_len'],
    at(model, 'limits', 'max_input_tokens'),
    at(model, 'meta', 'n_ctx'),
  );
  const seesImages = seesImagesOf(model);
  const reasons = reasonsOf(model);
  const price = priceOf(model['pricing']);
  const maxOutputTokens = firstCount(
    model['max_tokens'],
    model['max_completion_tokens'],
    at(model, 'top_provider', 'max_completion_tokens'),
    at(model, 'limits', 'max_output_tokens'),
  );
  const createdAt = timeOf(model['created'] ?? model['created_at']);
  const successor = firstText(model['deprecation_replacement_model']);
  const isRetired =
    model['lifecycle'] === 'retired' || model['lifecycle'] === 'deprecated' || model['active'] === false;
  return {
    id,
    ...(name === undefined || name === id ? {} : { name }),
    ...(contextTokens === undefined ? {} : { contextTokens }),
    ...(seesImages === undefined ? {} : { seesImages }),
    ...(reasons === undefined ? {} : { reasons }),
    ...(price === undefined ? {} : { price }),
    ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
    ...thinkingOf(model),
    ...refusedBy(model['supported_parameters']),
    ...(isRetired || successor !== undefined ? { retired: true } : {}),
    ...(successor === undefined ? {} : { successor }),
    ...(createdAt === undefined ? {} : { createdAt }),
  };
}

/** Seconds since the epoch, or a date as text; some servers say 0 or now, which tells nothing but harms nothing. */
function timeOf(value: unknown): number | undefined {
  if (typeof value === 'number' && value > 0) return value * 1000;
  const time = typeof value === 'string' ? Date.parse(value) : NaN;
  return time > 0 ? time : undefined;
}

function answersInWords(model: Fields): boolean {
  const type = model['type'];
  // Together names the kind; Anthropic says `model`, others nothing.
  if (
    typeof type === 'string' &&
    ['embedding', 'image', 'audio', 'rerank', 'moderation', 'video'].includes(type)
  ) {
    return false;
  }
  const output = at(model, 'architecture', 'output_modalities') ?? model['supported_output_modalities'];
  if (Array.isArray(output) && !output.includes('text')) return false;
  return at(model, 'capabilities', 'completion_chat') !== false && model['supports_chat'] !== false;
}

function seesImagesOf(model: Fields): boolean | undefined {
  const input = at(model, 'architecture', 'input_modalities') ?? model['supported_input_modalities'];
  if (Array.isArray(input)) return input.includes('image');
  return firstFlag(
    at(model, 'capabilities', 'vision'),
    at(model, 'capabilities', 'image_input', 'supported'),
    model['supports_image_input'],
  );
}

function reasonsOf(model: Fields): boolean | undefined {
  const parameters = model['supported_parameters'];
  if (Array.isArray(parameters)) return parameters.includes('reasoning');
  return firstFlag(at(model, 'capabilities', 'thinking', 'supported'), at(model, 'capabilities', 'reasoning'));
}

/** Anthropic: whether it decides itself how much it thinks, and the words for that. */
function thinkingOf(model: Fields): Pick<ModelFacts, 'adaptive' | 'efforts'> {
  const adaptive = at(model, 'capabilities', 'thinking', 'types', 'adaptive', 'supported');
  if (typeof adaptive !== 'boolean') return {};
  const has = (word: string): boolean =>
    word === 'none'
      ? at(model, 'capabilities', 'thinking', 'types', 'disabled', 'supported') !== false
      : at(model, 'capabilities', 'effort', word, 'supported') === true;
  return { adaptive, ...(adaptive ? { efforts: EFFORTS.filter(has) } : {}) };
}

const WIRE_NAMES = { temperature: 'temperature', topP: 'top_p', maxTokens: 'max_tokens', stop: 'stop' } as const;

/** OpenRouter lists what each model takes. */
function refusedBy(supported: unknown): Pick<ModelFacts, 'refuses'> {
  if (!Array.isArray(supported)) return {};
  const names = Object.keys(WIRE_NAMES) as (keyof typeof WIRE_NAMES & keyof ModelParameters)[];
  const refuses = names.filter((name) => !supported.includes(WIRE_NAMES[name]));
  return refuses.length === 0 ? {} : { refuses };
}

/** OpenRouter gives dollars a token as text, Together dollars a million as numbers. */
function priceOf(pricing: unknown): ModelPrice | undefined {
  if (!isRecord(pricing)) return undefined;
  const perMillion = (...fields: readonly string[]): number | undefined => {
    for (const field of fields) {
      const value = pricing[field];
      if (typeof value === 'string' && value !== '') return Number((Number(value) * 1_000_000).toPrecision(6));
      if (typeof value === 'number') return value;
    }
    return undefined;
  };
  const [input, output] = [perMillion('prompt', 'input'), perMillion('completion', 'output')];
  // OpenRouter's routers give -1: it depends.
  if (input === undefined || output === undefined || !(input >= 0) || !(output >= 0)) return undefined;
  const [cacheRead, cacheWrite] = [
    perMillion('input_cache_read', 'cached_input'),
    perMillion('input_cache_write'),
  ];
  return {
    input,
    output,
    ...(cacheRead === undefined || !(cacheRead >= 0) ? {} : { cacheRead }),
    ...(cacheWrite === undefined || !(cacheWrite >= 0) ? {} : { cacheWrite }),
  };
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, field) => (isRecord(inner) ? inner[field] : undefined), value);
}

const firstText = (...values: readonly unknown[]): string | undefined =>
  values.find((value): value is string => typeof value === 'string' && value.trim() !== '');
const firstCount = (...values: readonly unknown[]): number | undefined =>
  values.find((value): value is number => typeof value === 'number' && value > 0);
const firstFlag = (...values: readonly unknown[]): boolean | undefined =>
  values.find((value): value is boolean => typeof value === 'boolean');
