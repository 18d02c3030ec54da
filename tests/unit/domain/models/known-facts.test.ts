import { describe, expect, test } from 'vitest';
import { PROVIDER_PRESETS } from '../../../../lib/domain/provider-presets';
import { knownFacts } from '../../../../lib/domain/models/known-facts';
import known from '../../../../lib/domain/models/known-models.json';

const anthropic = { kind: 'anthropic', preset: null } as const;

describe('what is known of models', () => {
  test('is found for versions and aliases of a model', () => {
    const facts = knownFacts(known, anthropic, 'claude-opus-4-5');
    expect(facts).toMatchObject({ seesImages: true, reasons: true, price: { input: 5, output: 25 } });
    expect(facts?.contextTokens).toBeGreaterThanOrEqual(200_000);
    for (const id of ['claude-opus-4-5-20251101', 'claude-opus-4-5-latest']) {
      expect(knownFacts(known, anthropic, id)?.price).toEqual(facts?.price);
    }
    const gemini = { kind: 'openai-compatible', preset: 'gemini' } as const;
    expect(knownFacts(known, gemini, 'models/gemini-2.5-flash')).toEqual(
      knownFacts(known, gemini, 'gemini-2.5-flash'),
    );
    expect(knownFacts(known, gemini, 'gemini-2.5-flash')?.price?.input).toBeGreaterThan(0);
  });

  test('is nothing for models and servers nobody knows', () => {
    expect(knownFacts(known, anthropic, 'claude-99')).toBeUndefined();
    expect(knownFacts(known, { kind: 'openai-compatible', preset: null }, 'gpt-4o')).toBeUndefined();
    expect(knownFacts(known, { kind: 'openai-compatible', preset: 'ollama' }, 'llama')).toBeUndefined();
  });

  test('names our own kinds and presets, and has no price below zero', () => {
    const ours = new Set(['openai', 'anthropic', ...PROVIDER_PRESETS.map(({ id }) => id)]);
    const { source: _source, ...providers } = known;
    for (const [provider, models] of Object.entries(providers)) {
      expect(ours).toContain(provider);
      for (const [id, [, context, , ...prices]] of Object.entries(models)) {
        expect(context, id).toBeGreaterThan(0);
        expect(Math.min(...prices.slice(0, 4).map(Number)), id).toBeGreaterThanOrEqual(0);
      }
    }
  });
});
