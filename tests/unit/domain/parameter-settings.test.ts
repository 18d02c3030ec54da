import { expect, test } from 'vitest';
import { modelKey } from '../../../lib/domain/parameter-settings';
import type { ProviderId } from '../../../lib/domain/ids';

test('models of one name at two providers have keys of their own', () => {
  const key = (id: string) => modelKey({ providerId: id as ProviderId, model: 'm' });
  expect(key('a')).not.toBe(key('b'));
});
