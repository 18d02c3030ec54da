import { describe, expect, test, vi } from 'vitest';
import type { ChatId } from '../../../../lib/domain/ids';
import type { PanelRequest } from '../../../../lib/messaging/protocol';
import type { Notice } from '../../../../lib/panel/notices.svelte';
import { createTreeActions } from '../../../../lib/panel/tree/tree-actions';
import { answerRow, chatRow, MODEL, numberedIds, questionRow } from '../../../support/rows';

const messages = [questionRow('q', null), answerRow('a', 'q'), questionRow('q2', 'a'), answerRow('a2', 'q2')];
const [q = questionRow('', null), a = q] = messages;
const leafId = a.id;

function actions() {
  const asked: PanelRequest[] = [];
  const told: { text: string; action: Notice['action'] }[] = [];
  const opened: ChatId[] = [];
  const regenerate = vi.fn(async () => undefined);
  const wanted: string[] = [];
  let text = 'Mine';
  const tree = createTreeActions({
    client: {
      request: (async (request: PanelRequest) => {
        asked.push(request);
        return null;
      }) as never,
    },
    thread: () => ({ chat: chatRow('c', { leafId }), branch: messages, messages, versionsOf: () => [] }),
    regenerate,
    notices: { tell: (words, action) => void told.push({ text: words, action: action ?? null }) },
    open: async (chatId) => void opened.push(chatId),
    want: (messageId) => wanted.push(messageId),
    write: (change) => (text = change(text)),
    run: (work) => void work,
    newId: numberedIds(),
  });
  return { tree, asked, told, opened, regenerate, wanted, text: () => text };
}

describe('what is done with messages', () => {
  test('a deletion says how much went, and Undo brings the same view back', async () => {
    const { tree, asked, told } = actions();
    await tree.deleteBranch(a);
    await tree.deleteTurn(q);
    expect(told.map(({ text }) => text)).toEqual(['3 messages deleted.', 'Question and answer deleted.']);
    told[0]?.action?.run();
    expect(asked).toEqual([
      { type: 'delete-messages', deletionId: 'id1', messageId: 'a', scope: 'branch' },
      { type: 'delete-messages', deletionId: 'id2', messageId: 'q', scope: 'turn' },
      { type: 'undo-delete-messages', chatId: 'c', deletionId: 'id1', leafId: 'a' },
    ]);
  });

  test('a fork is opened, with the way back', async () => {
    const { tree, asked, told, opened } = actions();
    await tree.fork(a);
    expect(asked).toEqual([{ type: 'fork-chat', messageId: 'a', chatId: 'id1' }]);
    told[0]?.action?.run();
    expect(opened).toEqual(['id1', 'c']);
  });

  test('a message of another chat is shown there', async () => {
    const { tree, asked, opened, wanted } = actions();
    await tree.show(a);
    expect([opened, asked, wanted]).toEqual([['c'], [{ type: 'select-version', messageId: 'a' }], ['a']]);
  });

  test('a quotation goes below what stands in the composer', () => {
    const { tree, text } = actions();
    tree.quote('one\ntwo');
    expect(text()).toBe('Mine\n\n> one\n> two\n\n');
  });

  test('another version is put on view, and made by another model for this once', async () => {
    const { tree, asked, regenerate } = actions();
    await tree.select(a.id);
    await tree.regenerateWith(a, MODEL);
    expect(asked).toEqual([{ type: 'select-version', messageId: 'a' }]);
    expect(regenerate).toHaveBeenCalledWith('a', MODEL);
  });
});
