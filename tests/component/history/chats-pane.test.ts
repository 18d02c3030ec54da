import '../../../components/ui/theme.css';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Chat, ModelRef } from '../../../lib/domain/chat';
import type { DeletionId } from '../../../lib/domain/ids';
import { createChatCommands } from '../../../lib/engine/chat-commands';
import { createDatabaseSource } from '../../../lib/panel/database-source';
import { createChatOrganiser } from '../../../lib/panel/history/chat-organiser';
import { Notices } from '../../../lib/panel/notices.svelte';
import { createChatStore } from '../../../lib/storage/chat-store';
import { createReading } from '../../../lib/storage/reading';
import { answerRow, chatIdOf, chatRow, messageIdOf, textParts, turnRows } from '../../support/rows';
import { openDatabase } from '../storage/open-database';
import PaneFrame from './PaneFrame.svelte';

const HOUR = 3_600_000;

/** A list over a real database; what its user does goes through the background's own commands. */
async function pane(chats: readonly Chat[]) {
  const database = await openDatabase();
  await database.chats.bulkPut([...chats]);
  const store = createChatStore(await openDatabase(database.name));
  const commands = createChatCommands({
    store,
    engine: { stopChat: async () => undefined, inChat: (_id, work) => work() },
  });
  const notices = new Notices();
  const run = (work: Promise<unknown>) => void work;
  const organiser = createChatOrganiser({ commands, notices, leave: async () => undefined, run });
  const onopen = vi.fn();
  const onopenmessage = vi.fn();
  const { queries, ...others } = createReading(database, () => undefined);
  const screen = await render(PaneFrame, {
    source: createDatabaseSource(queries, others),
    organiser,
    currentId: null,
    onopen,
    onopenmessage,
    modelName: ({ model }: ModelRef) => model,
    run,
  });
  await expect.element(screen.getByRole('list', { name: 'Chats' })).toBeVisible();
  const line = (title: string) => screen.getByRole('button', { name: title, exact: true });
  const menu = async (title: string, item: string) => {
    await screen.getByRole('button', { name: `Actions for “${title}”` }).click();
    await screen.getByRole('menuitem', { name: item }).click();
  };
  const lines = () => [...document.querySelectorAll('[data-chat]')].map(({ textContent }) => textContent.trim());
  return { screen, store, database, notices, onopen, onopenmessage, line, menu, lines };
}

const made = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    chatRow(`c${index}`, { title: `Chat ${index}`, updatedAt: Date.now() - index * HOUR }),
  );

