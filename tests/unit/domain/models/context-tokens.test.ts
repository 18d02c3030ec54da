import { describe, expect, test } from 'vitest';
import { contextTokensOf } from '../../../../lib/domain/models/context-tokens';
import contexts from '../../../../lib/domain/models/known-contexts.json';
import known from '../../../../lib/domain/models/known-models.json';
import { BUILT_IN_PROVIDER } from '../../../../lib/domain/provider-config';

const openAi = { ...BUILT_IN_PROVIDER, kind: 'openai' } as const;
const local = { ...BUILT_IN_PROVIDER, kind: 'openai-compatible', preset: 'ollama' } as const;

describe('the context of a model', () => {
  test('is what its server says, else what is known of it, else nothing', () => {
    const list = { at: 1, models: [{ id: 'gpt-4', contextTokens: 4_000 }, { id: 'gpt-4.1' }] };
    expect(contextTokensOf(openAi, 'gpt-4', list)).toBe(4_000);
    expect(contextTokensOf(openAi, 'gpt-4.1', list)).toBe(1_047_576);
    expect(contextTokensOf(openAi, 'gpt-4', undefined)).toBe(8_192);
    expect(contextTokensOf(local, 'llama', list)).toBeUndefined();
    expect(contextTokensOf({ ...local, kind: 'ollama' }, 'llama', undefined)).toBe(16_384);
    const long = { at: 1, models: [{ id: 'llama', contextTokens: 131_072 }] };
    expect(contextTokensOf({ ...local, kind: 'ollama' }, 'llama', long)).toBe(16_384);
    const zero = { at: 1, models: [{ id: 'llama', contextTokens: 0 }] };
    expect(contextTokensOf(local, 'llama', zero)).toBeUndefined();
  });

  test('is the same in both tables of known models', () => {
    const { source: _source, ...providers } = known;
    const sizes = Object.entries(providers).map(([provider, models]) => [
      provider,
      Object.fromEntries(Object.entries(models).map(([id, [, context]]) => [id, context])),
    ]);
    expect(contexts).toEqual(Object.fromEntries(sizes));
  });
});
