import { describe, expect, test } from 'vitest';
import type { ModelFacts } from '../../../../lib/domain/model-facts';
import { BUILT_IN_PROVIDER, type ProviderConfig } from '../../../../lib/domain/provider-config';
import { groupModels, moreModels, type ModelSources } from '../../../../lib/panel/models/group-models';

const provider = (id: string, name: string, model: string): ProviderConfig => ({
  ...BUILT_IN_PROVIDER,
  id: id as ProviderConfig['id'],
  kind: 'openai-compatible',
  name,
  model,
});
const claude = provider('c', 'Claude', 'claude-opus');
const router = provider('r', 'Router', 'a/one');
const ref = ({ id: providerId }: ProviderConfig, model: string) => ({ providerId, model });
const many: readonly ModelFacts[] = Array.from({ length: 100 }, (_, index) => ({ id: `a/m${index}` }));

const sources: ModelSources = {
  providers: [BUILT_IN_PROVIDER, claude, router],
  lists: {
    c: {
      at: 0,
      models: [
        { id: 'claude-opus', name: 'Claude Opus' },
        { id: 'claude-old', retired: true },
        { id: 'claude-haiku' },
      ],
    },
    r: { at: 0, models: many },
  },
  favourites: [ref(router, 'a/m7'), ref(router, 'gone')],
  recent: [ref(claude, 'claude-haiku'), ref(router, 'a/m7')],
  factsOf: (_provider, facts) => facts,
};
const shape = (search: string, from: ModelSources = sources) =>
  groupModels(from, search).map(({ label, options, more }) => [label, options.map((one) => one.ref.model), more]);

describe('the groups of the picker', () => {
  test('are favourites, what was used last, and each provider’s models with its own one first', () => {
    const [favourites, recent, reader, ofClaude, ofRouter] = shape('');
    expect(favourites).toEqual(['Favourites', ['a/m7'], 0]);
    expect(recent).toEqual(['Recent', ['claude-haiku'], 0]);
    expect(reader).toEqual(['Reader', ['built-in'], 0]);
    expect(ofClaude).toEqual(['Claude', ['claude-opus', 'claude-haiku'], 0]);
    expect(ofRouter?.[0]).toBe('Router');
    expect(ofRouter?.[1]).toHaveLength(60);
    expect(ofRouter?.[2]).toBe(41);
  });

  test('of a search have every word in the names of model and provider, whatever their case', () => {
    expect(shape('OPUS cläude')).toEqual([['Claude', ['claude-opus'], 0]]);
    expect(shape('router m99')).toEqual([['Router', ['a/m99'], 0]]);
    expect(shape('nothing like it')).toEqual([]);
  });

  test('give every line a key of its own', () => {
    const keys = groupModels(sources, '').flatMap(({ options }) => options.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('have no “Recent” where all models are in view at once', () => {
    const few = { ...sources, favourites: [], lists: {} };
    expect(shape('', few).map(([label]) => label)).toEqual(['Reader', 'Claude', 'Router']);
  });
});

test('models that a list has no room for are counted, with the way to them', () => {
  expect(moreModels(1, 'typing')).toBe('and one more: type to find it');
  expect(moreModels(1_200, 'searching')).toBe('and 1,200 more: search to find one');
});
