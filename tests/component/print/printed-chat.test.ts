import '../../../components/ui/theme.css';
import { expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import PrintedChat from '../../../components/print/PrintedChat.svelte';
import type { Message } from '../../../lib/domain/chat';
import { createMemoryQueries } from '../../../lib/storage/memory-queries';
import { createMemoryRows } from '../../../lib/storage/memory-rows';
import { answerRow, chatIdOf, chatRow, questionRow, textParts } from '../../support/rows';

const CODE = Array.from({ length: 60 }, (_, line) => `line ${line}`).join('\n');

function longChat(turns: number) {
  const rows = createMemoryRows();
  const put = (message: Message, text: string) => {
    rows.messages.set(message.id, message);
    rows.bodies.set(message.id, { messageId: message.id, parts: textParts(text) });
  };
  for (let turn = 0; turn < turns; turn += 1) {
    put(questionRow(`q${turn}`, turn === 0 ? null : `a${turn - 1}`), `Question ${turn}`);
    put(
      answerRow(`a${turn}`, `q${turn}`),
      turn === 9 ? `Formula $x^2$\n\n\`\`\`\n${CODE}\n\`\`\`` : `Answer **${turn}** [b1]`,
    );
  }
  rows.chats.set(chatIdOf('c'), chatRow('c', { title: 'Long', leafId: answerRow(`a${turns - 1}`, 'q').id }));
  return createMemoryQueries(rows);
}

it('draws every message, formulas and long code too, and prints then', async () => {
  const print = vi.fn();
  const { container } = await render(PrintedChat, { queries: longChat(120), chatId: chatIdOf('c'), print });
  await vi.waitFor(() => expect(print).toHaveBeenCalledOnce(), { timeout: 20_000 });
  expect(container.querySelectorAll('article')).toHaveLength(240);
  expect(container.querySelector('article:last-of-type')?.textContent).toContain('Answer 119');
  expect(container.textContent).not.toContain('[b1]');
  expect(container.querySelector('.katex')).not.toBeNull();
  const code = container.querySelector('pre');
  expect(code?.scrollHeight).toBe(code?.clientHeight);
});

it('says so where the chat is gone, and prints nothing', async () => {
  const print = vi.fn();
  const screen = await render(PrintedChat, { queries: longChat(1), chatId: chatIdOf('other'), print });
  await expect
    .element(screen.getByRole('status'))
    .toHaveTextContent('This chat is not there any more. Close this tab and choose another one.');
  expect(print).not.toHaveBeenCalled();
});

it('does not call a chat gone that could not be read', async () => {
  const print = vi.fn();
  const queries = { ...longChat(1), chat: () => Promise.reject(new Error('The database is busy.')) };
  const screen = await render(PrintedChat, { queries, chatId: chatIdOf('c'), print });
  await expect
    .element(screen.getByRole('status'))
    .toHaveTextContent('This chat could not be read. Nothing of it has changed. Reload this tab to try again.');
  expect(print).not.toHaveBeenCalled();
});
