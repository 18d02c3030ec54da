import { flushSync } from 'svelte';
import { expect, onTestFinished, test } from 'vitest';
import type { ThreadView } from '../../../../lib/panel/thread-query';
import { EMPTY_THREAD } from '../../../../lib/panel/thread-query';
import { MessageReveal } from '../../../../lib/panel/history/message-reveal.svelte';
import { answerRow, chatIdOf, chatRow } from '../../../support/rows';
import { createTestClient } from '../../../support/test-client';

test('a message on another branch is put on view, and is due when it is there', async () => {
  let thread = $state.raw<ThreadView | null>(null);
  const client = createTestClient();
  let reveal: MessageReveal | undefined;
  const session = {
    chatId: chatIdOf('c'),
    get thread() {
      return thread;
    },
  };
  onTestFinished(
    $effect.root(() => {
      reveal = new MessageReveal(session, client, (work) => void work);
    }),
  );
  const message = answerRow('b', 'q');
  await reveal?.show({ message, terms: ['fog'] }, async () => undefined);
  flushSync();
  expect(client.asked).toEqual([]);
  thread = { ...EMPTY_THREAD, chat: chatRow('c'), branch: [answerRow('a', 'q')] };
  flushSync();
  expect(client.askedFor('select-version')).toMatchObject([{ messageId: 'b' }]);
  expect(reveal?.due).toBeNull();
  thread = { ...EMPTY_THREAD, chat: chatRow('c'), branch: [message] };
  flushSync();
  expect(reveal?.due?.message.id).toBe('b');
  reveal?.done();
  expect(reveal?.due).toBeNull();
  expect(client.asked).toHaveLength(1);
});
