import { expect, it } from 'vitest';
import { Notices } from '../../../lib/panel/notices.svelte';

it('one notice is on view, the newest', () => {
  const notices = new Notices();
  expect(notices.current).toBeNull();
  notices.tell('Done.');
  notices.warn('Failed.', { label: 'Retry', run: () => undefined });
  expect(notices.current).toMatchObject({ role: 'alert', text: 'Failed.', action: { label: 'Retry' } });
  notices.dismiss();
  expect(notices.current).toBeNull();
});
