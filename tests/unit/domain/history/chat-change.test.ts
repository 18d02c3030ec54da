import { expect, test } from 'vitest';
import { allTags, changedFields, cleanTag, type ChatChange } from '../../../../lib/domain/history/chat-change';
import { chatRow } from '../../../support/rows';

const changed = (change: ChatChange, more = {}) => changedFields(chatRow('c', more), change, 5000);

test('a change gives the fields it is about, and its opposite takes them back', () => {
  expect(changed({ kind: 'pin', on: true })).toEqual({ pinned: true });
  expect(changed({ kind: 'archive', on: false }, { archived: true })).toEqual({ archived: false });
  expect(changed({ kind: 'unread', on: true })).toEqual({ unread: true });
  expect(changed({ kind: 'delete', on: true })).toEqual({ deletedAt: 5000 });
  expect(changed({ kind: 'delete', on: true }, { deletedAt: 3000 })).toEqual({ deletedAt: 3000 });
  expect(changed({ kind: 'delete', on: false }, { deletedAt: 3000 })).toEqual({ deletedAt: null });
});

test('a tag is given once, whatever its case and accents', () => {
  expect(changed({ kind: 'tag', tag: 'Café', on: true }).tags).toEqual(['Café']);
  expect(changed({ kind: 'tag', tag: 'cafe', on: true }, { tags: ['Café', 'x'] }).tags).toEqual(['x', 'cafe']);
  expect(changed({ kind: 'tag', tag: 'CAFE', on: false }, { tags: ['Café', 'x'] }).tags).toEqual(['x']);
  expect(changed({ kind: 'tag', tag: ' # ', on: true }, { tags: ['x'] }).tags).toEqual(['x']);
});

test('a tag is trimmed, without hash, and cut between characters', () => {
  expect(cleanTag('  ##  to   do ')).toBe('to do');
  expect(cleanTag('C#')).toBe('C#');
  expect(cleanTag(`${'x'.repeat(39)}😀`)).toBe('x'.repeat(39));
});

test('all tags are each there once, in the order of the alphabet', () => {
  const chats = [{ tags: ['b', 'É10'] }, {}, { tags: ['e10', 'B', 'é2', 'a'] }];
  expect(allTags(chats)).toEqual(['a', 'b', 'é2', 'É10']);
});
