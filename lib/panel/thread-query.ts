import type { Chat, Message, ThreadMessage } from '../domain/chat';
import type { ContentPart } from '../domain/content';
import type { ChatId, SnapshotId } from '../domain/ids';
import type { PageSnapshot } from '../domain/page';
import { branchTo } from '../domain/thread';
import type { Queries } from '../storage/queries';

/** A chat as a panel shows it. */
export interface ThreadView {
  readonly chat: Chat | null;
  /** Every row of the chat, all branches. */
  readonly messages: readonly Message[];
  /** The branch on view, root first. The parts of a streaming answer come from its run, not from here. */
  readonly branch: readonly ThreadMessage[];
  readonly snapshots: ReadonlyMap<SnapshotId, PageSnapshot>;
}

export const EMPTY_THREAD: ThreadView = { chat: null, messages: [], branch: [], snapshots: new Map() };

/**
 * Makes the query behind a thread. A finished body and a snapshot never change, so each is read once; the row that a
 * run rewrites is not read at all, so checkpoints wake nobody.
 */
export function createThreadQuery(queries: Queries, chatId: ChatId | null): () => Promise<ThreadView> {
  const bodies = new Map<string, readonly ContentPart[]>();
  const snapshots = new Map<SnapshotId, PageSnapshot>();
  const versionOf = ({ id, finishedAt }: Message) => `${id} ${finishedAt ?? ''}`;

  async function readBodies(rows: readonly Message[]): Promise<void> {
    const unread = rows.filter((row) => row.status !== 'streaming' && !bodies.has(versionOf(row)));
    if (unread.length === 0) return;
    const found = new Map(
      (await queries.bodies(unread.map(({ id }) => id))).map((body) => [body.messageId, body.parts]),
    );
    for (const row of unread) bodies.set(versionOf(row), found.get(row.id) ?? []);
  }

  async function readSnapshots(rows: readonly Message[]): Promise<void> {
    const unread = rows.flatMap(({ page }) =>
      page !== null && !snapshots.has(page.snapshotId) ? [page.snapshotId] : [],
    );
    for (const snapshot of unread.length === 0 ? [] : await queries.snapshots(unread)) {
      snapshots.set(snapshot.id, snapshot);
    }
  }

  return async () => {
    if (chatId === null) return EMPTY_THREAD;
    const [chat, messages] = await Promise.all([queries.chat(chatId), queries.messages(chatId)]);
    if (chat === undefined || chat.deletedAt !== null) return EMPTY_THREAD;
    const rows = branchTo(messages, chat.leafId);
    await readBodies(rows);
    await readSnapshots(rows);
    return {
      chat,
      messages,
      branch: rows.map((message) => ({ message, parts: bodies.get(versionOf(message)) ?? [] })),
      snapshots: new Map(snapshots),
    };
  };
}
