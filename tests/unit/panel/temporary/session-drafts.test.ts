import { expect, test } from 'vitest';
import { openSessionDrafts } from '../../../../lib/panel/temporary/session-drafts';
import { memoryItem } from '../../../support/memory-item';

test('drafts are there for the next panel, and those that come too late are not taken', async () => {
  const item = memoryItem<Readonly<Record<string, string>>>({});
  const drafts = await openSessionDrafts(item);
  drafts.setItem('draft:new', 'One');
  drafts.setItem('draft:c', 'Two');
  drafts.removeItem('draft:new');
  const next = await openSessionDrafts(item);
  expect([next.getItem('draft:new'), next.getItem('draft:c')]).toEqual([null, 'Two']);
  next.close();
  next.setItem('draft:c', 'Three');
  expect(await item.getValue()).toEqual({ 'draft:c': 'Two' });
});
