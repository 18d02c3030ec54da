import { expect } from 'vitest';
import type { Message } from '../../lib/domain/chat';
import { textOf } from '../../lib/domain/content';
import type { ChatId, DeletionId, MessageId } from '../../lib/domain/ids';
import { visibleTree } from '../../lib/domain/visible-tree';
import { createPageSource } from '../../lib/engine/capture-page';
import { createChatCommands } from '../../lib/engine/chat-commands';
import { createChatEngine } from '../../lib/engine/chat-engine';
import type { ChatStore } from '../../lib/engine/chat-store';
import { settleDeadRuns } from '../../lib/engine/settle-dead-runs';
import { createTreeCommands, type DeletionScope } from '../../lib/engine/tree-commands';
import type { StreamEvent } from '../../lib/domain/stream-event';
import { UNCOUNTED } from '../../lib/engine/spending/spending';
import type { Provider } from '../../lib/providers/provider';
import { MODEL } from './rows';

/** How a walk chooses. */
export interface Dice {
  /** A whole number from 0 up to, not including, `below`. */
  number(below: number): number;
}

const OPERATIONS = [
  ...['send', 'send', 'send', 'edit', 'regenerate', 'resume', 'fork', 'delete', 'delete', 'undo', 'undo'],
  ...['select', 'select', 'say', 'end', 'end', 'end', 'stop', 'send-queued', 'clear', 'rename', 'purge', 'kill'],
] as const;

/**
 * Carries out so many random operations on chats of a store, several at once now and then, as panels do; kills the
 * background amid them. After each, everything that was ever asked or written is where it must be: in its chat's tree,
 * in its queue, or marked as deleted with a way back.
 */
