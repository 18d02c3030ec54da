import '../../../components/ui/theme.css';
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Answer from '../../../components/chat/Answer.svelte';
import type { ChatPanel } from '../../../lib/panel/chat-panel.svelte';
import { answerRow, withText } from '../../support/rows';

/** What an answer asks of its panel while nobody clicks. */
const panel = {
  session: {
    answerOf: ({ message, parts }: ReturnType<typeof withText>) => ({
      ...message,
      parts,
      phase: null,
      retry: null,
    }),
    versionsOf: (message: object) => [message],
    live: { get: () => undefined },
    streamingId: null,
    elsewhere: { answers: [], onTheWay: new Set() },
  },
  services: {
    keepThoughtsOpen: { current: false },
    wrapCode: { current: false },
    storage: { feedback: async () => [], watch: () => () => undefined },
  },
  models: { factsOf: () => ({ id: 'x' }) },
  versions: { arrived: () => null },
  assistantOf: () => ({ name: 'Model', avatar: 'icon:sparkle', model: '', canContinue: true }),
} as unknown as ChatPanel;

/** Far more than one frame draws. */
const LONG = 'A paragraph of some words.\n\n'.repeat(2_000);

async function show(status: 'stopped' | 'interrupted') {
  const entry = withText(answerRow('a', 'q', { status }), LONG);
  const place = { 'aria-posinset': 2, 'aria-setsize': 2 };
  const { container } = await render(Answer, {
    panel,
    entry,
    question: undefined,
    place,
    passageOf: () => undefined,
  });
  const busy = () => container.querySelector('article')?.ariaBusy;
  return { busy, words: () => container.querySelector('.notice')?.textContent };
}

it('says at once that it was stopped, though much of it is still to be drawn', async () => {
  const { busy, words } = await show('stopped');
  expect([busy(), words()]).toEqual(['true', expect.stringContaining('You stopped this answer.')]);
  await expect.poll(busy, { timeout: 10_000 }).toBe('false');
});

it('says how it ended otherwise when it is all there', async () => {
  const { busy, words } = await show('interrupted');
  expect([busy(), words()]).toEqual(['true', undefined]);
  await expect.poll(busy, { timeout: 10_000 }).toBe('false');
  expect(words()).toContain('Continue');
});
