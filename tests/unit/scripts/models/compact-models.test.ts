import { expect, test } from 'vitest';
import { compactModels } from '../../../../scripts/models/compact-models.ts';

test('a data set becomes one line a model, chat models alone, in the order of their names', () => {
  const model = (id: string, more: object = {}) => ({
    id,
    name: id.toUpperCase(),
    type: 'chat',
    reasoning: true,
    input: ['text', 'image'],
    contextWindow: 1000,
    maxTokens: 99,
    cost: { input: 1, output: 2, cacheRead: 0.1, cacheWrite: 0 },
    ...more,
  });
  const compact = compactModels((provider) => ({
    one: { 'chat:b': model(`${provider}-b`), 'image:x': model('x', { type: 'image' }) },
    two: { 'chat:a': model(`${provider}-a`, { reasoning: false, input: ['text'] }) },
  }));
  expect(Object.entries(compact['gemini'] ?? {})).toEqual([
    ['google-a', ['GOOGLE-A', 1000, '', 1, 2, 0.1, 0, 99, '']],
    ['google-b', ['GOOGLE-B', 1000, 'ir', 1, 2, 0.1, 0, 99, '']],
  ]);
});

test('how a model is told to think comes along, in Aside’s words', () => {
  const model = (more: object) => ({
    id: 'a',
    name: 'A',
    type: 'chat',
    reasoning: true,
    input: ['text'],
    contextWindow: 1,
    maxTokens: 2,
    cost: { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 },
    ...more,
  });
  const marksAndWords = (more: object) => {
    const compact = compactModels(() => ({ g: { 'chat:a': model(more) } }));
    const { a } = compact['anthropic'] ?? {};
    return [a?.[2], a?.[8]];
  };
  const adaptive = { forceAdaptiveThinking: true, supportsTemperature: false };
  expect(marksAndWords({ thinkingLevelMap: { max: 'max' }, compat: adaptive })).toEqual([
    'raf',
    'none low medium high max',
  ]);
  expect(marksAndWords({ thinkingLevelMap: { off: null, low: null, high: 'HIGH' } })).toEqual([
    'r',
    'medium high',
  ]);
  expect(marksAndWords({ thinkingLevelMap: { off: 'none', low: 'x' } })).toEqual(['r', 'none medium high']);
  expect(marksAndWords({ reasoning: false })).toEqual(['', '']);
});
