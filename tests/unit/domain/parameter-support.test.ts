import { describe, expect, test } from 'vitest';
import type { ModelFacts } from '../../../lib/domain/model-facts';
import { knownFacts } from '../../../lib/domain/models/known-facts';
import known from '../../../lib/domain/models/known-models.json';
import { asksToThink, fitParameters, parameterSupport } from '../../../lib/domain/parameter-support';

const ALL = {
  instructions: 'Be kind.',
  temperature: 1.8,
  topP: 0.5,
  maxTokens: 500_000,
  stop: ['a', 'b', 'c', 'd', 'e'],
  effort: 'xhigh',
  thinkingTokens: 100,
} as const;

type Kind = 'ollama' | 'openai' | 'anthropic' | 'openai-compatible' | 'built-in';
const supportOf = (kind: Kind, id: string, preset: string | null = null, facts: Partial<ModelFacts> = {}) =>
  parameterSupport({ kind, preset }, { id, ...knownFacts(known, { kind, preset }, id), ...facts });
const sentTo = (...model: Parameters<typeof supportOf>) => fitParameters(ALL, supportOf(...model));

describe('what a model is told', () => {
  test.each<[string, Parameters<typeof supportOf>, object]>([
    ['the built-in reader: nothing', ['built-in', 'built-in'], {}],
    [
      'a Claude that thinks by budget: no temperature while it thinks',
      ['anthropic', 'claude-sonnet-4-5'],
      { instructions: 'Be kind.', maxTokens: 64_000, stop: ALL.stop, thinkingTokens: 1_024 },
    ],
    [
      'a Claude that decides itself: a word',
      ['anthropic', 'claude-opus-4-8'],
      { instructions: 'Be kind.', maxTokens: 128_000, stop: ALL.stop, effort: 'xhigh' },
    ],
    [
      'a new Claude that nobody knows, by its name',
      ['anthropic', 'claude-opus-9'],
      { instructions: 'Be kind.', maxTokens: 500_000, stop: ALL.stop, effort: 'high' },
    ],
    [
      'an OpenAI model that thinks: no temperature, no stop',
      ['openai', 'gpt-5'],
      { instructions: 'Be kind.', maxTokens: 128_000, effort: 'high' },
    ],
    [
      'an OpenAI model that does not think',
      ['openai', 'gpt-4o'],
      { instructions: 'Be kind.', temperature: 1.8, topP: 0.5, maxTokens: 16_384 },
    ],
    [
      'a server that nobody knows: what Chat Completions has',
      ['openai-compatible', 'x'],
      {
        instructions: 'Be kind.',
        temperature: 1.8,
        topP: 0.5,
        maxTokens: 500_000,
        stop: ['a', 'b', 'c', 'd'],
        effort: 'high',
      },
    ],
    [
      'Mistral: not so hot, and it thinks or not',
      ['openai-compatible', 'mistral-medium-latest', 'mistral'],
      { temperature: 1.5, effort: 'high' },
    ],
    ['xAI: no stop', ['openai-compatible', 'grok-4.5', 'xai'], { temperature: 1.8, topP: 0.5, effort: 'xhigh' }],
    ['Ollama', ['ollama', 'qwen3'], { temperature: 1.8, topP: 0.5, effort: 'high' }],
    ['OpenAI’s models elsewhere', ['openai-compatible', 'openai/o3', 'github-models'], { effort: 'high' }],
    [
      'OpenRouter’s list says what each takes',
      ['openai-compatible', 'a/b', 'openrouter', { refuses: ['temperature', 'stop'], reasons: false }],
      { instructions: 'Be kind.', topP: 0.5, maxTokens: 500_000 },
    ],
  ])('%s', (_name, model, expected) => {
    const sent = sentTo(...model);
    expect(sent).toMatchObject(expected);
    // What is not expected is not there.
    if ('instructions' in expected || Object.keys(expected).length === 0) {
      expect(Object.keys(sent).sort()).toEqual(Object.keys(expected).sort());
    }
    if (model[2] === 'xai' || model[2] === 'github-models') expect(sent).not.toHaveProperty('stop');
    if (model[2] === 'github-models') expect(sent).not.toHaveProperty('temperature');
  });

  test('to think or not stays what was meant, in the words the model has', () => {
    const efforts = { by: 'effort', efforts: ['low', 'high'] } as const;
    const support = { ...supportOf('openai', 'gpt-5'), thinking: efforts };
    expect(fitParameters({ effort: 'minimal' }, support)).toEqual({ effort: 'low' });
    expect(fitParameters({ effort: 'max' }, support)).toEqual({ effort: 'high' });
    // One that can't but think is not told not to.
    expect(fitParameters({ effort: 'none' }, support)).toEqual({});
    expect(fitParameters({ thinkingTokens: 0 }, supportOf('anthropic', 'claude-haiku-4-5'))).toEqual({
      thinkingTokens: 0,
    });
    expect([{}, { effort: 'none' }, { thinkingTokens: 0 }].some((one) => asksToThink(one as object))).toBe(false);
    expect(asksToThink({ effort: 'low' }) && asksToThink({ thinkingTokens: 1024 })).toBe(true);
  });

  test('Anthropic gets temperature or top-p, never both, and neither with thinking', () => {
    const support = supportOf('anthropic', 'claude-haiku-4-5');
    expect(fitParameters({ temperature: 2, topP: 0.5 }, support)).toEqual({ temperature: 1 });
    expect(fitParameters({ topP: 0.5 }, support)).toEqual({ topP: 0.5 });
    expect(fitParameters({ topP: 0.5, thinkingTokens: 4096 }, support)).toEqual({ thinkingTokens: 4096 });
  });
});
