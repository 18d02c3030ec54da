import { expect, test } from 'vitest';
import { GRAM_MARKS } from '../../../../lib/domain/search/grams';
import type { MessageId } from '../../../../lib/domain/ids';
import { AsideDatabase } from '../../../../lib/storage/schema';
import { createMessageSearch } from '../../../../lib/storage/search/search-messages';
import { createSearchIndexer } from '../../../../lib/storage/search/search-indexer';
import { partOfKey, stateOf } from '../../../../lib/storage/search/search-rows';
import { seeded } from '../../../support/random';
import { chatIdOf, chatRow, messageIdOf, questionRow, textParts } from '../../../support/rows';
import { openDatabase } from '../open-database';

const HOUR = 60 * 60 * 1000;
const WORDS = [
  'bridge',
  'tunnel',
  'harbour',
  'lantern',
  'Zugspitze',
  'Brücke',
  '東京',
  'ferry',
  'orchard',
  'kettle',
];

async function put(database: AsideDatabase, texts: ReadonlyMap<string, string>, at: number): Promise<void> {
  await database.transaction('rw', [database.messages, database.bodies], async () => {
    const rows = [...texts.keys()].map((id) => questionRow(id, null, { createdAt: at, chatId: chatIdOf('c') }));
    await database.messages.bulkPut(rows);
    await database.bodies.bulkPut(
      rows.map(({ id }) => ({ messageId: id, parts: textParts(texts.get(id) ?? '') })),
    );
  });
}

async function remove(database: AsideDatabase, ids: readonly string[]): Promise<void> {
  await database.transaction('rw', [database.messages, database.bodies], async () => {
    await database.messages.bulkDelete(ids as MessageId[]);
    await database.bodies.bulkDelete([...ids]);
  });
}

async function foundIds(database: AsideDatabase, term: string): Promise<readonly string[]> {
  let ids: readonly string[] = [];
  const tell = ({ hits }: { readonly hits: readonly { readonly message: { readonly id: string } }[] }) => {
    ids = hits.map(({ message }) => message.id);
  };
  await createMessageSearch(database)({ terms: [term], filters: {} }, 1000, tell, new AbortController().signal);
  return ids.toSorted();
}

/** Ends the indexer before one of its transactions, as a background that is killed. */
function killAfter(database: AsideDatabase, transactions: number): void {
  let left = transactions;
  const original = database.transaction.bind(database) as (...args: readonly unknown[]) => unknown;
  Object.assign(database, {
    transaction: (...args: readonly unknown[]) => {
      left -= 1;
      if (left < 0) throw new Error('Killed');
      return original(...args);
    },
  });
}

/** Whether every row of marks has its part and every large part its marks; nothing is left over. */
async function expectWhole(database: AsideDatabase): Promise<void> {
  const parts = await database.searchParts.toArray();
  const large = parts.filter(({ marks }) => marks === undefined).map(({ id }) => id);
  const rows = await database.searchMarks.toCollection().primaryKeys();
  expect(new Set(rows.map(partOfKey))).toEqual(new Set(large));
  expect(rows).toHaveLength(large.length * GRAM_MARKS);
  const state = stateOf(await database.searchState.toArray());
  expect([state.unfinished, state.gone]).toEqual([undefined, undefined]);
}

async function settle(database: AsideDatabase, now: () => number): Promise<void> {
  const indexer = createSearchIndexer(database, { large: 120, now });
  while (await indexer.step());
}

test('nothing is lost or left over, whenever the background is killed while messages come and go', async () => {
  const name = `kills-${crypto.randomUUID()}`;
  const database = await openDatabase(name);
  const random = seeded(23);
  const below = (count: number) => Math.floor(random() * count);
  const texts = new Map<string, string>();
  await database.chats.put(chatRow('c', { leafId: messageIdOf('x') }));
  let now = 1_700_000_000_000;
  for (let round = 0; round < 8; round += 1) {
    const written = new Map(
      Array.from({ length: below(70) }, () => [
        `m${below(400)}`,
        Array.from({ length: 1 + below(5) }, () => WORDS[below(WORDS.length)]).join(' '),
      ]),
    );
    await put(database, written, now);
    for (const [id, text] of written) texts.set(id, text);
    const gone = [...texts.keys()].filter(() => random() < 0.2);
    await remove(database, gone);
    for (const id of gone) texts.delete(id);
    now += below(2) * 2 * HOUR;
    // Some rounds are killed early, some come far.
    const killed = new AsideDatabase(name);
    await killed.open();
    killAfter(killed, below(14));
    const indexer = createSearchIndexer(killed, { large: 120, now: () => now });
    const working = (async () => {
      while (await indexer.step());
    })();
    await working.catch((reason: unknown) => expect(reason).toMatchObject({ message: 'Killed' }));
    killed.close();
    for (const word of [WORDS[below(WORDS.length)] ?? '', WORDS[below(WORDS.length)] ?? '']) {
      const term = word.toLowerCase().replace('ü', 'u');
      const plain = [...texts].filter(([, text]) => text.includes(word)).map(([id]) => id);
      expect(await foundIds(database, term), `${round} ${word}`).toEqual(plain.toSorted());
    }
  }
  now += 2 * HOUR;
  await settle(database, () => now);
  await expectWhole(database);
});

