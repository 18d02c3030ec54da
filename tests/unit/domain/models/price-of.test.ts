import { describe, expect, test } from 'vitest';
import known from '../../../../lib/domain/models/known-models.json';
import { knownFacts } from '../../../../lib/domain/models/known-facts';
import { priceOf } from '../../../../lib/domain/models/price-of';
import { BUILT_IN_PROVIDER } from '../../../../lib/domain/provider-config';

const openAi = { ...BUILT_IN_PROVIDER, kind: 'openai', baseUrl: 'https://api.openai.com/v1' } as const;
const other = { ...openAi, kind: 'openai-compatible', preset: 'custom', baseUrl: 'https://x.example/v1' } as const;
const near = { ...other, baseUrl: 'http://127.0.0.1:8080/v1' } as const;

describe('the price of a model', () => {
  test('is what its server says, else what is known of it, else not known', () => {
    const listed = { input: 1, output: 2 };
    const list = { at: 1, models: [{ id: 'gpt-4', price: listed }, { id: 'gpt-4o' }] };
    expect(priceOf(openAi, 'gpt-4', list)).toBe(listed);
    expect(priceOf(openAi, 'gpt-4o', list)).toEqual({ input: 2.5, output: 10, cacheRead: 1.25 });
    expect(priceOf(other, 'gpt-4o', undefined)).toBeUndefined();
  });

  test('is nothing on a machine of the user’s own, unless it is a gateway to what costs', () => {
    expect(priceOf(near, 'llama', undefined)).toEqual({ input: 0, output: 0 });
    expect(priceOf(BUILT_IN_PROVIDER, '', undefined)).toEqual({ input: 0, output: 0 });
    expect(priceOf({ ...openAi, baseUrl: 'http://10.0.0.2/v1' }, 'gpt-4', undefined)?.input).toBe(30);
    const price = { input: 1, output: 2 };
    expect(priceOf(near, 'paid', { at: 1, models: [{ id: 'paid', price }] })).toBe(price);
  });

  test('is the same in both tables of known models', () => {
    const { source: _source, ...providers } = known;
    for (const [preset, models] of Object.entries(providers)) {
      const kind = preset === 'openai' || preset === 'anthropic' ? preset : 'openai-compatible';
      for (const id of Object.keys(models)) {
        const facts = knownFacts(known, { kind, preset }, id);
        expect(priceOf({ ...other, kind, preset }, id, undefined)).toEqual(facts?.price);
      }
    }
  });
});
