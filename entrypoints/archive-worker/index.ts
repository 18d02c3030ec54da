import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ImportFailure } from '../../lib/archive/import-failure';
import { LIMITS } from '../../lib/archive/limits';
import { readFile } from '../../lib/archive/read-file';
import { writeArchive } from '../../lib/archive/write-archive';
import type { ArchiveReply, ArchiveRequest } from '../../lib/domain/archive/archive-job';
import { previewPlan, type ImportPlan } from '../../lib/domain/archive/import-plan';
import type { PictureId } from '../../lib/domain/ids';
import type { Picture } from '../../lib/domain/pictures/picture';
import { IMPORT_LOCK, importChats } from '../../lib/storage/import-chats';
import { planImport } from '../../lib/storage/plan-import';
import { createQueries } from '../../lib/storage/queries';
import { readArchivedChats } from '../../lib/storage/read-archived-chats';
import { AsideDatabase } from '../../lib/storage/schema';
import { createBlobSink } from './blob-sink';

/** The worker of the workbench: files are read and written here, so that no page waits for them. */
export default defineUnlistedScript(() => {
  const database: Omit<AsideDatabase, 'keys' | 'locks'> = new AsideDatabase();
  const unreadable = new Set<string>();
  const queries = createQueries(database, (table, key) => unreadable.add(`${table} ${key}`));
  let plan: ImportPlan = { chats: [], copies: 0, duplicates: 0 };
  let work = new AbortController();

  const post = (reply: ArchiveReply) => postMessage(reply);

  async function exportAll(): Promise<void> {
    const chatIds = (await queries.chats()).map(({ id }) => id);
    const sink = createBlobSink('application/zip');
    const counts = await writeArchive({
      source: {
        chats: readArchivedChats(queries, chatIds),
        picture: readPicture,
      },
      to: sink.writable,
      now: new Date(),
      aside: navigatorVersion(),
      onChat: (done) => post({ type: 'progress', done, of: chatIds.length }),
      signal: work.signal,
    });
    post({ type: 'exported', file: sink.blob(), counts });
  }

  async function readPicture(id: PictureId): Promise<Picture | 'unreadable' | 'missing'> {
    try {
      const [picture] = await queries.pictures([id]);
      return picture ?? (unreadable.has(`attachments ${id}`) ? 'unreadable' : 'missing');
    } catch (reason) {
      console.warn('Aside: a picture could not be read for an archive.', reason);
      return 'unreadable';
    }
  }

  async function read(file: Blob): Promise<void> {
    const onMessages = everySome((done) => post({ type: 'progress', done, of: null }));
    const found = await readFile(file, { limits: LIMITS, onMessages, signal: work.signal });
    plan = await planImport(database, found.chats);
    post({ type: 'read', preview: previewPlan(plan, found.source, found.unreadable) });
  }

  async function importPlanned(): Promise<void> {
    const { chats } = plan;
    const of = chats.reduce((sum, { messages }) => sum + messages.length, 0);
    await navigator.locks.request(IMPORT_LOCK, async () => {
      // Another import may have brought the same meanwhile.
      plan = await planImport(database, chats);
      await importChats(database, plan.chats, work.signal, (done) => post({ type: 'progress', done, of }));
    });
    post({ type: 'imported', chats: plan.chats.length });
    plan = { chats: [], copies: 0, duplicates: 0 };
  }

  async function run(job: () => Promise<void>): Promise<void> {
    work = new AbortController();
    try {
      await job();
    } catch (reason) {
      if (work.signal.aborted) post({ type: 'stopped' });
      else post({ type: 'failed', words: wordsOf(reason) });
    }
  }

  addEventListener('message', ({ data }: MessageEvent<ArchiveRequest>) => {
    switch (data.type) {
      case 'export':
        return void run(exportAll);
      case 'read':
        return void run(() => read(data.file));
      case 'import':
        return void run(importPlanned);
      case 'stop':
        return work.abort();
    }
  });
});

/** Calls back at most every 500 messages. */
function everySome(call: (messages: number) => void): (messages: number) => void {
  let last = 0;
  return (messages) => {
    if (messages - last < 500) return;
    last = messages;
    call(messages);
  };
}

function wordsOf(reason: unknown): string {
  if (reason instanceof ImportFailure) return reason.message;
  console.warn('Aside: work on files failed.', reason);
  const name = String((reason as { readonly name?: unknown }).name);
  if (/Quota/.test(name)) return 'There is no room left on the disk.';
  const words = String((reason as { readonly message?: unknown }).message).slice(0, 200);
  return `Something went wrong: ${words}`;
}

/** Aside's version stands in the page's address of this worker. */
function navigatorVersion(): string {
  return new URLSearchParams(location.search).get('version') ?? '';
}
