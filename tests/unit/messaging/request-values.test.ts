import * as v from 'valibot';
import { expect, test } from 'vitest';
import { messageId } from '../../../lib/messaging/request-values';
import { panelRequest } from '../../../lib/messaging/protocol';

test('an id is some text, and not too much of it', () => {
  expect(v.is(messageId, 'm')).toBe(true);
  for (const other of ['', 'm'.repeat(101), 1, null]) expect(v.is(messageId, other)).toBe(false);
});

test('what may be asked of a chat’s tree is as narrow as all requests', () => {
  const request = { type: 'delete-messages', deletionId: 'd', messageId: 'm', scope: 'branch' };
  expect(v.is(panelRequest, request)).toBe(true);
  expect(v.is(panelRequest, { ...request, scope: 'all' })).toBe(false);
  expect(v.is(panelRequest, { type: 'fork-chat', messageId: 'm' })).toBe(false);
  expect(v.is(panelRequest, { type: 'undo-delete-messages', chatId: 'c', deletionId: 'd', leafId: null })).toBe(
    true,
  );
});
