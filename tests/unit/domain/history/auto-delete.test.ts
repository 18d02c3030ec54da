import { expect, test } from 'vitest';
import { unusedBefore } from '../../../../lib/domain/history/auto-delete';

test('counts back whole days', () => {
  expect(new Date(unusedBefore(30, Date.UTC(2026, 10, 30, 12))).toISOString()).toBe('2026-10-31T12:00:00.000Z');
});
