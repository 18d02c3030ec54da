import { expect, test, vi } from 'vitest';
import { whenErased } from '../../../lib/panel/when-erased';
import { createTestClient } from '../../support/test-client';

test('forgets every draft before the page begins anew, and only when all is deleted', () => {
  const client = createTestClient();
  const order: string[] = [];
  const drafts = { text: 'half a question', close: () => void order.push(`close ${drafts.text}`) };
  const reload = vi.fn(() => void order.push('reload'));
  whenErased(client, drafts, { clear: () => void order.push('clear') }, reload);
  client.push({ type: 'storage-state', state: { kind: 'database', missing: 0 } });
  expect(order).toEqual([]);
  client.push({ type: 'erased' });
  expect(order).toEqual(['close ', 'clear', 'reload']);
});