export async function walkTree(
  store: ChatStore,
  { dice, steps, checkEvery = 1 }: { readonly dice: Dice; readonly steps: number; readonly checkEvery?: number },
): Promise<{ readonly messages: number; readonly chats: number; readonly kills: number }> {
  let numbers = 0;
  const newId = () => `n${(numbers += 1)}`;
  const chats = new Set<ChatId>([newId() as ChatId]);
  /** The text of every question that was taken, by its id, and the chat it is in. */
  const asked = new Map<MessageId, { readonly chatId: ChatId; readonly text: string }>();
  /** What may rightly be gone: cleared and overwritten by a next question, or purged after it was deleted. */
  const gone = new Set<MessageId>();
  const deletions: { chatId: ChatId; id: DeletionId; leafId: MessageId | null }[] = [];
  let now = 1;
  let kills = 0;
  let background = await start();

  const pick = <Item>(items: readonly Item[]): Item | undefined => items[dice.number(Math.max(1, items.length))];
  const rowsOf = (chatId: ChatId) => store.messagesOf(chatId);
  const visibleOf = async (chatId: ChatId) => visibleTree(await rowsOf(chatId));

  async function start() {
    const streams = new Set<{ readonly queue: string[]; wake: () => void; ended: boolean }>();
    let isAlive = true;
    // What a dead background still does comes to nothing.
    const alive = new Proxy(store, {
      get: (target, name) => {
        const method = Reflect.get(target, name) as (...given: unknown[]) => Promise<unknown>;
        return (...given: unknown[]) => (isAlive ? method.apply(target, given) : new Promise(() => undefined));
      },
    });
    const provider: Provider = async function* (): AsyncGenerator<StreamEvent, void, void> {
      const stream = { queue: [] as string[], wake: (): void => undefined, ended: false };
      streams.add(stream);
      for (;;) {
        const text = stream.queue.shift();
        if (text !== undefined) yield { type: 'text-delta', text };
        else if (stream.ended) {
          streams.delete(stream);
          return yield { type: 'end', reason: 'complete' };
        } else await new Promise<void>((resolve) => (stream.wake = resolve));
      }
    };
    const ownerId = newId();
    const engine = createChatEngine({
      store: alive,
      pages: createPageSource({ store: alive, readTab: () => Promise.reject(new Error('No tab.')), newId }),
      resolveModel: async () => ({ provider, assistantName: 'Model', host: 'model.example' }),
      spending: UNCOUNTED,
      ownerId,
      onActivity: () => undefined,
      newId,
      now: () => (now += 1),
    });
    await settleDeadRuns(store, ownerId, now);
    return {
      engine,
      commands: createChatCommands({ store: alive, engine, now: () => (now += 1) }),
      tree: createTreeCommands({ store: alive, engine, newId, now: () => (now += 1) }),
      streams: () => [...streams],
      kill: () => (isAlive = false),
    };
  }

  function send(chatId: ChatId, replaces?: MessageId): Promise<void> {
    const messageId = newId() as MessageId;
    const text = `Question ${messageId}`;
    const request = { chatId, messageId, answerId: newId() as MessageId, text, modelRef: MODEL };
    const more = replaces === undefined ? {} : { replaces };
    const sent = background.engine.send({ ...request, readPage: null, page: null, ...more });
    return sent.then(() => void asked.set(messageId, { chatId, text }));
  }

  async function forget(chatId: ChatId, isGone: (message: Message) => boolean): Promise<void> {
    for (const message of await rowsOf(chatId)) if (isGone(message)) gone.add(message.id);
  }

  async function carryOut(operation: (typeof OPERATIONS)[number]): Promise<void> {
    const { engine, commands, tree } = background;
    const chatId = pick([...chats]) ?? ('' as ChatId);
    const chat = await store.chat(chatId);
    const visible = await visibleOf(chatId);
    const message = pick(visible);
    const answer = pick(visible.filter(({ role }) => role === 'assistant'));
    switch (operation) {
      case 'send':
        if (chat?.clearedLeafId != null) await forget(chatId, () => true);
        return send(chatId);
      case 'edit': {
        const question = pick(visible.filter(({ role }) => role === 'user'));
        if (question === undefined) return;
        if (chat?.clearedLeafId != null) await forget(chatId, () => true);
        return send(chatId, question.id);
      }
      case 'regenerate':
        if (answer === undefined) return;
        return engine.regenerate({
          messageId: answer.id,
          answerId: newId() as MessageId,
          modelRef: MODEL,
          page: null,
        });
      case 'resume':
        if (answer === undefined) return;
        return engine.resume({ messageId: answer.id, modelRef: MODEL, page: null, dropPage: false });
      case 'fork': {
        if (message === undefined || chats.size > 6) return;
        const fork = newId() as ChatId;
        const before = await store.thread(message.id);
        await tree.fork(message.id, fork);
        chats.add(fork);
        const copied = await store.thread((await store.chat(fork))?.leafId ?? ('' as MessageId));
        expect(copied.map(({ message: { role } }) => role)).toEqual(before.map(({ message: { role } }) => role));
        for (const { message: copy, parts } of copied) {
          if (copy.role === 'user') asked.set(copy.id, { chatId: fork, text: textOf(parts) });
        }
        return;
      }
      case 'delete': {
        if (message === undefined) return;
        const id = newId() as DeletionId;
        const scope: DeletionScope = dice.number(2) === 0 ? 'turn' : 'branch';
        deletions.push({ chatId, id, leafId: chat?.leafId ?? null });
        return tree.deleteMessages({ deletionId: id, messageId: message.id, scope });
      }
      case 'undo': {
        const deletion = pick(deletions);
        if (deletion === undefined) return;
        return tree.undoDelete(deletion.chatId, deletion.id, deletion.leafId);
      }
      case 'select':
        return message && commands.selectVersion(message.id);
      case 'say':
        for (const stream of background.streams()) {
          stream.queue.push('word ');
          stream.wake();
        }
        return;
      case 'end': {
        const stream = pick(background.streams());
        if (stream !== undefined) stream.ended = true;
        stream?.wake();
        return;
      }
      case 'stop':
        return answer && engine.stop(answer.id);
      case 'send-queued':
        return engine.sendQueued(chatId);
      case 'clear':
        // What waited is taken back by whoever clears.
        for (const { messageId } of chat?.queue ?? []) gone.add(messageId);
        await commands.clear(chatId);
        return dice.number(4) === 0 ? undefined : commands.undoClear(chatId);
      case 'rename':
        return commands.rename(chatId, `Title ${newId()}`);
      case 'purge':
        if (dice.number(5) > 0) return;
        for (const id of chats) await forget(id, ({ deletion }) => deletion !== undefined && deletion.at < now);
        return store.purgeDeleted(now);
      case 'kill':
        kills += 1;
        background.kill();
        background = await start();
    }
  }

  /** Everything that is stored hangs together, and nothing that was asked is missing. */
  async function check(): Promise<void> {
    const found = new Map<MessageId, Message>();
    for (const chatId of chats) {
      // First the queue: what leaves it meanwhile is among the messages.
      const chat = await store.chat(chatId);
      const rows = await rowsOf(chatId);
      const ids = new Set(rows.map(({ id }) => id));
      for (const row of rows) {
        found.set(row.id, row);
        expect(row.parentId === null || ids.has(row.parentId), `${row.id} has a parent`).toBe(true);
      }
      const visible = visibleTree(rows);
      const leafId = chat?.leafId ?? null;
      if (leafId !== null) {
        const branch = await store.thread(leafId);
        expect(branch.at(-1)?.message.id, 'the branch on view ends at its leaf').toBe(leafId);
        expect(branch[0]?.message.parentId).toBeNull();
      } else if (chat?.clearedLeafId === null) expect(visible).toEqual([]);
      for (const queued of chat?.queue ?? []) found.set(queued.messageId, queued as unknown as Message);
      // Every message can be brought on view, with its text.
      const sample = pick(visible);
      if (sample === undefined) continue;
      const branch = await store.thread(sample.id);
      expect(branch.at(-1)?.message.id).toBe(sample.id);
      expect(branch[0]?.message.parentId, `${sample.id} hangs on a root`).toBeNull();
      for (const { message, parts } of branch) {
        const question = asked.get(message.id);
        if (question !== undefined) expect(textOf(parts)).toBe(question.text);
      }
    }
    const lost = [...asked.keys()].filter((id) => !found.has(id) && !gone.has(id));
    expect(lost, 'questions that are nowhere').toEqual([]);
  }

  for (let step = 1; step <= steps; step += 1) {
    const count = dice.number(4) === 0 ? 2 : 1;
    const operations = Array.from({ length: count }, () => pick(OPERATIONS) ?? 'send');
    // A kill, a question after Clear and a purge are followed exactly, so they come alone.
    const alone = operations.some((one) => ['kill', 'clear', 'purge', 'send', 'edit'].includes(one));
    for (const operation of alone ? operations : []) await settled(carryOut(operation));
    if (!alone) await Promise.all(operations.map((operation) => settled(carryOut(operation))));
    if (step % checkEvery === 0) await check();
  }
  await check();
  let messages = 0;
  for (const chatId of chats) messages += (await rowsOf(chatId)).length;
  background.kill();
  return { messages, chats: chats.size, kills };
}

/** What was refused in plain words, because its message had gone meanwhile, is no failure. */
async function settled(work: Promise<unknown>): Promise<void> {
  await work.catch((reason: unknown) => {
    if (!String(reason).includes('no longer there')) throw reason;
  });
}
