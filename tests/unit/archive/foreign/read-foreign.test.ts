import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { ArchivedChat } from '../../../../lib/domain/archive/archived-chat';
import type { MessageId } from '../../../../lib/domain/ids';
import { branchTo } from '../../../../lib/domain/thread';
import { unpack } from '../../../support/archive/pack';

async function read(name: string) {
  const bytes = await readFile(`tests/fixtures/archive/${name}.json`);
  return unpack(new Blob([bytes]));
}

/** A message in a line: who, what was thought, what was said. */
function told({ bodies, messages }: ArchivedChat, id: MessageId): string {
  const parts = bodies.find(({ messageId }) => messageId === id)?.parts ?? [];
  const message = messages.find((row) => row.id === id);
  const model = message?.modelRef?.model ?? '';
  return `${message?.role} ${model}| ${parts.map(({ type, text }) => (type === 'text' ? text : `(${text})`)).join(' ')}`;
}

function onView(archived: ArchivedChat): readonly string[] {
  return branchTo(archived.messages, archived.chat?.leafId ?? null).map(({ id }) => told(archived, id));
}

describe('the export of', () => {
  test('ChatGPT: what its user saw, with other versions; hidden texts and tools are left out', async () => {
    const { source, chats, unreadable } = await read('chatgpt');
    expect([source, chats.length, unreadable]).toEqual(['ChatGPT', 1, 1]);
    const [chat] = chats;
    expect(chat?.chat).toMatchObject({ title: 'Bridges', pinned: true, createdAt: 1756000000500 });
    expect(chat && onView(chat)).toEqual([
      'user | When was it built?',
      'assistant gpt-5| It opened in 1932.',
      'user | Thanks',
    ]);
    expect(chat?.messages).toHaveLength(4);
    expect(JSON.stringify(chats)).not.toMatch(/Hidden context|result/);
  });

  test('Claude: its thoughts, and texts of files that went along', async () => {
    const { source, chats, unreadable } = await read('claude');
    expect([source, chats.length, unreadable]).toEqual(['Claude', 2, 1]);
    expect(chats[0] && onView(chats[0])).toEqual([
      'user | Why are there tides?\n\nnotes.txt:\n\nMoon',
      'assistant | (Moon and Sun) The Moon pulls.',
    ]);
    expect(chats[0]?.messages[1]?.createdAt).toBe(Date.UTC(2025, 4, 1, 10, 0, 5));
  });

  test('Claude: the branch on view, older messages, and parts that name no type', async () => {
    const { chats } = await read('claude');
    expect(chats[1]?.chat).toMatchObject({ title: 'Salt', pinned: true });
    expect(chats[1] && onView(chats[1])).toEqual(['user | Why is the sea salt?', 'assistant | Rivers bring it.']);
    expect(chats[1]?.messages).toHaveLength(3);
  });

  test('Open WebUI: the branch on view, and thoughts apart', async () => {
    const { source, chats } = await read('open-webui');
    expect(source).toBe('Open WebUI');
    expect(chats[0]?.chat).toMatchObject({ pinned: true, archived: true });
    expect(chats[0] && onView(chats[0])).toEqual(['user | 15 * 17?', 'assistant deepseek-r1| (> 150 & 105) 255']);
    expect(chats[0]?.messages).toHaveLength(3);
  });

  test('Page Assist: in the order of its times; keys that are in it are not read', async () => {
    const { source, chats } = await read('page-assist');
    expect(source).toBe('Page Assist');
    expect(chats[0] && onView(chats[0])).toEqual([
      'user | What is fog?',
      'assistant Llama 3| (water) Fog is a cloud.',
    ]);
    expect(JSON.stringify(chats)).not.toContain('must-not-be-read');
  });

  test('LibreChat: a tree of children', async () => {
    const { source, chats } = await read('librechat');
    expect(source).toBe('LibreChat');
    const [chat] = chats;
    expect(chat?.messages).toHaveLength(4);
    const said = chat?.messages.map(({ id }) => told(chat, id));
    expect(said).toContain('assistant gpt-4-turbo| (hm) Use source.');
    expect(chat?.messages.filter(({ parentId }) => parentId === null)).toHaveLength(1);
  });

  test('any of them gives the same ids again, so that what came before is recognised', async () => {
    for (const name of ['chatgpt', 'claude', 'open-webui', 'page-assist', 'librechat']) {
      expect(await read(name)).toEqual(await read(name));
    }
  });
});
