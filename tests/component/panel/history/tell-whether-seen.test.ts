import { expect, test } from 'vitest';
import { tellWhetherSeen } from '../../../../lib/panel/history/tell-whether-seen';
import { chatIdOf } from '../../../support/rows';
import { createTestClient } from '../../../support/test-client';

test('tells when the page is hidden and shown, and a new background that it is hidden', () => {
  const client = createTestClient();
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  tellWhetherSeen(client, () => chatIdOf('c'), page as unknown as Document);
  client.open();
  expect(client.asked).toEqual([]);
  page.visibilityState = 'hidden';
  page.dispatchEvent(new Event('visibilitychange'));
  client.open();
  page.visibilityState = 'visible';
  page.dispatchEvent(new Event('visibilitychange'));
  expect(client.askedFor('look').map(({ visible }) => visible)).toEqual([false, false, true]);
});
