import { zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { ReadFile } from '../../../lib/archive/read-file';
import type { ArchivedChat } from '../../../lib/domain/archive/archived-chat';
import { answerRow, chatIdOf, chatRow, questionRow, textParts } from '../../support/rows';
import { pack, unpack } from '../../support/archive/pack';

/** Files that somebody made to break an import, or that a disk or a download broke. */

const bytes = (text: string) => new TextEncoder().encode(text);
const zip = (files: Zippable) => new Blob([new Uint8Array(zipSync(files))]);
const json = (value: unknown) => new Blob([JSON.stringify(value)]);
const manifest = (version: unknown = 1) => bytes(JSON.stringify({ format: 'aside-archive', version }));
const lines = (...rows: readonly unknown[]) => bytes(rows.map((row) => JSON.stringify(row)).join('\n'));

const chat = chatRow('c', { title: 'A chat' });
const question = questionRow('q', null);
const messageLine = (more: object = {}) => ({
  type: 'message',
  message: { ...question, ...more },
  parts: textParts('?'),
});
const archiveOf = (...rows: readonly unknown[]) =>
  zip({ 'aside.json': manifest(), 'chats.jsonl': lines({ type: 'chat', chat }, ...rows) });
const chatsFile = (...chats: readonly unknown[]) => json({ format: 'aside-chats', version: 1, chats });
const whole = (more: object = {}): object => ({
  chat,
  messages: [question],
  bodies: [{ messageId: 'q', parts: textParts('?') }],
  feedback: [],
  pages: [],
  pictures: [],
  ...more,
});
const chatGpt = (mapping: unknown, more: object = {}) => json([{ id: 'x', title: 'T', mapping, ...more }]);
const node = (parent: string | null, text: unknown = 'hello', more: object = {}) => ({
  parent,
  message: { author: { role: 'user' }, content: { content_type: 'text', parts: [text] }, metadata: {}, ...more },
});
const utf16 = (text: string) => new Uint8Array([...text].flatMap((letter) => [letter.charCodeAt(0), 0]));

type File = Blob | (() => Blob | Promise<Blob>);

/** Files that are refused as a whole, each with words that say why. */
const REFUSED: readonly (readonly [name: string, file: File, words: RegExp])[] = [
  ['nothing', new Blob([]), /This file is empty\./],
  ['random bytes', new Blob([new Uint8Array([1, 2, 3, 0xff])]), /not written in UTF-8/],
  ['half of a JSON', new Blob(['[{"mapping": {"a": ']), /no zip and no JSON, or it is not whole/],
  ['a JSON of somebody else', json({ hello: 'world' }), /no chats that Aside knows/],
  ['a list of nothing', json([]), /no chats that Aside knows/],
  ['a number', json(7), /no chats that Aside knows/],
  ['null', json(null), /no chats that Aside knows/],
  ['a zip of somebody else', zip({ 'a.txt': bytes('x') }), /This zip holds no chats/],
  ['an empty zip', zip({}), /This zip holds no chats|damaged/],
  ['a zip that was cut', async () => (await pack([])).slice(0, -20), /damaged or not whole/],
  ['a zip whose middle is gone', () => middleGone(archiveOf(messageLine())), /damaged/],
  [
    'a zip whose bytes were changed',
    () => flipped(archiveOf(messageLine({ note: 'x'.repeat(500) }))),
    /damaged|not as Aside/,
  ],
  [
    'a path that leads out',
    zip({ 'aside.json': manifest(), '../../chats.jsonl': bytes('') }),
    /This zip holds no chats|damaged/,
  ],
  [
    'a file of ours in a folder of theirs',
    zip({ '/etc/aside.json': manifest() }),
    /This zip holds no chats|damaged/,
  ],
  [
    'two files of conversations',
    zip({ 'a/conversations.json': bytes('[]'), 'b/conversations.json': bytes('[]') }),
    /no chats/,
  ],
  [
    'a newer archive',
    zip({ 'aside.json': manifest(2), 'chats.jsonl': bytes('') }),
    /version 2, and this Aside reads version 1/,
  ],
  ['version 0', zip({ 'aside.json': manifest(0), 'chats.jsonl': bytes('') }), /version 0/],
  ['version 1.5', zip({ 'aside.json': manifest(1.5), 'chats.jsonl': bytes('') }), /version 1\.5/],
  [
    'a version in words',
    zip({ 'aside.json': manifest('1'), 'chats.jsonl': bytes('') }),
    /aside\.json is not as Aside/,
  ],
  [
    'a manifest that is no JSON',
    zip({ 'aside.json': bytes('{'), 'chats.jsonl': bytes('') }),
    /aside\.json is not as Aside/,
  ],
  ['a newer JSON export', json({ format: 'aside-chats', version: 2, chats: [] }), /version 2/],
  ['a JSON export without chats', json({ format: 'aside-chats', version: 1 }), /no list of chats/],
  [
    'a line that is no JSON',
    zip({ 'aside.json': manifest(), 'chats.jsonl': bytes('{"type":') }),
    /Line 1 of chats\.jsonl is damaged/,
  ],
  ['a line of an unknown kind', archiveOf({ type: 'key', value: 'x' }), /Line 2 of chats\.jsonl is not as Aside/],
  [
    'a message before its chat',
    zip({ 'aside.json': manifest(), 'chats.jsonl': lines(messageLine()) }),
    /belongs to no chat/,
  ],
  ['a message of another chat', archiveOf(messageLine({ chatId: 'other' })), /belongs to another chat/],
  ['a message twice', archiveOf(messageLine(), messageLine()), /in the file twice/],
  ['a chat twice', archiveOf({ type: 'chat', chat }), /in the file twice/],
  ['a role that is none', archiveOf(messageLine({ role: 'system' })), /message\.role/],
  ['a status that is none', archiveOf(messageLine({ status: 'evil' })), /message\.status/],
  ['a date that is none', archiveOf(messageLine({ createdAt: null })), /message\.createdAt/],
  ['a date beyond dates', archiveOf(messageLine({ createdAt: 9e15 })), /message\.createdAt/],
  ['an id without end', archiveOf(messageLine({ id: 'x'.repeat(101) })), /message\.id/],
  ['an empty id', archiveOf(messageLine({ id: '' })), /message\.id/],
  ['parts that are no list', archiveOf({ ...messageLine(), parts: 'text' }), /parts/],
  ['a part of an unknown kind', archiveOf({ ...messageLine(), parts: [{ type: 'html', text: 'x' }] }), /parts/],
  ['a title that is an object', chatsFile(whole({ chat: { ...chat, title: { toString: 'x' } } })), /chat\.title/],
  [
    'a picture that is a script',
    chatsFile(whole({ pictures: [pictureRow(btoa('<svg onload=alert(1)>'))] })),
    /not the picture/,
  ],
  ['a picture that is no base64', chatsFile(whole({ pictures: [pictureRow('%%%')] })), /not the picture/],
  [
    'a picture that is of another kind',
    chatsFile(whole({ pictures: [pictureRow(btoa('GIF89a\u0001\u0000\u0001\u0000'))] })),
    /not the picture/,
  ],
  [
    'chats in another encoding',
    new Blob([new Uint8Array([0x5b, 0x22, 0xe9, 0x22, 0x5d])]),
    /not written in UTF-8/,
  ],
  [
    'lines in another encoding',
    zip({ 'aside.json': manifest(), 'chats.jsonl': new Uint8Array([0xe9, 10]) }),
    /not written in UTF-8/,
  ],
];

function pictureRow(data: string) {
  return { id: 'p', messageId: 'q', mime: 'image/png', width: 1, height: 1, data };
}

async function middleGone(file: Blob): Promise<Blob> {
  return new Blob([file.slice(0, 60), file.slice(file.size / 2)]);
}

async function flipped(file: Blob): Promise<Blob> {
  const all = new Uint8Array(await file.arrayBuffer());
  for (let at = 150; at < 200; at += 1) all[at] = (all[at] ?? 0) ^ 0x55;
  return new Blob([all]);
}

async function outcome(file: File, limits = {}): Promise<string> {
  const blob = typeof file === 'function' ? await file() : file;
  return unpack(blob, limits).then(
    () => 'taken',
    (reason: unknown) => `${(reason as Error).name}: ${(reason as Error).message}`,
  );
}

describe('a file that is refused says why, and brings nothing', () => {
  test.each(REFUSED)('%s', async (_name, file, words) => {
    const said = await outcome(file);
    expect(said).toMatch(/^ImportFailure: /);
    expect(said).toMatch(words);
    expect(said.length).toBeLessThan(400);
  });
});

describe('a file beyond a limit is refused before it takes the memory', () => {
  const many = (count: number) =>
    archiveOf(...Array.from({ length: count }, (_, index) => messageLine({ id: `m${index}` })));
  // Its end is no archive's: whoever reads on would say that instead.
  const endless = () =>
    archiveOf(...Array.from({ length: 30 }, (_, index) => messageLine({ id: `m${index}` })), 'no line at all');
  const bomb = () => zip({ 'aside.json': manifest(), 'chats.jsonl': [new Uint8Array(60_000_000), { level: 9 }] });

  test.each<readonly [string, File, object, RegExp]>([
    ['messages without end', many(30), { messages: 20 }, /more than 20 messages/],
    ['one chat without end', endless(), { messages: 20 }, /more than 20 messages/],
    [
      'chats without end',
      chatsFile(whole(), whole({ chat: { ...chat, id: 'd' }, messages: [], bodies: [] })),
      { chats: 1 },
      /more than one chat/,
    ],
    [
      'a line without end',
      archiveOf(messageLine({ note: 'x'.repeat(3_000) })),
      { line: 1_000 },
      /more than 1,000 characters/,
    ],
    [
      'a JSON without end',
      json('x'.repeat(2_000_000)),
      { json: 1_000_000 },
      /larger than Aside reads at once \(1 MB\)/,
    ],
    [
      'files without end',
      zip(Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`${n}`, bytes('')]))),
      { entries: 20 },
      /more than 20 files/,
    ],
    ['a zip bomb', bomb, {}, /unpacks to more than/],
    ['a zip bomb of many files', archiveOf(messageLine()), { unpacked: 100 }, /unpacks to more than/],
  ])('%s', async (_name, file, limits, words) => {
    expect(await outcome(file, limits)).toMatch(words);
  });
});

