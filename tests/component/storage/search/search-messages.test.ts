import { describe, expect, test } from 'vitest';
import { foldForFind } from '../../../../lib/domain/find-text';
import type { MessageId } from '../../../../lib/domain/ids';
import type { FoundMessages } from '../../../../lib/domain/search/message-hit';
import { readTerms, type MessageFilters } from '../../../../lib/domain/search/search-query';
import { createChatStore } from '../../../../lib/storage/chat-store';
import type { AsideDatabase } from '../../../../lib/storage/schema';
import { createSearchIndexer } from '../../../../lib/storage/search/search-indexer';
import { createReading } from '../../../../lib/storage/reading';
import { createMessageSearch } from '../../../../lib/storage/search/search-messages';
import { seeded } from '../../../support/random';
import {
  answerRow,
  chatIdOf,
  chatRow,
  messageIdOf,
  questionRow,
  textParts,
  turnRows,
} from '../../../support/rows';
import { openDatabase } from '../open-database';

const never = new AbortController().signal;

async function found(
  database: AsideDatabase,
  typed: string,
  filters: MessageFilters = {},
  limit = 20,
): Promise<FoundMessages> {
  let last: FoundMessages | undefined;
  const { search } = createReading(database, () => undefined);
  await search({ terms: readTerms(typed), filters }, limit, (result) => (last = result), never);
  if (last === undefined) throw new Error('Nothing was told');
  expect(last.isComplete).toBe(true);
  return last;
}

const idsOf = ({ hits }: FoundMessages) => hits.map(({ message }) => `${message.id}`);

async function put(database: AsideDatabase, id: string, text: string, at: number, chat = 'c'): Promise<void> {
  const message = questionRow(id, null, { createdAt: at, chatId: chatIdOf(chat) });
  await database.transaction('rw', [database.messages, database.bodies], async () => {
    await database.messages.put(message);
    await database.bodies.put({ messageId: message.id, parts: textParts(text) });
  });
}

async function indexAll(database: AsideDatabase, large?: number): Promise<void> {
  const indexer = createSearchIndexer(database, large === undefined ? {} : { large });
  while (await indexer.step());
}

const WORDS = [
  ...['bridge', 'Brücke', 'straße', 'tunnel', 'Zugspitze', 'fog', 'a', 'to', 'C++', 'naïve', 'ΣΊΣΥΦΟΣ'],
  ...[
    '橋は長い',
    '東京',
    '大阪城',
    'สะพาน',
    'ยาว',
    '서울',
    'مرحبا',
    'дом',
    '😀',
    '```js\ncode\n```',
    'lamp\nlight',
  ],
];

