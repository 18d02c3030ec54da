import { flushSync } from 'svelte';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ChatId } from '../../../../lib/domain/ids';
import type { SummaryState, SummaryView } from '../../../../lib/domain/memory/summary-view';
import { ChatSummaries } from '../../../../lib/panel/memory/chat-summaries.svelte';
import { Notices } from '../../../../lib/panel/notices.svelte';
import { chatIdOf, messageIdOf, MODEL, summaryRow } from '../../../support/rows';
import { createTestClient } from '../../../support/test-client';

const MAKING: SummaryState = { kind: 'making', part: 0, parts: 1 };
const QUESTION = { chatId: chatIdOf('c'), modelRef: MODEL, page: null };
const VIEW: SummaryView = {
  host: 'model.example',
  model: 'm',
  upTo: messageIdOf('a4'),
  messages: 8,
  goesOn: false,
  system: '',
  requests: ['User: Hi'],
  inputTokens: 100,
  outputTokens: 50,
};

function watched(state: SummaryState | null = null) {
  const client = createTestClient(({ type }) =>
    type === 'summary-state' ? state : type === 'plan-summary' ? VIEW : null,
  );
  const notices = new Notices();
  let chatId = $state<ChatId | null>(chatIdOf('c'));
  let question: typeof QUESTION | null = QUESTION;
  let made: ChatSummaries | undefined;
  const dependencies = {
    client,
    notices,
    chatId: () => chatId,
    question: () => question,
    run: (work: Promise<unknown>) => void work,
  };
  const stop = $effect.root(() => void (made = new ChatSummaries(dependencies)));
  onTestFinished(stop);
  flushSync();
  if (made === undefined) throw new Error('Nothing was made.');
  return {
    client,
    notices,
    summaries: made,
    stop,
    open: (id: string | null) => flushSync(() => (chatId = id === null ? null : chatIdOf(id))),
    busy: () => (question = null),
    push: (id: string, pushed: SummaryState | null) =>
      client.push({ type: 'summary-state', chatId: chatIdOf(id), state: pushed }),
  };
}

describe('ChatSummaries', () => {
  it('shows what making one sends, and has that made which was agreed to', async () => {
    const { client, summaries } = watched();
    await summaries.plan();
    expect(summaries.shown).toEqual(VIEW);
    expect(client.askedFor('make-summary')).toEqual([]);
    await summaries.agree();
    expect(client.askedFor('make-summary')).toEqual([{ type: 'make-summary', ...QUESTION, upTo: 'a4' }]);
    expect(summaries.shown).toBeNull();
    await summaries.agree();
    expect(client.askedFor('make-summary')).toHaveLength(1);
    await summaries.goOnOnce();
    const once = { type: 'make-summary', ...QUESTION, upTo: 'a4', overBudget: true };
    expect(client.askedFor('make-summary')[1]).toEqual(once);
  });

  it('shows once more what goes where it is not known any more what was agreed to', async () => {
    const { client, summaries } = watched();
    await summaries.goOnOnce();
    expect(summaries.shown).toEqual(VIEW);
    expect(client.askedFor('make-summary')).toEqual([]);
  });

  it('plans nothing while an answer is written', async () => {
    const { client, summaries, busy } = watched();
    busy();
    await summaries.plan();
    expect([summaries.shown, client.askedFor('plan-summary')]).toEqual([null, []]);
  });

  it('follows the one of its chat, also one that was begun before it was opened', async () => {
    const { summaries, push, open } = watched(MAKING);
    await vi.waitFor(() => expect(summaries.state).toEqual(MAKING));
    push('other', null);
    expect(summaries.state).toEqual(MAKING);
    push('c', { kind: 'making', part: 1, parts: 2 });
    expect(summaries.state).toMatchObject({ part: 1 });
    open(null);
    expect(summaries.state).toBeNull();
  });

  it('says that it was lost with the background, and nothing where none was made', async () => {
    const { client, summaries, push, stop } = watched();
    client.disconnect();
    expect(summaries.state).toBeNull();
    push('c', MAKING);
    client.disconnect();
    expect(summaries.state).toEqual({ kind: 'failed', error: { kind: 'background-stopped' } });
    stop();
    push('c', MAKING);
    expect(summaries.state).toMatchObject({ kind: 'failed' });
  });

  it('stops, changes and drops; what was dropped can be taken back', async () => {
    const { client, notices, summaries } = watched();
    const summary = { ...summaryRow('s'), upTo: messageIdOf('a1') };
    await summaries.stop();
    await summaries.edit(summary, ' New. ');
    await summaries.drop(summary);
    notices.current?.action?.run();
    const ref = { messageId: 'a1', summaryId: 's' };
    expect(client.asked.slice(1)).toEqual([
      { type: 'stop-summary', chatId: 'c' },
      { type: 'edit-summary', ...ref, text: 'New.' },
      { type: 'drop-summary', ...ref, dropped: true },
      { type: 'drop-summary', ...ref, dropped: false },
    ]);
  });
});
