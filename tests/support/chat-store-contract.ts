import { beforeEach, describe, expect, test } from 'vitest';
import type { DeletionId, PictureId, RunId } from '../../lib/domain/ids';
import type { Picture } from '../../lib/domain/pictures/picture';
import type { ChatStore } from '../../lib/engine/chat-store';
import type { Queries } from '../../lib/storage/queries';
import {
  answerRow,
  block,
  chatIdOf,
  chatRow,
  messageIdOf,
  questionRow,
  snapshotIdOf,
  snapshotRow,
  summaryRow,
  textParts,
  turnRows,
} from './rows';

const CHAT = chatIdOf('c');
const ref = (id: string) => ({ snapshotId: snapshotIdOf(id), title: 'A page', url: 'https://example.com/a' });
const page = snapshotRow('s', [block('b1', 'one')]);

/** A store, and where panels read what it holds. */
interface StoreUnderTest {
  readonly store: ChatStore;
  readonly queries: Pick<Queries, 'pictures' | 'messages'>;
}

/** What every chat store does, whatever it is made of. `create` gives an empty one. */
export function describeChatStore(name: string, create: () => Promise<StoreUnderTest>): void {
  describe(name, () => {
    let store: ChatStore;
    let queries: StoreUnderTest['queries'];
    beforeEach(async () => {
      ({ store, queries } = await create());
    });

    /** A second turn in chat `c`, under the first. */
    const secondTurn = (more = {}) => {
      const question = questionRow('q2', 'a');
      const answer = answerRow('a2', 'q2', { status: 'streaming', finishedAt: null });
      return turnRows({
        chat: chatRow('c', { leafId: answer.id }),
        question: { message: question, body: { messageId: question.id, parts: textParts('And?') } },
        answer: { message: answer, body: { messageId: answer.id, parts: [] } },
        run: { ...turnRows().run, id: 'r2' as RunId, messageId: answer.id },
        ...more,
      });
    };

    const finish = (id = 'a', parent = 'q', run = 'r', text = 'Done.') =>
      store.finishRun(
        { ...turnRows().run, id: run as RunId, messageId: messageIdOf(id) },
        answerRow(id, parent, { finishedAt: 2000 }),
        textParts(text),
      );

    test('has nothing at first', async () => {
      expect(await store.chat(CHAT)).toBeUndefined();
      expect(await store.message(messageIdOf('q'))).toBeUndefined();
      expect(await store.messagesOf(CHAT)).toEqual([]);
      expect(await store.thread(messageIdOf('q'))).toEqual([]);
      expect(await store.snapshot(snapshotIdOf('s'))).toBeUndefined();
      expect(await store.snapshotsOf(CHAT)).toEqual([]);
      expect(await store.deadRuns('me')).toEqual([]);
      await store.updateChat(CHAT, { title: 'x' });
      await store.setPage(messageIdOf('q'), ref('s'));
      await store.settle([]);
      expect(await store.chat(CHAT)).toBeUndefined();
    });

    test('begins a turn: chat, question, answer and run', async () => {
      const turn = turnRows();
      await store.beginTurn(turn);
      expect(await store.chat(CHAT)).toEqual(turn.chat);
      expect(await store.message(messageIdOf('a'))).toEqual(turn.answer.message);
      expect(await store.thread(messageIdOf('a'))).toEqual([
        { message: turn.question?.message, parts: textParts('Why?') },
        { message: turn.answer.message, parts: [] },
      ]);
      expect(await store.deadRuns('another')).toEqual([turn.answer.message]);
      expect(await store.deadRuns('me')).toEqual([]);
    });

    test('begins a chat that is to be new only where it is not there yet, and then stores nothing', async () => {
      await store.beginTurn(turnRows({ isNew: true }));
      await finish();
      const again = store.beginTurn(turnRows({ isNew: true }));
      await expect(again).rejects.toMatchObject({ name: 'ConstraintError' });
      expect((await store.message(messageIdOf('a')))?.status).toBe('complete');
      expect(await store.deadRuns('another')).toEqual([]);
    });

    test('writes a checkpoint and the end of a run', async () => {
      await store.beginTurn(turnRows());
      await store.checkpoint({ run: { ...turnRows().run, seq: 3 }, parts: textParts('Do') });
      expect((await store.thread(messageIdOf('a'))).at(-1)?.parts).toEqual(textParts('Do'));
      expect((await store.message(messageIdOf('a')))?.status).toBe('streaming');
      await finish();
      expect((await store.thread(messageIdOf('a'))).at(-1)).toEqual({
        message: answerRow('a', 'q', { finishedAt: 2000 }),
        parts: textParts('Done.'),
      });
      expect(await store.deadRuns('another')).toEqual([]);
    });

    test('settles dead runs and keeps their text', async () => {
      await store.beginTurn(turnRows());
      await store.checkpoint({ run: turnRows().run, parts: textParts('Half') });
      const [dead] = await store.deadRuns('another');
      if (dead) await store.settle([{ ...dead, status: 'interrupted' }]);
      expect(await store.deadRuns('another')).toEqual([]);
      const [, answer] = await store.thread(messageIdOf('a'));
      expect(answer).toMatchObject({ message: { status: 'interrupted' }, parts: textParts('Half') });
    });

    test('writes an ended answer anew', async () => {
      await store.beginTurn(turnRows());
      await finish();
      const again = answerRow('a', 'q', { status: 'interrupted', finishedAt: 3000 });
      await store.rewriteAnswer(again, textParts('Done, and more.'));
      expect((await store.thread(messageIdOf('a'))).at(-1)).toEqual({
        message: again,
        parts: textParts('Done, and more.'),
      });
    });

    test('gives branches, not all of the tree', async () => {
      await store.beginTurn(turnRows());
      await store.beginTurn(secondTurn());
      const version = answerRow('b', 'q');
      await store.beginTurn(
        turnRows({
          question: null,
          answer: { message: version, body: { messageId: version.id, parts: textParts('Other') } },
        }),
      );
      const idsTo = async (id: string) => (await store.thread(messageIdOf(id))).map(({ message }) => message.id);
      expect(await idsTo('a2')).toEqual(['q', 'a', 'q2', 'a2']);
      expect(await idsTo('b')).toEqual(['q', 'b']);
      expect((await store.messagesOf(CHAT)).map(({ id }) => id).toSorted()).toEqual(['a', 'a2', 'b', 'q', 'q2']);
    });

    test('discards with a turn what was cleared, and forgets its page', async () => {
      await store.putSnapshot(page);
      await store.beginTurn(turnRows());
      await store.setPage(messageIdOf('q'), ref('s'));
      await store.rate(messageIdOf('a'), { messageId: messageIdOf('a'), rating: 1, at: 1, comment: null });
      await store.beginTurn(secondTurn({ discard: [messageIdOf('q'), messageIdOf('a')] }));
      expect((await store.messagesOf(CHAT)).map(({ id }) => id).toSorted()).toEqual(['a2', 'q2']);
      expect(await store.snapshotsOf(CHAT)).toEqual([]);
      await store.purgeDeleted(5000);
      expect(await store.snapshot(page.id)).toBeUndefined();
    });

    test('changes a chat in part', async () => {
      await store.beginTurn(turnRows());
      await store.updateChat(CHAT, { title: 'New', leafId: null });
      expect(await store.chat(CHAT)).toEqual({ ...turnRows().chat, title: 'New', leafId: null });
    });

    test('changes many chats at once, each by what it is, and makes none', async () => {
      await store.beginTurn(turnRows());
      await store.beginTurn(turnRows({ chat: chatRow('d', { title: 'D' }) }));
      const ids = [CHAT, chatIdOf('d'), chatIdOf('none')];
      await store.changeChats(ids, ({ title }) => ({ title: `${title}!`, tags: ['x'] }));
      expect(await store.chat(CHAT)).toMatchObject({ title: '!', tags: ['x'] });
      expect(await store.chat(chatIdOf('d'))).toMatchObject({ title: 'D!', tags: ['x'] });
      expect(await store.chat(chatIdOf('none'))).toBeUndefined();
    });

    test('keeps a snapshot that a message carries, and drops one that none does', async () => {
      await store.beginTurn(turnRows());
      const unused = snapshotRow('unused', []);
      await store.putSnapshot(page);
      await store.putSnapshot(unused);
      await store.setPage(messageIdOf('q'), ref('s'));
      expect(await store.snapshotsOf(CHAT)).toMatchObject([{ id: 's', blocks: page.blocks }]);
      await store.purgeDeleted(1000);
      expect(await store.snapshot(unused.id)).toBeDefined();
      await store.purgeDeleted(1001);
      expect(await store.snapshot(unused.id)).toBeUndefined();
      expect(await store.snapshot(page.id)).toBeDefined();
      await store.setPage(messageIdOf('q'), null);
      expect((await store.message(messageIdOf('q')))?.page).toBeNull();
      await store.purgeDeleted(1001);
      expect(await store.snapshot(page.id)).toBeUndefined();
    });

    test('gives a snapshot once, though several questions carry it, and keeps it while one does', async () => {
      await store.putSnapshot(page);
      await store.beginTurn(turnRows());
      await store.beginTurn(secondTurn());
      for (const id of ['q', 'q2']) await store.setPage(messageIdOf(id), ref('s'));
      expect(await store.snapshotsOf(CHAT)).toHaveLength(1);
      await store.setPage(messageIdOf('q'), null);
      await store.purgeDeleted(5000);
      expect(await store.snapshotsOf(CHAT)).toHaveLength(1);
    });

    test('purges deleted chats with all that is theirs, and no other', async () => {
      await store.putSnapshot(page);
      await store.beginTurn(turnRows());
      await store.setPage(messageIdOf('q'), ref('s'));
      await finish();
      await store.rate(messageIdOf('a'), { messageId: messageIdOf('a'), rating: 1, at: 1, comment: null });
      const other = questionRow('o', null, { chatId: chatIdOf('d') });
      await store.beginTurn(
        turnRows({
          chat: chatRow('d', { leafId: other.id }),
          question: null,
          answer: { message: other, body: { messageId: other.id, parts: textParts('Mine') } },
          run: { ...turnRows().run, id: 'r3' as RunId, messageId: other.id, chatId: chatIdOf('d') },
        }),
      );
      await store.updateChat(CHAT, { deletedAt: 3000 });
      await store.purgeDeleted(3000);
      expect(await store.chat(CHAT)).toBeDefined();
      await store.purgeDeleted(3001);
      expect(await store.chat(CHAT)).toBeUndefined();
      expect(await store.messagesOf(CHAT)).toEqual([]);
      expect(await store.thread(messageIdOf('a'))).toEqual([]);
      expect(await store.snapshot(page.id)).toBeUndefined();
      expect((await store.thread(other.id)).map(({ parts }) => parts)).toEqual([textParts('Mine')]);
    });

    test('keeps a page of a purged chat that another chat carries too', async () => {
      await store.putSnapshot(page);
      await store.beginTurn(turnRows());
      await store.setPage(messageIdOf('q'), ref('s'));
      const other = questionRow('o', null, { chatId: chatIdOf('d'), page: ref('s') });
      await store.beginTurn(
        turnRows({
          chat: chatRow('d', { leafId: other.id }),
          question: null,
          answer: { message: other, body: { messageId: other.id, parts: [] } },
        }),
      );
      await store.updateChat(CHAT, { deletedAt: 3000 });
      await store.purgeDeleted(5000);
      expect(await store.snapshotsOf(chatIdOf('d'))).toHaveLength(1);
    });

    test('notes what an answer is asked with, and nothing of one that is gone', async () => {
      const sent = { host: 'h', systemVersion: 1, budgetTokens: 1, continuedFrom: null, fingerprint: '1-0' };
      await store.beginTurn(turnRows());
      await store.setSent(messageIdOf('a'), sent);
      await store.setSent(messageIdOf('gone'), sent);
      expect((await store.message(messageIdOf('a')))?.sent).toEqual(sent);
      expect(await store.message(messageIdOf('gone'))).toBeUndefined();
    });

    test('keeps summaries on a message, and of one that is gone none', async () => {
      const kept = [summaryRow('s1', { messages: 2 })];
      await store.beginTurn(turnRows());
      await store.setSummaries(messageIdOf('a'), kept);
      await store.setSummaries(messageIdOf('gone'), kept);
      expect((await store.message(messageIdOf('a')))?.summaries).toEqual(kept);
      expect(await store.message(messageIdOf('gone'))).toBeUndefined();
    });

    test('drops an answer’s pictures with it, and no other', async () => {
      const picture = (id: string, messageId: string): Picture => ({
        id: id as PictureId,
        messageId: messageIdOf(messageId),
        mime: 'image/png',
        width: 1,
        height: 1,
        data: 'AAAA',
      });
      await store.beginTurn(turnRows());
      await store.putPicture(picture('i', 'a'));
      await store.beginTurn(secondTurn());
      await store.putPicture(picture('i2', 'a2'));
      const kept = async () => (await queries.pictures(['i', 'i2'] as PictureId[])).map(({ id }) => `${id}`);
      expect(await kept()).toEqual(['i', 'i2']);
      const third = questionRow('q3', 'a');
      await store.beginTurn(
        turnRows({
          question: null,
          discard: [messageIdOf('a2')],
          answer: { message: third, body: { messageId: third.id, parts: [] } },
        }),
      );
      expect(await kept()).toEqual(['i']);
      await store.updateChat(CHAT, { deletedAt: 3000 });
      await store.purgeDeleted(5000);
      expect(await kept()).toEqual([]);
    });

    test('keeps pictures of questions that are not asked yet, until they are, are let go or forgotten', async () => {
      const draft = (id: string, draftAt: number): Picture => ({
        id: id as PictureId,
        messageId: messageIdOf(`draft-${id}`),
        mime: 'image/png',
        width: 1,
        height: 1,
        data: 'AAAA',
        draftAt,
      });
      const [asked, dropped, old, recent] = [draft('i', 1), draft('j', 1), draft('k', 1), draft('l', 5_000)];
      const ids = [asked.id, dropped.id, old.id, recent.id];
      for (const picture of [asked, dropped, old, recent]) await store.putDraftPicture(picture);
      expect(await store.pictures(ids)).toEqual([asked, dropped, old, recent]);
      const { draftAt: _draftAt, ...kept } = asked;
      const own = { ...kept, messageId: messageIdOf('q') };
      await store.beginTurn({ ...turnRows(), pictures: [own] });
      await store.dropDraftPicture(asked.id);
      await store.dropDraftPicture(dropped.id);
      expect(await store.pictures(ids)).toEqual([own, old, recent]);
      await store.purgeDeleted(5_000 + 30 * 24 * 3_600_000);
      expect(await store.pictures(ids)).toEqual([own, recent]);
    });

    test('takes deleted messages out of branches, brings them back, and purges them in time', async () => {
      await store.beginTurn(turnRows());
      await finish();
      await store.putSnapshot(page);
      await store.setPage(messageIdOf('q'), ref('s'));
      await store.beginTurn(secondTurn());
      const idsTo = async (id: string) => (await store.thread(messageIdOf(id))).map(({ message }) => message.id);
      const ids = [messageIdOf('q'), messageIdOf('a')];
      const deletion = { id: 'd' as DeletionId, at: 3000 };
      await store.markDeleted(CHAT, { ids, deletion }, { title: 'Shorter' });
      expect(await store.chat(CHAT)).toMatchObject({ title: 'Shorter' });
      expect(await idsTo('a2')).toEqual(['q2', 'a2']);
      expect(await queries.messages(CHAT)).toHaveLength(2);
      expect((await store.messagesOf(CHAT)).filter((message) => message.deletion?.at === 3000)).toHaveLength(2);
      await store.markDeleted(CHAT, { ids, deletion: null }, {});
      expect(await idsTo('a2')).toEqual(['q', 'a', 'q2', 'a2']);
      expect(await store.message(messageIdOf('a'))).toEqual(answerRow('a', 'q', { finishedAt: 2000 }));
      await store.markDeleted(CHAT, { ids, deletion }, {});
      await store.purgeDeleted(3000);
      expect(await store.messagesOf(CHAT)).toHaveLength(4);
      await store.purgeDeleted(3001);
      expect((await store.messagesOf(CHAT)).map(({ id, parentId }) => [id, parentId])).toEqual(
        expect.arrayContaining([
          ['q2', null],
          ['a2', 'q2'],
        ]),
      );
      expect(await store.messagesOf(CHAT)).toHaveLength(2);
      expect(await idsTo('a2')).toEqual(['q2', 'a2']);
      expect(await store.snapshot(page.id)).toBeUndefined();
    });

    test('adds a chat with all that is its own', async () => {
      const question = questionRow('o', null, { chatId: chatIdOf('d'), page: ref('s') });
      const picture: Picture = {
        id: 'i' as PictureId,
        messageId: question.id,
        mime: 'image/png',
        width: 1,
        height: 1,
        data: 'AAAA',
      };
      const whole = {
        chat: chatRow('d', { leafId: question.id }),
        messages: [question],
        bodies: [{ messageId: question.id, parts: textParts('Mine') }],
        pictures: [picture],
        snapshots: [page],
      };
      await store.addChat(whole);
      expect(await store.chat(chatIdOf('d'))).toEqual(whole.chat);
      expect(await store.thread(question.id)).toEqual([{ message: question, parts: textParts('Mine') }]);
      expect(await store.snapshotsOf(chatIdOf('d'))).toEqual([page]);
      expect(await store.picturesOf([question.id, messageIdOf('q')])).toEqual([picture]);
      await store.purgeDeleted(5000);
      expect(await store.snapshot(page.id)).toEqual(page);
    });

    test('gives out copies: changing them changes nothing stored', async () => {
      await store.beginTurn(turnRows());
      const chat = await store.chat(CHAT);
      if (chat) Object.assign(chat, { title: 'Changed' });
      expect((await store.chat(CHAT))?.title).toBe('');
    });
  });
}
