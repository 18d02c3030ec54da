import { GENERIC_DIALECT } from './dialect';
import type { ModelFacts } from './model-facts';
import { EFFORTS, type Effort, type ModelParameters } from './model-parameters';
import type { ProviderConfig } from './provider-config';
import { presetOf } from './provider-presets';
import { thinksByName } from './thinks-by-name';

/** A number's bounds, both taken. */
export interface ParameterRange {
  readonly least: number;
  readonly most: number;
}

/** How a model is told to think: by a word or by a number of tokens. */
export type ThinkingSupport =
  { readonly by: 'effort'; readonly efforts: readonly Effort[] } | ({ readonly by: 'tokens' } & ParameterRange);

/** What a model lets itself be told. Null: it takes no such parameter. */
export interface ParameterSupport {
  readonly instructions: boolean;
  readonly temperature: ParameterRange | null;
  readonly topP: ParameterRange | null;
  readonly maxTokens: ParameterRange | null;
  /** How many stop texts it takes. */
  readonly stop: ParameterRange | null;
  readonly thinking: ThinkingSupport | null;
  /** Temperature and top-p are refused while it is told to think. */
  readonly samplesOnlyUnthinking: boolean;
}

const NOTHING: ParameterSupport = {
  instructions: false,
  temperature: null,
  topP: null,
  maxTokens: null,
  stop: null,
  thinking: null,
  samplesOnlyUnthinking: false,
};

/** What may be set where the model is not known yet; each then gets what it takes. */
export const ANY_SUPPORT: ParameterSupport = {
  instructions: true,
  temperature: { least: 0, most: 2 },
  topP: { least: 0, most: 1 },
  maxTokens: { least: 1, most: 1_000_000 },
  stop: { least: 1, most: 4 },
  thinking: { by: 'effort', efforts: EFFORTS },
  samplesOnlyUnthinking: false,
};

/** Longest answer that may be asked for where nobody says how long one can be. */
const ANY_LENGTH = 1_000_000;
/** "Extended thinking": the least budget. */
const LEAST_THINKING = 1_024;

/**
 * What a provider's model takes, as its API documents it, its preset's dialect says and what is known of the model
 * tells: "Messages" and "Extended thinking" of Anthropic, "Responses" and "Reasoning models" of OpenAI.
 */
export function parameterSupport(
  { kind, preset }: Pick<ProviderConfig, 'kind' | 'preset'>,
  facts: ModelFacts,
): ParameterSupport {
  const maxTokens = { least: 1, most: facts.maxOutputTokens ?? ANY_LENGTH };
  switch (kind) {
    case 'built-in':
      return NOTHING;
    case 'browser':
      return { ...NOTHING, instructions: true };
    case 'anthropic': {
      const thinking = anthropicThinking(facts);
      // What can't but think takes no temperature either.
      const couldSample = thinking?.by !== 'effort' || thinking.efforts.includes('none');
      const samples = (facts.samples ?? !ADAPTIVE_ALONE.test(facts.id)) && couldSample;
      return {
        instructions: true,
        temperature: samples ? { least: 0, most: 1 } : null,
        topP: samples ? { least: 0, most: 1 } : null,
        maxTokens,
        stop: { least: 1, most: 16 },
        thinking,
        samplesOnlyUnthinking: true,
      };
    }
    case 'openai': {
      const thinks = facts.reasons ?? thinksByName(facts.id);
      return {
        instructions: true,
        temperature: thinks ? null : { least: 0, most: 2 },
        topP: thinks ? null : { least: 0, most: 1 },
        maxTokens: { ...maxTokens, least: 16 },
        // The Responses API has no such field.
        stop: null,
        thinking: thinks ? byEffort(facts.efforts ?? ['low', 'medium', 'high']) : null,
        samplesOnlyUnthinking: false,
      };
    }
    case 'ollama':
      return {
        instructions: true,
        temperature: { least: 0, most: 2 },
        topP: { least: 0, most: 1 },
        maxTokens,
        stop: { least: 1, most: 4 },
        thinking: facts.reasons === false ? null : byEffort(['none', 'low', 'medium', 'high']),
        samplesOnlyUnthinking: false,
      };
    case 'openai-compatible': {
      const dialect = { ...GENERIC_DIALECT, ...presetOf(preset)?.dialect };
      const refused = new Set([...dialect.refuses, ...(facts.refuses ?? [])]);
      const thinks = facts.reasons ?? (dialect.openaiModels ? thinksByName(facts.id) : undefined);
      const fixed = dialect.openaiModels && thinks === true;
      const efforts = facts.efforts ?? dialect.efforts;
      return {
        instructions: true,
        temperature: fixed || refused.has('temperature') ? null : { least: 0, most: dialect.hottest },
        topP: fixed || refused.has('topP') ? null : { least: 0, most: 1 },
        maxTokens: refused.has('maxTokens') ? null : maxTokens,
        stop: fixed || refused.has('stop') ? null : { least: 1, most: 4 },
        thinking: thinks === false || dialect.effortField === null ? null : byEffort(efforts),
        samplesOnlyUnthinking: false,
      };
    }
  }
}

