import { expect, test } from 'vitest';
import { completeChat } from '../../../../lib/domain/backup/complete-chat';
import { smallChat } from '../../../support/archive/small-chat';
import { textParts } from '../../../support/rows';

test('what can be read stands, what is missing comes from the backup', () => {
  const backedUp = smallChat('a', 4);
  const stored = {
    ...backedUp,
    messages: backedUp.messages.slice(0, 3),
    bodies: [{ messageId: backedUp.messages[0]?.id ?? fail(), parts: textParts('As it is stored') }],
    pages: [],
  };
  const { whole, added } = completeChat(stored, backedUp);
  expect(added.chat).toBeNull();
  expect(added.messages.map(({ id }) => id)).toEqual(['a3']);
  expect(added.bodies.map(({ messageId }) => messageId)).toEqual(['a1', 'a2', 'a3']);
  expect(added.pages).toEqual(backedUp.pages);
  expect(whole.messages).toHaveLength(4);
  expect(whole.bodies[0]?.parts).toEqual(textParts('As it is stored'));
});

test('an answer that broke off in what is stored ends as the backup has it, and no other way round', () => {
  const ended = smallChat('a', 2);
  const broken = {
    ...ended,
    messages: ended.messages.map((row) =>
      row.role === 'assistant' ? { ...row, status: 'interrupted' as const } : row,
    ),
    bodies: ended.bodies.map((body) => ({ ...body, parts: textParts('Half') })),
  };
  const { whole, added } = completeChat(broken, ended);
  expect(added.messages.map(({ status }) => status)).toEqual(['complete']);
  expect(whole.bodies.find(({ messageId }) => messageId === 'a1')?.parts).toEqual(textParts('Text of a1'));
  expect(whole.bodies.find(({ messageId }) => messageId === 'a0')?.parts).toEqual(textParts('Half'));
  expect(completeChat(ended, broken).added.messages).toEqual([]);
});

test('the newer row of a chat wins', () => {
  const old = smallChat('a', 2, 1000);
  const recent = smallChat('a', 4, 2000);
  expect(completeChat(old, recent).whole.chat?.leafId).toBe('a3');
  expect(completeChat(recent, old).whole.chat?.leafId).toBe('a3');
  expect(completeChat({ ...old, chat: null }, recent).added.chat).toEqual(recent.chat);
});

function fail(): never {
  throw new Error('There is no such message.');
}
