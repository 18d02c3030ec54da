import type { ChatError } from './errors';
import type { ModelParameters } from './model-parameters';

/** How servers call each parameter in their sentences, the closest names first. */
const NAMES: readonly (readonly [keyof ModelParameters, RegExp])[] = [
  ['temperature', /\btemperature\b/i],
  ['topP', /\btop[_ -]?p\b/i],
  ['stop', /\bstop(?:_sequences?)?\b/i],
  ['thinkingTokens', /budget_tokens|\bthinking\b/i],
  ['effort', /effort|\breasoning\b|\bthinking\b|chat_template_kwargs/i],
  ['maxTokens', /max[_ ](?:completion_|output_)?tokens/i],
];

/**
 * A refused request with the parameter that its server's sentence is about, among those that were sent; the error as it
 * is where there is none.
 */
export function withRefusedParameter(error: ChatError, sent: ModelParameters | undefined): ChatError {
  if (error.kind !== 'bad-request' || error.detail === undefined || sent === undefined) return error;
  const { detail } = error;
  const found = NAMES.find(([name, words]) => sent[name] !== undefined && words.test(detail));
  return found === undefined ? error : { ...error, parameter: found[0] };
}
