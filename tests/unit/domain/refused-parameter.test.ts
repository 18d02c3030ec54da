import { expect, test } from 'vitest';
import { withRefusedParameter } from '../../../lib/domain/refused-parameter';

const ALL = { temperature: 1, topP: 1, maxTokens: 1, stop: ['x'], effort: 'low', instructions: 'x' } as const;

/** Sentences as OpenAI, Anthropic, xAI and llama.cpp send them, the last constructed. */
test.each([
  ["Unsupported parameter: 'temperature' is not supported with this model.", 'temperature'],
  ["Unsupported value: 'temperature' does not support 0.2 with this model.", 'temperature'],
  ['`temperature` and `top_p` cannot both be specified for this model.', 'temperature'],
  ["Unsupported parameter: 'top_p' is not supported with this model.", 'topP'],
  ["Unsupported value: 'xhigh' is not supported with the 'gpt-5' model: reasoning.effort", 'effort'],
  ['Argument not supported on this model: stop', 'stop'],
  ["Unsupported parameter: 'max_tokens' is not supported with this model.", 'maxTokens'],
  ['The server is confused.', undefined],
])('%s', (detail, parameter) => {
  expect(withRefusedParameter({ kind: 'bad-request', detail }, ALL).parameter).toBe(parameter);
});

test('what was not sent was not refused, and other failures are left as they are', () => {
  const error = { kind: 'bad-request', detail: 'temperature: too hot' } as const;
  expect(withRefusedParameter(error, { topP: 1 })).toBe(error);
  expect(withRefusedParameter(error, undefined)).toBe(error);
  const other = { kind: 'overloaded', detail: 'temperature too high in the machine room' } as const;
  expect(withRefusedParameter(other, ALL)).toBe(other);
});
