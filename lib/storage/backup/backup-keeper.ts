import type { ArchivedChat } from '../../domain/archive/archived-chat';
import { BACKUP_LIMITS, type BackupEntry, type BackupShelf } from '../../domain/backup/backup';
import { completeChat, withEnds } from '../../domain/backup/complete-chat';
import type { ChatId } from '../../domain/ids';
import type { BackupSource } from './backup-source';

/** Brings the backup up to date, while nothing else is done. */
export interface BackupKeeper {
  /** Something may have changed. */
  wake(): void;
  /** While answers are written the backup waits, between two chats too. */
  answering(active: boolean): void;
  /** Ends what is under way and does nothing until the next `wake`. */
  rest(): Promise<void>;
  /** Takes chats out at once, e.g. because they were deleted for good. */
  drop(chatIds: readonly ChatId[]): Promise<void>;
}

interface BackupKeeperDependencies {
  /** Asked for when it is needed: the vault that has it tells this keeper of its changes. */
  readonly source: () => BackupSource;
  readonly shelf: BackupShelf;
  /** Called with true when work begins and false when it is done: the background must not sleep between. */
  readonly onActivity: (active: boolean) => void;
  /** Resolves after so many milliseconds. */
  readonly pause?: (ms: number) => Promise<void>;
  readonly limits?: { readonly chats: number; readonly bytes: number };
}

/** Milliseconds without a change before it begins: an answer is followed by others, and by what is done to it. */
const QUIET = 1_500;
/** After so many of these it begins even if there is no end of changes. */
const MOST_WAITS = 4;
/** Milliseconds between two chats, for others to have their turn, and between two looks while an answer is written. */
const REST = 20;
const REST_WHILE_ANSWERING = 500;

/** Makes the keeper, asleep. */
export function createBackupKeeper(dependencies: BackupKeeperDependencies): BackupKeeper {
  const { shelf, onActivity, pause = waitFor, limits = BACKUP_LIMITS } = dependencies;
  let working: Promise<void> | null = null;
  let wanted = 0;
  let isAnswering = false;
  let isResting = false;

  async function turn(): Promise<boolean> {
    await pause(REST);
    while (isAnswering && !isResting) await pause(REST_WHILE_ANSWERING);
    return !isResting;
  }

  async function work(): Promise<void> {
    onActivity(true);
    try {
      for (let seen = -1; seen !== wanted && !isResting;) {
        for (let waits = 0; seen !== wanted && waits < MOST_WAITS && !isResting; waits += 1) {
          seen = wanted;
          await pause(QUIET);
        }
        seen = wanted;
        if (await turn()) await bringUpToDate();
      }
    } catch (reason) {
      console.warn('Aside: the backup could not be brought up to date.', reason);
    } finally {
      working = null;
      onActivity(false);
    }
  }

  async function bringUpToDate(): Promise<void> {
    const chats = await dependencies.source().recent(limits.chats);
    const entries = new Map((await shelf.entries()).map((entry) => [entry.chatId, entry]));
    const listed = new Set(chats.map(({ id }) => id));
    const others = [...entries.values()].filter(({ chatId }) => !listed.has(chatId));
    const lost = await lostOf(others);
    let bytes = 0;
    const kept = new Set<ChatId>();
    const stored = chats.map((chat) => ({ chat, chatId: chat.id, updatedAt: chat.updatedAt }));
    const ranked = [...stored, ...lost.map((entry) => ({ ...entry, chat: null }))]
      .toSorted((a, b) => b.updatedAt - a.updatedAt)
      .slice(0, limits.chats);
    for (const { chat, chatId } of ranked) {
      if (bytes > limits.bytes) break;
      if (!(await turn())) return;
      const entry = entries.get(chatId);
      const now = chat === null ? entry : await store(chatId, await dependencies.source().stamp(chat), entry);
      if (now === undefined) continue;
      bytes += now.bytes;
      // The newest one is kept however large it is.
      if (bytes <= limits.bytes || kept.size === 0) kept.add(chatId);
    }
    if (isResting) return;
    await shelf.drop([...entries.keys(), ...ranked.map(({ chatId }) => chatId)].filter((id) => !kept.has(id)));
  }

  /** Chats of the backup that nobody deleted and that are not stored any more: it is for those that there is one. */
  async function lostOf(others: readonly BackupEntry[]): Promise<readonly BackupEntry[]> {
    const lost: BackupEntry[] = [];
    for (const entry of others) {
      if ((await dependencies.source().chat(entry.chatId)) === undefined) lost.push(entry);
    }
    return lost;
  }

  async function store(
    chatId: ChatId,
    stamp: string,
    entry: BackupEntry | undefined,
  ): Promise<BackupEntry | undefined> {
    if (entry?.stamp === stamp) return entry;
    const read = await dependencies.source().read(chatId);
    if (read === null || isResting) return undefined;
    return shelf.put(await withoutLoss(read, entry), stamp);
  }

  /** What is stored may be less than the backup has: a disk that lost the end of a file gives what was before. */
  async function withoutLoss(
    { chat, whole }: NonNullable<Awaited<ReturnType<BackupSource['read']>>>,
    entry: BackupEntry | undefined,
  ): Promise<ArchivedChat> {
    const lacksSome = !whole || (entry !== undefined && entry.updatedAt > (chat.chat?.updatedAt ?? 0));
    const isCutOff = chat.messages.some(({ status }) => status === 'interrupted');
    if (entry === undefined || !(lacksSome || isCutOff)) return chat;
    const backedUp = await shelf.read(entry.chatId);
    if (backedUp === null) return chat;
    return lacksSome ? completeChat(chat, backedUp).whole : withEnds(chat, backedUp);
  }

  function wake(): void {
    wanted += 1;
    isResting = false;
    working ??= work();
  }

  return {
    wake,
    answering(active) {
      isAnswering = active;
      if (!active) wake();
    },
    async rest() {
      isResting = true;
      await working;
    },
    drop: (chatIds) => shelf.drop(chatIds),
  };
}

function waitFor(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
