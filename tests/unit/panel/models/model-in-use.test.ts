import { expect, test } from 'vitest';
import type { ModelRef } from '../../../../lib/domain/chat';
import { BUILT_IN_PROVIDER, type ProviderConfig } from '../../../../lib/domain/provider-config';
import { modelInUse } from '../../../../lib/panel/models/model-in-use';

const own: ProviderConfig = {
  ...BUILT_IN_PROVIDER,
  id: 'p' as ProviderConfig['id'],
  kind: 'openai',
  model: 'own',
};
const providers = [BUILT_IN_PROVIDER, own];
const ref = (providerId: string, model: string): ModelRef => ({
  providerId: providerId as ModelRef['providerId'],
  model,
});
const listed = ({ model }: ModelRef): boolean => model === 'listed';

test.each([
  ['the picked one, where its server has it', [ref('p', 'listed'), ref('built-in', 'x')], ref('p', 'listed')],
  ['its provider’s own, where nobody knows the name', [ref('p', 'wrong'), null], ref('p', 'own')],
  ['that of the chat, where nothing is picked', [null, ref('p', 'listed')], ref('p', 'listed')],
  ['the next wanted one, where a provider is gone', [ref('gone', 'x'), ref('p', 'own')], ref('p', 'own')],
  ['the built-in reader, where nothing is left', [null, ref('gone', 'x')], ref('built-in', 'built-in')],
])('the next question goes to %s', (_case, wanted, expected) => {
  expect(modelInUse(wanted, providers, listed).ref).toEqual(expected);
});
