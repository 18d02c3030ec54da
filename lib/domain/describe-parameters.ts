import type { Effort, ModelParameters } from './model-parameters';
import { formatNumber } from '../words/format';
import { plural } from '../words/plural';

/** How hard a model thinks, in a word. */
export const EFFORT_NAMES: Readonly<Record<Effort, string>> = {
  none: 'Not at all',
  minimal: 'Minimal',
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  xhigh: 'Very high',
  max: 'As much as it can',
};

/** What each parameter is called. */
export const PARAMETER_NAMES: Readonly<Record<keyof ModelParameters, string>> = {
  instructions: 'Instructions',
  effort: 'Thinking',
  thinkingTokens: 'Thinking',
  temperature: 'Temperature',
  topP: 'Top-p',
  maxTokens: 'Longest answer',
  stop: 'Stop at',
};

/** Parameters as a list of names and values; the instructions, which stand elsewhere, are not in it. */
export function describeParameters(parameters: ModelParameters): readonly (readonly [string, string])[] {
  const { effort, thinkingTokens, temperature, topP, maxTokens, stop } = parameters;
  const values: readonly (readonly [keyof ModelParameters, string | undefined])[] = [
    ['effort', effort && EFFORT_NAMES[effort]],
    ['thinkingTokens', thinkingTokens === undefined ? undefined : describeThinkingTokens(thinkingTokens)],
    ['temperature', temperature === undefined ? undefined : formatNumber(temperature)],
    ['topP', topP === undefined ? undefined : formatNumber(topP)],
    ['maxTokens', maxTokens === undefined ? undefined : plural(maxTokens, ['1 token', '# tokens'])],
    ['stop', stop?.map((text) => `“${text}”`).join(', ')],
  ];
  return values.flatMap(([name, value]) => (value ? [[PARAMETER_NAMES[name], value] as const] : []));
}

/** A thinking budget in words. */
export function describeThinkingTokens(tokens: number): string {
  return tokens === 0 ? EFFORT_NAMES.none : plural(tokens, ['Up to 1 token', 'Up to # tokens']);
}
