import { expect, test } from 'vitest';
import { BUILT_IN_PROVIDER } from '../../../../lib/domain/provider-config';
import { modelName } from '../../../../lib/panel/history/model-name';
import { MODEL } from '../../../support/rows';

test('a model is called by its name and its provider, the reader as it is, and one of a provider that is gone, too', () => {
  const provider = { ...BUILT_IN_PROVIDER, id: MODEL.providerId, kind: 'openai', name: 'Work' } as const;
  expect(modelName(MODEL, [BUILT_IN_PROVIDER, provider])).toBe('m (Work)');
  expect(modelName(MODEL, [])).toBe('m');
  const reader = { providerId: BUILT_IN_PROVIDER.id, model: 'built-in' };
  expect(modelName(reader, [BUILT_IN_PROVIDER])).toBe(BUILT_IN_PROVIDER.name);
});
