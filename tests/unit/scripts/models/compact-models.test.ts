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
    cost: { input: 1, output: 2, cacheRead: 0.1, cacheWrite: 0 },
    ...more,
  });
  const compact = compactModels((provider) => ({
    one: { 'chat:b': model(`${provider}-b`), 'image:x': model('x', { type: 'image' }) },
    two: { 'chat:a': model(`${provider}-a`, { reasoning: false, input: ['text'] }) },
  }));
  expect(Object.entries(compact['gemini'] ?? {})).toEqual([
    ['google-a', ['GOOGLE-A', 1000, '', 1, 2, 0.1, 0]],
    ['google-b', ['GOOGLE-B', 1000, 'ir', 1, 2, 0.1, 0]],
  ]);
});
