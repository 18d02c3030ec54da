import { flushSync } from 'svelte';
import { expect, it, onTestFinished } from 'vitest';
import type { Feedback } from '../../../../lib/domain/chat';
import { feedbackOf } from '../../../../lib/panel/feedback/feedback-of';
import type { LiveQuery } from '../../../../lib/panel/live-query.svelte';
import { messageIdOf } from '../../../support/rows';

it('follows the thumb on an answer, and says null while there is none', async () => {
  let given: Feedback[] = [];
  let again = (): void => undefined;
  const source = {
    feedback: async () => given,
    watch(query: () => Promise<unknown>, observer: { next: (value: never) => void }) {
      again = () => void query().then((value) => observer.next(value as never));
      again();
      return () => undefined;
    },
  } as unknown as Parameters<typeof feedbackOf>[0];
  let thumb: LiveQuery<Feedback | null> | undefined;
  onTestFinished(
    $effect.root(() => {
      thumb = feedbackOf(source, messageIdOf('a'));
      $effect(() => void thumb?.current);
    }),
  );
  flushSync();
  expect(thumb?.current).toBeNull();
  given = [{ messageId: messageIdOf('a'), rating: 1, at: 1, comment: null }];
  again();
  await expect.poll(() => thumb?.current?.rating).toBe(1);
});
