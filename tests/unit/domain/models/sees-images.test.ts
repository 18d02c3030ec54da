import { expect, test } from 'vitest';
import known from '../../../../lib/domain/models/known-models.json';
import { seesImages } from '../../../../lib/domain/models/sees-images';
import { BUILT_IN_PROVIDER } from '../../../../lib/domain/provider-config';

const openAi = { ...BUILT_IN_PROVIDER, kind: 'openai' } as const;

test('whether a model sees is what its server says, else what is known of it, else open', () => {
  const list = {
    at: 1,
    models: [
      { id: 'gpt-4', seesImages: true },
      { id: 'mine', seesImages: false },
    ],
  };
  expect(seesImages(openAi, 'gpt-4', list)).toBe(true);
  expect(seesImages(openAi, 'mine', list)).toBe(false);
  expect(seesImages(openAi, 'gpt-4', undefined)).toBe(false);
  expect(seesImages(openAi, 'gpt-4o', undefined)).toBeUndefined();
  expect(seesImages(openAi, 'nobody-knows-it', list)).toBeUndefined();
});

test('the models that do not see are those of the data set', () => {
  const { source: _source, ...providers } = known;
  const wrong = Object.entries(providers).flatMap(([provider, models]) => {
    const isKind = provider === 'openai' || provider === 'anthropic';
    const config = isKind
      ? ({ kind: provider, preset: null } as const)
      : ({ kind: 'openai-compatible', preset: provider } as const);
    return Object.entries(models).filter(
      ([id, facts]) => (seesImages(config, id, undefined) === false) !== !String(facts[2]).includes('i'),
    );
  });
  expect(wrong).toEqual([]);
});