/** Models that decide themselves how much they think, and those among them that refuse a temperature. */
const ADAPTIVE = /^claude-(?:(?:opus|sonnet)-4-[6-9]|[a-z]+-(?:[5-9]|\d\d)(?:-|$))/;
const ADAPTIVE_ALONE = /^claude-(?:(?:opus|sonnet)-4-[7-9]|[a-z]+-(?:[5-9]|\d\d)(?:-|$))/;

function byEffort(efforts: readonly Effort[]): ThinkingSupport | null {
  return efforts.length === 0 ? null : { by: 'effort', efforts: EFFORTS.filter((one) => efforts.includes(one)) };
}

function anthropicThinking({
  id,
  reasons,
  adaptive,
  efforts,
  maxOutputTokens,
}: ModelFacts): ThinkingSupport | null {
  if (adaptive ?? ADAPTIVE.test(id)) {
    return byEffort(efforts ?? ['none', 'low', 'medium', 'high']);
  }
  const thinks = reasons ?? /^claude-(?:3-7|[a-z]+-4)/.test(id);
  // The budget is less than the longest answer.
  return thinks ? { by: 'tokens', least: LEAST_THINKING, most: (maxOutputTokens ?? 32_000) - 1 } : null;
}

/** Whether parameters ask a model to think. */
export function asksToThink({ effort, thinkingTokens = 0 }: ModelParameters): boolean {
  return (effort !== undefined && effort !== 'none') || thinkingTokens > 0;
}

/** What of the parameters a model takes, numbers brought into their bounds; the others are left out. */
export function fitParameters(parameters: ModelParameters, support: ParameterSupport): ModelParameters {
  const { instructions, temperature, topP, maxTokens, stop, effort, thinkingTokens } = parameters;
  const { thinking } = support;
  const tokens =
    thinking?.by !== 'tokens' || thinkingTokens === undefined
      ? undefined
      : thinkingTokens === 0
        ? 0
        : within(thinkingTokens, thinking);
  const word = thinking?.by === 'effort' && effort !== undefined ? nearest(effort, thinking.efforts) : undefined;
  const thought = { ...(word && { effort: word }), ...(tokens !== undefined && { thinkingTokens: tokens }) };
  const samples = !(support.samplesOnlyUnthinking && asksToThink(thought));
  const heat = samples ? within(temperature, support.temperature) : undefined;
  // Anthropic's newer models refuse both at once; the temperature is the one that people mean.
  const nucleus = samples && !(support.samplesOnlyUnthinking && heat !== undefined) ? topP : undefined;
  const share = within(nucleus, support.topP);
  const length = within(maxTokens, support.maxTokens);
  const ends = support.stop === null ? [] : (stop ?? []).slice(0, support.stop.most);
  return {
    ...(support.instructions && instructions !== undefined && { instructions }),
    ...(heat !== undefined && { temperature: heat }),
    ...(share !== undefined && { topP: share }),
    ...(length !== undefined && { maxTokens: length }),
    ...(ends.length > 0 && { stop: ends }),
    ...thought,
  };
}

function within(value: number | undefined, range: ParameterRange | null): number | undefined {
  return value === undefined || range === null ? undefined : Math.min(range.most, Math.max(range.least, value));
}

/** The effort itself, or the one next to it that the model knows: "low" of a model that has "high" alone is "high". */
function nearest(effort: Effort, efforts: readonly Effort[]): Effort | undefined {
  const wanted = EFFORTS.indexOf(effort);
  const distance = (one: Effort) => Math.abs(EFFORTS.indexOf(one) - wanted);
  // A model that can't but think is not told to; one that is told to think is not told not to.
  const alike = efforts.filter((one) => (one === 'none') === (effort === 'none'));
  return [...alike].sort((a, b) => distance(a) - distance(b))[0];
}
