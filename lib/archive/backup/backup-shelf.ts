import type { ArchivedChat } from '../../domain/archive/archived-chat';
import { stableId } from '../../domain/archive/stable-id';
import { BACKUP_LIMITS, type BackupEntry, type BackupShelf } from '../../domain/backup/backup';
import type { FileFolder } from '../../domain/backup/file-folder';
import type { ChatId } from '../../domain/ids';
import {
  encodeBackup,
  isWholeBackup,
  readBackup,
  readBackupHeader,
  SIGN_LENGTH,
  type BackupHeader,
} from './backup-file';

/** The writings of one chat, the last first; two at most. */
type Writings = readonly Writing[];

interface Writing {
  readonly name: string;
  readonly generation: number;
  readonly header: BackupHeader;
  readonly bytes: number;
}

/** A file's name: which chat, and the how manieth writing of it. */
const NAME = /^([0-9a-f]{16})\.(\d+)$/;

/**
 * Makes the shelf of a backup: each chat is a file of its own in the folder, so that an answer costs the writing of its
 * chat alone. A new writing is a new file; it is read again before an older one goes.
 */
export function createBackupShelf(folder: FileFolder, now: () => number = Date.now): BackupShelf {
  let loading: Promise<Map<ChatId, Writings>> | undefined;
  const known = () => (loading ??= load(folder));

  async function write(
    chat: ArchivedChat & { readonly chat: NonNullable<ArchivedChat['chat']> },
    stamp: string,
    former: Writings,
  ): Promise<Writing> {
    const generation = (former[0]?.generation ?? 0) + 1;
    const name = `${stableId(chat.chat.id)}.${generation}`;
    const bytes = await encodeSmaller(chat, { stamp, writtenAt: now() });
    await folder.write(name, bytes);
    const file = await folder.read(name);
    const header = await readBackupHeader(file);
    if (header === null || !(await isWholeBackup(file))) {
      await folder.remove(name);
      throw new Error('A file of the backup did not come out as it was written.');
    }
    return { name, generation, header, bytes: bytes.length };
  }

  return {
    async entries() {
      return [...(await known()).values()].flatMap(([last]) => (last === undefined ? [] : [entryOf(last)]));
    },
    async put(archived, stamp) {
      const { chat } = archived;
      if (chat === null) throw new TypeError('A chat without its row has no place in the backup.');
      const chats = await known();
      const former = chats.get(chat.id) ?? [];
      const last = await write({ ...archived, chat }, stamp, former);
      const [before] = former;
      const kept = before !== undefined && goesOn(before.header, last.header) ? [before] : [];
      chats.set(chat.id, [last, ...kept]);
      for (const { name } of former) if (!kept.some((writing) => writing.name === name)) await folder.remove(name);
      return entryOf(last);
    },
    async read(chatId) {
      for (const { name } of (await known()).get(chatId) ?? []) {
        try {
          return await readBackup(await folder.read(name));
        } catch (reason) {
          console.warn('Aside: a file of the backup could not be read.', reason);
        }
      }
      return null;
    },
    async drop(chatIds) {
      if (chatIds.length === 0) return;
      const chats = await known();
      // Also what is damaged so that it does not say whose it is.
      const names = await folder.names();
      for (const chatId of chatIds) {
        const start = `${stableId(chatId)}.`;
        for (const name of names) if (name.startsWith(start)) await folder.remove(name);
        chats.delete(chatId);
      }
    },
    async clear() {
      loading = Promise.resolve(new Map());
      await folder.clear();
    },
  };
}

async function load(folder: FileFolder): Promise<Map<ChatId, Writings>> {
  const found: Writing[] = [];
  for (const name of await folder.names()) {
    const [, , generation] = NAME.exec(name) ?? [];
    if (generation === undefined) continue;
    const file = await folder.read(name);
    const header = await readBackupHeader(file);
    if (header !== null) found.push({ name, generation: Number(generation), header, bytes: file.size });
  }
  found.sort((a, b) => b.generation - a.generation);
  return Map.groupBy(found, ({ header }) => header.chatId as ChatId);
}

function entryOf({ header, bytes }: Writing): BackupEntry {
  const { chatId, stamp, updatedAt, writtenAt, messages } = header;
  return { chatId: chatId as ChatId, stamp, updatedAt, writtenAt, messages, bytes };
}

/** Whether all messages of one writing are in the next: what was deleted must not stay in the former. */
function goesOn(before: BackupHeader, after: BackupHeader): boolean {
  const signs = new Set(signsOf(after));
  return signsOf(before).every((sign) => signs.has(sign));
}

function signsOf({ signs }: BackupHeader): readonly string[] {
  return Array.from({ length: signs.length / SIGN_LENGTH }, (_, at) =>
    signs.slice(at * SIGN_LENGTH, (at + 1) * SIGN_LENGTH),
  );
}

/** Writes a chat whole or, where that is too much, without its pictures, or its pages as well. */
async function encodeSmaller(
  chat: ArchivedChat & { readonly chat: NonNullable<ArchivedChat['chat']> },
  about: Pick<BackupHeader, 'stamp' | 'writtenAt'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const whole = await encodeBackup(chat, about);
  if (whole.length <= BACKUP_LIMITS.chatBytes) return whole;
  const withoutPictures = await encodeBackup({ ...chat, pictures: [] }, about);
  if (withoutPictures.length <= BACKUP_LIMITS.chatBytes) return withoutPictures;
  return encodeBackup({ ...chat, pictures: [], pages: [] }, about);
}
