import { describe, expect, test } from 'vitest';
import { costOf, joinFacts, successorsOf } from '../../../lib/domain/model-facts';

const PRICE = { input: 3, output: 15, cacheRead: 0.3, cacheWrite: 3.75 };

describe('the cost of an answer', () => {
  test('takes what the cache held at its own price', () => {
    const usage = {
      inputTokens: 1_000_000,
      outputTokens: 100_000,
      cachedInputTokens: 600_000,
      cacheWriteTokens: 100_000,
    };
    expect(costOf(usage, PRICE)).toBeCloseTo(0.3 * 3 + 0.6 * 0.3 + 0.1 * 3.75 + 0.1 * 15, 10);
    expect(costOf(usage, { input: 3, output: 15 })).toBeCloseTo(3 + 1.5, 10);
  });

  test('is not guessed where price or counts are missing', () => {
    expect(costOf({ inputTokens: 5, outputTokens: 5 }, undefined)).toBeNull();
    expect(costOf({ inputTokens: 5 }, PRICE)).toBeNull();
    expect(costOf(null, PRICE)).toBeNull();
  });

  test('is nothing where nothing is charged', () => {
    expect(costOf({ inputTokens: 5, outputTokens: 5 }, { input: 0, output: 0 })).toBe(0);
  });
});

test('what a server says goes before what is known otherwise', () => {
  expect(joinFacts({ id: 'm', contextTokens: 8 }, { contextTokens: 4, seesImages: true })).toEqual({
    id: 'm',
    contextTokens: 8,
    seesImages: true,
  });
});

describe('successors of a model that is gone', () => {
  const ids = (gone: string, ...models: string[]) =>
    successorsOf(
      models.map((id) => ({ id })),
      gone,
    ).map(({ id }) => id);

  test('are of the same line, the newest first', () => {
    const claude = ['claude-opus-5-5', 'claude-sonnet-5', 'claude-opus-4-8', 'claude-haiku-4-5'];
    expect(ids('claude-3-opus-20240229', ...claude)).toEqual(['claude-opus-5-5', 'claude-opus-4-8']);
    expect(ids('gpt-4-mini-2024-01-01', 'gpt-6', 'gpt-5-mini', 'text-embedding-3')).toEqual(['gpt-5-mini']);
    expect(ids('meta/llama-3-70b-instruct', 'meta/llama-4-90b-instruct', 'x/y')).toEqual([
      'meta/llama-4-90b-instruct',
    ]);
  });

  test('are newest by the day they appeared, where the server tells it', () => {
    const models = [
      { id: 'gpt-9', createdAt: 1 },
      { id: 'gpt-5', createdAt: 3 },
      { id: 'gpt-10', createdAt: 2 },
    ];
    expect(successorsOf(models, 'gpt-4').map(({ id }) => id)).toEqual(['gpt-5', 'gpt-10', 'gpt-9']);
    expect(ids('gpt-4', 'gpt-9', 'gpt-5.5', 'gpt-10', 'gpt-5')).toEqual(['gpt-10', 'gpt-9', 'gpt-5.5']);
  });

  test('begin with the one that the server names, and leave out what is retired itself', () => {
    const models = [
      { id: 'old', retired: true, successor: 'other' },
      { id: 'old-2', retired: true },
      { id: 'other' },
    ];
    expect(successorsOf(models, 'old').map(({ id }) => id)).toEqual(['other']);
  });

  test('are none where nothing is like it', () => {
    expect(ids('claude-2', 'gpt-6')).toEqual([]);
  });
});