describe('the list of chats', () => {
  it('draws a few of many, and all can be reached by keys', async () => {
    const { screen, lines, line } = await pane(made(2_000));
    await expect.element(line('Chat 0')).toBeVisible();
    expect(lines().length).toBeLessThan(60);
    await screen.getByRole('searchbox', { name: 'Search chats' }).click();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect.element(line('Chat 1')).toHaveFocus();
    await userEvent.keyboard('{End}');
    await expect.element(line('Chat 1999')).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(line('Chat 1998')).toHaveFocus();
    expect(lines().length).toBeLessThan(60);
  });

  it('pins, archives and renames from a line’s menu', async () => {
    const { screen, menu, lines, line, notices, store } = await pane(made(3));
    await menu('Chat 2', 'Pin');
    await expect.poll(lines).toEqual(['Chat 2', 'Chat 0', 'Chat 1']);
    await expect.element(screen.getByText('Pinned')).toBeVisible();
    await menu('Chat 0', 'Archive');
    await expect.poll(lines).toEqual(['Chat 2', 'Chat 1']);
    expect(notices.current?.text).toBe('“Chat 0” archived.');
    await screen.getByRole('button', { name: 'Archived' }).click();
    await expect.poll(lines).toEqual(['Chat 0']);
    await screen.getByRole('button', { name: 'Archived' }).click();
    await line('Chat 1').click({ modifiers: ['Control'] });
    await userEvent.keyboard('{F2}');
    await screen.getByRole('textbox', { name: 'Chat title' }).fill('Named');
    await userEvent.keyboard('{Enter}');
    await expect.poll(async () => (await store.chat('c1' as never))?.title).toBe('Named');
    await expect.element(line('Named')).toHaveFocus();
  });

  it('selects as files are selected, by mouse and keys, and does one thing to all', async () => {
    const { screen, line, lines, store, notices, onopen } = await pane(made(6));
    await line('Chat 1').click({ modifiers: ['Control'] });
    await line('Chat 3').click({ modifiers: ['Shift'] });
    await expect.element(screen.getByText('3 selected')).toBeVisible();
    await line('Chat 2').click({ modifiers: ['Control'] });
    await expect.element(screen.getByText('2 selected')).toBeVisible();
    await screen.getByRole('button', { name: 'Tag selected' }).click();
    await screen.getByRole('combobox', { name: 'New tag' }).fill('#Work');
    await userEvent.keyboard('{Enter}{Escape}');
    await screen.getByRole('button', { name: 'Work', exact: true }).click();
    await expect.poll(lines).toEqual(['Chat 1', 'Chat 3']);
    await line('Chat 1').click({ modifiers: ['Control'] });
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}');
    await expect.element(screen.getByText('2 selected')).toBeVisible();
    await userEvent.keyboard('{Delete}');
    await expect.poll(lines).toEqual([]);
    expect(notices.current?.text).toBe('2 chats deleted.');
    notices.current?.action?.run();
    await expect.poll(lines).toEqual(['Chat 1', 'Chat 3']);
    expect((await store.chat('c1' as never))?.tags).toEqual(['Work']);
    expect(onopen).not.toHaveBeenCalled();
    await line('Chat 3').click();
    expect(onopen).toHaveBeenCalledExactlyOnceWith('c3');
  });

  it('finds messages as they are typed for, marks what was found, and filters them', async () => {
    const { screen, store, database, onopenmessage } = await pane(made(2));
    await store.beginTurn(turnRows({ chat: chatRow('c', { title: 'Über Brücken', leafId: messageIdOf('a') }) }));
    await store.finishRun(
      turnRows().run,
      answerRow('a', 'q', { createdAt: 2000, finishedAt: 2000 }),
      textParts('The **Große Brücke** opened:\n\n```js\nopen()\n```'),
    );
    const field = screen.getByRole('searchbox', { name: 'Search chats' });
    await field.fill('grosse'.slice(0, 3));
    await expect.element(screen.getByText('Gro', { exact: true })).toBeVisible();
    expect(document.querySelector('mark')?.textContent).toBe('Gro');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onopenmessage).toHaveBeenCalledWith(
      expect.objectContaining({ message: expect.objectContaining({ id: 'a' }) as unknown }),
      ['gro'],
    );
    await field.fill('nowhere');
    await expect.element(screen.getByText('Nothing was found for “nowhere”.')).toBeVisible();
    await field.fill('');
    await screen.getByRole('button', { name: 'Filter messages' }).click();
    await screen.getByRole('checkbox', { name: 'Has code' }).click();
    await expect.poll(() => document.querySelectorAll('[data-hit]').length).toBe(1);
    await screen.getByRole('combobox', { name: 'Rated' }).selectOptions('Good');
    await expect.element(screen.getByText('No message is like that.')).toBeVisible();
    await database.feedback.put({ messageId: messageIdOf('a'), rating: 1, at: 1, comment: null });
    await store.updateChat(chatIdOf('c'), { title: 'Other' });
    await expect.poll(() => document.querySelectorAll('[data-hit]').length).toBe(1);
    await store.updateChat(chatIdOf('c'), { deletedAt: 1 });
    await expect.element(screen.getByText('No message is like that.')).toBeVisible();
  });

  it('shows which answers nobody has seen, and what another window does', async () => {
    const { screen, store, lines } = await pane(made(2));
    await expect.poll(lines).toEqual(['Chat 0', 'Chat 1']);
    await store.updateChat('c1' as never, { unread: true, updatedAt: Date.now() + 1 });
    await expect.poll(lines).toEqual(['Chat 1', 'Chat 0']);
    await expect.element(screen.getByText('New answer.')).toBeInTheDocument();
    await store.updateChat('c1' as never, { deletedAt: 1 });
    await expect.poll(lines).toEqual(['Chat 0']);
  });

  it('shows at once what another window writes, deletes and takes back while a search is open', async () => {
    const { screen, store } = await pane(made(1));
    const turn = turnRows();
    await store.beginTurn(turn);
    await screen.getByRole('searchbox', { name: 'Search chats' }).fill('bridge');
    await expect.element(screen.getByText('Nothing was found for “bridge”.')).toBeVisible();
    const hits = () => document.querySelectorAll('[data-hit]').length;
    await store.checkpoint({ run: turn.run, parts: textParts('Over the bri') });
    await store.checkpoint({ run: turn.run, parts: textParts('Over the bridge') });
    await expect.poll(hits).toBe(1);
    const answer = answerRow('a', 'q', { finishedAt: 2000 });
    await store.finishRun(turn.run, answer, textParts('Through the tunnel'));
    await expect.poll(hits).toBe(0);
    await store.rewriteAnswer(answer, textParts('A bridge and a tunnel'));
    await expect.poll(hits).toBe(1);
    const deletion = { id: 'd' as DeletionId, at: 3000 };
    await store.markDeleted(chatIdOf('c'), { ids: [answer.id], deletion }, {});
    await expect.poll(hits).toBe(0);
    await store.markDeleted(chatIdOf('c'), { ids: [answer.id], deletion: null }, {});
    await expect.poll(hits).toBe(1);
  });
});