describe('what can be mended comes whole', () => {
  const only = async (file: File): Promise<ArchivedChat> => {
    const read: ReadFile = await unpack(typeof file === 'function' ? await file() : file);
    expect(read.chats).toHaveLength(1);
    return read.chats[0] as ArchivedChat;
  };

  test('UTF-16 and a mark of UTF-8 at the beginning', async () => {
    const text = JSON.stringify([{ id: 'x', title: 'T', mapping: { a: node(null) } }]);
    await only(new Blob([new Uint8Array([0xff, 0xfe]), utf16(text)]));
    await only(new Blob([new Uint8Array([0xef, 0xbb, 0xbf]), text]));
  });

  test('__proto__ and constructor as keys pollute nothing', async () => {
    const poisoned = `{"format":"aside-chats","version":1,"chats":[${JSON.stringify(whole()).replace('{', '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},')}]}`;
    const archived = await only(new Blob([poisoned]));
    expect(Object.keys(archived.chat ?? {})).not.toContain('__proto__');
    await only(
      chatGpt(
        JSON.parse(
          '{"__proto__": {"parent": null, "message": {"author": {"role": "user"}, "content": {"content_type": "text", "parts": ["hi"]}, "metadata": {"__proto__": {"polluted": 1}}}}}',
        ),
      ),
    );
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('messages that follow nothing, themselves, or each other become branches', async () => {
    const mapping = { a: node('gone'), b: node('b'), c: node('d'), d: node('c'), e: node('d') };
    const { messages, chat: row } = await only(chatGpt(mapping, { current_node: 'nowhere' }));
    expect(messages).toHaveLength(5);
    expect(messages.filter(({ parentId }) => parentId === null)).toHaveLength(3);
    expect(messages.map(({ id }) => id)).toContain(row?.leafId);
  });

  test('dates that are none', async () => {
    for (const create_time of ['NaN', 1e300, {}, null, 'yesterday']) {
      const { messages } = await only(chatGpt({ a: node(null, 'x', { create_time }) }));
      expect(Number.isFinite(messages[0]?.createdAt)).toBe(true);
    }
  });

  test('fields of the wrong kind everywhere', async () => {
    const mapping = {
      a: node(null),
      b: null,
      c: 7,
      d: { message: 'x' },
      e: { message: { author: [] } },
      f: node('a', 7),
    };
    const { messages } = await only(chatGpt(mapping, { title: 7, create_time: [], current_node: {} }));
    expect(messages).toHaveLength(1);
  });

  test('a script in every field stays text', async () => {
    const words = '<script>alert(1)</script>';
    const mapping = { [words]: node(null, words, { metadata: { model_slug: words } }) };
    const archived = await only(chatGpt(mapping, { title: words, id: words, conversation_id: words }));
    expect(archived.chat?.title).toBe(words);
    expect(archived.chat?.id).toMatch(/^chatgpt-[0-9a-f]{16}$/);
    expect(archived.messages[0]?.id).toMatch(/^chatgpt-[0-9a-f]{16}$/);
  });

  test('a tree of 100,000 levels', async () => {
    let deepest: object = { messageId: 'm0', isCreatedByUser: true, text: 'x' };
    for (let level = 1; level < 2_000; level += 1) {
      deepest = { messageId: `m${level}`, isCreatedByUser: level % 2 === 0, text: 'x', children: [deepest] };
    }
    const { messages } = await only(json({ conversationId: 'x', recursive: true, messages: [deepest] }));
    expect(messages).toHaveLength(2_000);
    const long = Object.fromEntries(
      Array.from({ length: 100_000 }, (_, index) => [`n${index}`, node(index === 0 ? null : `n${index - 1}`)]),
    );
    expect((await only(chatGpt(long))).messages).toHaveLength(100_000);
  }, 30_000);

  test('an answer that was being written ended there; nothing comes deleted or temporary', async () => {
    const answer = { ...answerRow('a', 'q', { status: 'streaming' }), finishedAt: null };
    const row = { ...chat, deletedAt: 5, temporary: true, leafId: 'a' };
    const archived = await only(chatsFile(whole({ chat: row, messages: [question, answer] })));
    expect(archived.chat).toMatchObject({ id: chatIdOf('c'), deletedAt: null, temporary: false, leafId: 'a' });
    expect(archived.messages[1]).toMatchObject({ status: 'interrupted' });
  });
});

test('a message of 100 MB is refused by its length', async () => {
  const said = await outcome(json([{ id: 'x', mapping: { a: node(null, 'x'.repeat(100_000_000)) } }]));
  expect(said).toMatch(/longer than 50 million characters/);
}, 30_000);
