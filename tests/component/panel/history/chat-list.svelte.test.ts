import { flushSync } from 'svelte';
import { expect, onTestFinished, test } from 'vitest';
import { ChatList } from '../../../../lib/panel/history/chat-list.svelte';
import { ChatSelection } from '../../../../lib/panel/history/chat-selection.svelte';
import type { QueryObserver } from '../../../../lib/panel/query-source';
import type { Chat } from '../../../../lib/domain/chat';
import { chatIdOf, chatRow } from '../../../support/rows';

const [A, B, C, D] = ['a', 'b', 'c', 'd'].map(chatIdOf) as [
  ReturnType<typeof chatIdOf>,
  ReturnType<typeof chatIdOf>,
  ReturnType<typeof chatIdOf>,
  ReturnType<typeof chatIdOf>,
];

function listOf(...chats: Chat[]) {
  let hears: QueryObserver<readonly Chat[]> | undefined;
  const list = new ChatList({
    search: async () => undefined,
    textChanges: async () => undefined,
    watch: () => () => undefined,
    watchChats: (observer) => {
      hears = observer;
      return () => undefined;
    },
  });
  const found = () => list.found.map(({ id }) => `${id}`);
  onTestFinished(
    $effect.root(() => {
      $effect(() => void list.found);
    }),
  );
  flushSync();
  hears?.next(chats);
  flushSync();
  return { list, found };
}

test('finds by title and by tag, whatever the case and the accents', () => {
  const { list, found } = listOf(
    chatRow('a', { title: 'Über Brücken' }),
    chatRow('b', { title: 'Lamps', tags: ['Élan'] }),
  );
  list.wanted = ' uber BRUCK';
  expect(found()).toEqual(['a']);
  list.wanted = 'elan';
  expect(found()).toEqual(['b']);
  list.wanted = '';
  list.tag = 'ELAN';
  expect(found()).toEqual(['b']);
});

test('shows archived chats apart', () => {
  const { list, found } = listOf(chatRow('a'), chatRow('b', { archived: true }));
  expect(found()).toEqual(['a']);
  expect(list.archivedCount).toBe(1);
  list.archived = true;
  expect(found()).toEqual(['b']);
});

test('an action at a selected chat is about all that are selected, at another about that one', () => {
  const chats = [chatRow('a'), chatRow('b'), chatRow('c')] as const;
  const { list } = listOf(...chats);
  list.selection.toggle(A);
  list.selection.toggle(B);
  expect(list.aboutOf(chats[0]).map(({ id }) => id)).toEqual([A, B]);
  expect(list.aboutOf(chats[2]).map(({ id }) => id)).toEqual([C]);
  expect(list.neighbourOf(A, 1)).toBe(B);
  expect(list.neighbourOf(C, 10)).toBe(C);
  list.wanted = 'x';
  expect(list.selection.size).toBe(0);
});

test('a range goes from where it began, in either direction', () => {
  const selection = new ChatSelection();
  const order = [A, B, C, D];
  const ids = () => [...selection.ids].join('');
  selection.toggle(B);
  selection.extend(D, order);
  expect(ids()).toBe('bcd');
  selection.extend(A, order);
  expect(ids()).toBe('ab');
  selection.clear();
  selection.extend(C, order, B);
  expect(ids()).toBe('bc');
  selection.all(order);
  selection.toggle(A);
  expect(ids()).toBe('bcd');
});