describe('the search over messages', () => {
  test('finds what a plain look through all texts finds, whatever was written, changed, deleted and indexed', async () => {
    const database = await openDatabase();
    const random = seeded(11);
    const below = (count: number) => Math.floor(random() * count);
    const word = () => WORDS[below(WORDS.length)] ?? '';
    const texts = new Map<string, { text: string; at: number; chat: string }>();
    const chats = ['c', 'd', 'e'];
    for (const id of chats) await database.chats.put(chatRow(id, { leafId: messageIdOf('x') }));
    const write = async (id: string, at: number) => {
      const length = below(12) === 0 ? 600 : below(30);
      const text = Array.from({ length }, word).join(below(2) === 0 ? ' ' : '');
      const chat = chats[below(3)] ?? 'c';
      // A message keeps its time.
      const was = texts.get(id)?.at || at;
      texts.set(id, { text, at: was, chat });
      await put(database, id, text, was, chat);
    };
    for (let round = 0; round < 10; round += 1) {
      for (let each = 0; each < 60; each += 1)
        await write(`m${texts.size}`, 1_700_000_000_000 + below(1e6) * 1000);
      for (let each = 0; each < 5; each += 1)
        await write(`m${below(texts.size)}`, 1_700_000_000_000 + below(1e6) * 1000);
      const gone = `m${below(texts.size)}`;
      await database.transaction('rw', [database.messages, database.bodies], async () => {
        await database.messages.delete(gone as MessageId);
        await database.bodies.delete(gone);
      });
      texts.set(gone, { text: '', at: texts.get(gone)?.at ?? 0, chat: 'gone' });
      if (round === 6) await database.chats.update(chatIdOf('e'), { deletedAt: 1 });
      const indexer = createSearchIndexer(database, { large: 300 });
      for (let step = below(6); step > 0; step -= 1) await indexer.step();
      for (const typed of [
        word(),
        word().slice(0, 2),
        `${word()} ${word()}`,
        word().slice(1),
        'nowhere',
        `"${word()} ${word()}"`,
      ]) {
        const terms = readTerms(typed);
        if (terms.length === 0) continue;
        const plain = [...texts]
          .filter(
            ([, { text, chat }]) =>
              chat !== 'gone' &&
              !(chat === 'e' && round >= 6) &&
              terms.every((term) => foldForFind(text).includes(term)),
          )
          .map(([id, { at }]) => ({ id, at }))
          .sort((a, b) => b.at - a.at);
        const hits = await found(database, typed);
        expect(
          hits.hits.map(({ message }) => message.createdAt),
          typed,
        ).toEqual(plain.slice(0, 20).map(({ at }) => at));
        expect(new Set(plain.map(({ id }) => id)).isSupersetOf(new Set(idsOf(hits)))).toBe(true);
      }
    }
    await indexAll(database, 300);
    expect(await database.unindexed.count()).toBeLessThan(48);
    expect(await database.searchMarks.count()).toBeGreaterThan(0);
  });

  test('knows an answer while it is written and at once when it has ended, and no more when its chat is deleted', async () => {
    const database = await openDatabase();
    const store = createChatStore(database);
    const turn = turnRows();
    await store.beginTurn(turn);
    expect(idsOf(await found(database, 'why'))).toEqual(['q']);
    await store.checkpoint({ run: turn.run, parts: textParts('Because of the br') });
    expect(idsOf(await found(database, 'because'))).toEqual(['a']);
    await store.finishRun(
      turn.run,
      answerRow('a', 'q', { finishedAt: 2000 }),
      textParts('Because of the bridge.'),
    );
    expect(idsOf(await found(database, 'bridge'))).toEqual(['a']);
    await store.changeChats([chatIdOf('c')], () => ({ deletedAt: 3000 }));
    expect(idsOf(await found(database, 'bridge'))).toEqual([]);
    await store.changeChats([chatIdOf('c')], () => ({ deletedAt: null }));
    expect(idsOf(await found(database, 'bridge'))).toEqual(['a']);
    await store.updateChat(chatIdOf('c'), { leafId: null });
    expect(idsOf(await found(database, 'bridge'))).toEqual([]);
  });

  test('finds what was there before the index was kept, before and after it was gone through', async () => {
    const database = await openDatabase();
    await database.chats.put(chatRow('c', { leafId: messageIdOf('x') }));
    for (let index = 0; index < 100; index += 1) await put(database, `m${index}`, `Lamp ${index}`, index);
    // As a database that an earlier Aside made.
    await database.unindexed.clear();
    await database.searchState.clear();
    expect(idsOf(await found(database, 'lamp 42'))).toEqual(['m42']);
    await indexAll(database);
    expect(await database.unindexed.count()).toBe(0);
    expect(idsOf(await found(database, 'lamp 42'))).toEqual(['m42']);
    expect((await found(database, 'lamp')).hasMore).toBe(true);
    expect(idsOf(await found(database, 'lamp')).slice(0, 2)).toEqual(['m99', 'm98']);
  });

  test('filters by time, model, site, thumb and code, with words or without', async () => {
    const database = await openDatabase();
    await database.chats.put(chatRow('c', { leafId: messageIdOf('x') }));
    const page = { snapshotId: 's' as never, title: 'P', url: 'https://docs.example.com/a' };
    await put(database, 'q', 'Bridge?', 1000);
    await database.messages.update(messageIdOf('q'), { page });
    await database.messages.put(answerRow('a', 'q', { createdAt: 2000 }));
    await database.bodies.put({
      messageId: messageIdOf('a'),
      parts: textParts('A bridge:\n\n```js\nbridge()\n```'),
    });
    await database.feedback.put({ messageId: messageIdOf('a'), rating: 1, at: 1, comment: null });
    for (let index = 0; index < 60; index += 1)
      await put(database, `m${index}`, `Other bridge ${index}`, 10_000 + index);
    for (const step of ['before', 'after']) {
      if (step === 'after') await indexAll(database);
      expect(idsOf(await found(database, 'bridge', { to: 5000 }))).toEqual(['a', 'q']);
      expect(idsOf(await found(database, '', { from: 10_058 }))).toEqual(['m59', 'm58']);
      expect(idsOf(await found(database, '', { site: 'example.com' }))).toEqual(['a', 'q']);
      expect(idsOf(await found(database, '', { site: 'docs' }))).toEqual(['a', 'q']);
      expect(idsOf(await found(database, '', { site: 'other.com' }))).toEqual([]);
      expect(
        idsOf(await found(database, '', { model: answerRow('a', 'q').modelRef ?? undefined } as MessageFilters)),
      ).toEqual(['a']);
      expect(idsOf(await found(database, 'bridge', { rating: 1 }))).toEqual(['a']);
      expect(idsOf(await found(database, 'bridge', { rating: 0 }))).toEqual([]);
      expect(idsOf(await found(database, '', { hasCode: true }))).toEqual(['a']);
    }
  });

  test('stops when nobody waits for it any more', async () => {
    const database = await openDatabase();
    await put(database, 'm', 'Lamp', 1);
    const stopped = new AbortController();
    stopped.abort(new Error('Typed on'));
    const search = createMessageSearch(database);
    const searching = search({ terms: ['lamp'], filters: {} }, 20, () => undefined, stopped.signal);
    await expect(searching).rejects.toThrow('Typed on');
  });
});