test('small parts become a large one, and a large one a smaller, or stay what they were, wherever it is killed', async () => {
  const name = `kills-${crypto.randomUUID()}`;
  const database = await openDatabase(name);
  await database.chats.put(chatRow('c', { leafId: messageIdOf('x') }));
  const ids = Array.from({ length: 150 }, (_, index) => `m${index}`);
  await put(database, new Map(ids.map((id) => [id, `${id} lantern`])), 1);
  let left = ids;
  for (const step of ['join', 'shrink']) {
    if (step === 'shrink') await remove(database, ids.slice(0, 70));
    if (step === 'shrink') left = ids.slice(70);
    for (let transactions = 0, isDone = false; !isDone; transactions += 1) {
      const killed = new AsideDatabase(name);
      await killed.open();
      killAfter(killed, transactions);
      isDone = await settle(killed, Date.now).then(
        () => true,
        () => false,
      );
      killed.close();
      expect(await foundIds(database, 'lantern')).toEqual(left.toSorted());
    }
    await expectWhole(database);
  }
  expect(await indexed(database)).toEqual(left.toSorted());
});

test('no mark of a deleted message stays, in small parts and large ones, and parts that shrink become one', async () => {
  const database = await openDatabase();
  await database.chats.put(chatRow('c', { leafId: messageIdOf('x') }));
  let now = 1_700_000_000_000;
  const ids = Array.from({ length: 600 }, (_, index) => `m${index}`);
  await put(database, new Map(ids.map((id) => [id, `${id} lantern`])), now);
  await settle(database, () => now);
  expect((await database.searchParts.toArray()).some(({ marks }) => marks === undefined)).toBe(true);
  const stays = (id: string) => Number(id.slice(1)) % 10 === 3;
  await remove(
    database,
    ids.filter((id) => !stays(id)),
  );
  await settle(database, () => now);
  expect(await indexed(database)).toEqual(ids.filter(stays).toSorted());
  expect(await foundIds(database, 'lantern')).toEqual(ids.filter(stays).toSorted());
  const large = (await database.searchParts.toArray()).filter(({ marks }) => marks === undefined);
  expect(large.filter(({ pieces }) => pieces <= 60).length).toBeLessThan(2);
  await expectWhole(database);
  // A few wait for more, but not for ever.
  await remove(database, ['m3']);
  await settle(database, () => now);
  expect(await indexed(database)).toContain('m3');
  now += HOUR;
  await settle(database, () => now);
  expect(await indexed(database)).not.toContain('m3');
  await expectWhole(database);
  // One that comes back before its marks are gone keeps the new ones.
  await remove(database, ['m13']);
  await settle(database, () => now);
  const others = Array.from({ length: 60 }, (_, index) => [`n${index}`, 'ferry'] as const);
  await put(database, new Map([['m13', 'kettle'], ...others]), now);
  await settle(database, () => now);
  now += HOUR;
  await settle(database, () => now);
  expect(await foundIds(database, 'kettle')).toEqual(['m13']);
  await expectWhole(database);
});

test('an index of another layout is made anew, and a search does without it until then', async () => {
  const database = await openDatabase();
  await database.chats.put(chatRow('c', { leafId: messageIdOf('x') }));
  await put(database, new Map(Array.from({ length: 60 }, (_, index) => [`m${index}`, `lantern ${index}`])), 1);
  await settle(database, Date.now);
  const before = (await database.searchParts.toCollection().primaryKeys())[0];
  await database.searchState.delete('layout');
  expect(await foundIds(database, 'lantern 42')).toEqual(['m42']);
  await settle(database, Date.now);
  expect(await database.searchParts.count()).toBe(1);
  expect((await database.searchParts.toCollection().primaryKeys())[0]).not.toBe(before);
  expect(await foundIds(database, 'lantern 42')).toEqual(['m42']);
});

async function indexed(database: AsideDatabase): Promise<readonly string[]> {
  const parts = await database.searchParts.toArray();
  return [...new Set(parts.flatMap(({ messageIds }) => messageIds as readonly string[]))].toSorted();
}
