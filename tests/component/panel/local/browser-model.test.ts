import { expect, it } from 'vitest';
import type { ModelFacts } from '../../../../lib/domain/model-facts';
import type { ProviderConfig } from '../../../../lib/domain/provider-config';
import { BrowserModel } from '../../../../lib/panel/local/browser-model.svelte';
import { createFakeLanguageModel, type FakeLanguageModel } from '../../../support/fake-language-model';

function made(api: FakeLanguageModel | null) {
  const saved: { readonly config: ProviderConfig; readonly models: readonly ModelFacts[] }[] = [];
  const model = new BrowserModel({
    api,
    saveConfig: async (config, models) => void saved.push({ config, models }),
  });
  return { model, saved };
}

it('knows nothing of a model where the browser has none', async () => {
  const { model, saved } = made(null);
  await model.look();
  expect(model.availability).toBeNull();
  await model.use();
  expect(saved).toEqual([]);
});

it('begins the download in the click, tells how far it is, and then uses the model', async () => {
  const api = createFakeLanguageModel({ availability: 'downloadable', downloads: [0.25, 0.5] });
  const { model, saved } = made(api);
  await model.look();
  expect(model.availability).toBe('downloadable');
  const over = model.use();
  expect(api.created).toHaveLength(1);
  expect(model.progress).toBe(0.5);
  await over;
  expect(model).toMatchObject({ availability: 'available', progress: null, problem: null });
  expect(saved).toEqual([
    {
      config: expect.objectContaining({ kind: 'browser', baseUrl: '' }) as ProviderConfig,
      models: [{ id: 'browser-model', contextTokens: 9_216 }],
    },
  ]);
  expect(api.destroyed()).toBe(1);
});

it.each([
  ['QuotaExceededError', /too little room/],
  ['NetworkError', /broke off/],
  ['OperationError', /could not set its model up/],
])('says what went wrong: %s', async (createFails, words) => {
  const { model, saved } = made(createFakeLanguageModel({ availability: 'downloadable', createFails }));
  await model.look();
  await model.use();
  expect(model.problem).toMatch(words);
  expect(model.progress).toBeNull();
  expect(saved).toEqual([]);
});
