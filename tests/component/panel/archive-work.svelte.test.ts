import { expect, test, vi } from 'vitest';
import type { ArchiveReply } from '../../../lib/domain/archive/archive-job';
import { ArchiveWork, type ArchiveWorker } from '../../../lib/panel/archive-work.svelte';

function workWith() {
  const workers: (ArchiveWorker & { readonly asked: unknown[]; ended: boolean })[] = [];
  const save = vi.fn();
  const onImported = vi.fn();
  const start = () => {
    const worker = {
      asked: [] as unknown[],
      ended: false,
      onmessage: null,
      onerror: null,
      postMessage: (request: unknown) => void worker.asked.push(request),
      terminate: () => void (worker.ended = true),
    };
    workers.push(worker);
    return worker as unknown as Worker;
  };
  const work = new ArchiveWork({ start, save, onImported, now: () => new Date(0) });
  const answer = (data: ArchiveReply) => workers.at(-1)?.onmessage?.({ data } as MessageEvent<ArchiveReply>);
  return { work, workers, save, onImported, answer };
}

const counts = { chats: 1, messages: 2, pictures: 0, unreadPictures: 0, missingPictures: 0 };
const preview = {
  source: 'Aside',
  chats: 1,
  messages: 2,
  pictures: 0,
  copies: 0,
  duplicates: 0,
  unreadable: 0,
  titles: ['A'],
};

test('saves an export under its day, after telling how far it is', () => {
  const { work, save, answer } = workWith();
  work.export();
  answer({ type: 'progress', done: 1, of: 3 });
  expect(work.state).toEqual({ kind: 'exporting', done: 1, of: 3 });
  const file = new Blob(['zip']);
  answer({ type: 'exported', file, counts });
  expect(save).toHaveBeenCalledWith('aside-archive-1970-01-01.zip', file);
  expect(work.state).toEqual({ kind: 'exported', counts, size: 3 });
});

test('imports what was seen in a preview, and nothing without one', () => {
  const { work, workers, onImported, answer } = workWith();
  work.import();
  expect(workers).toHaveLength(0);
  work.read(new Blob(['x']));
  answer({ type: 'read', preview });
  expect(work.state).toEqual({ kind: 'preview', preview });
  work.import();
  expect(workers[0]?.asked.at(-1)).toEqual({ type: 'import' });
  answer({ type: 'imported', chats: 1 });
  expect(onImported).toHaveBeenCalledOnce();
  expect(work.state).toEqual({ kind: 'imported', chats: 1 });
});

test('stops reading by ending the worker, and an import by asking for it, since that takes back what it stored', () => {
  const { work, workers, answer } = workWith();
  work.read(new Blob(['x']));
  work.stop();
  expect(workers[0]?.ended).toBe(true);
  expect(work.state).toEqual({ kind: 'stopped', what: 'reading' });
  work.read(new Blob(['x']));
  answer({ type: 'read', preview });
  work.import();
  work.stop();
  expect(workers[1]?.ended).toBe(false);
  expect(work.busy).toBe(true);
  answer({ type: 'stopped' });
  expect(work.state).toEqual({ kind: 'stopped', what: 'import' });
});

test('a worker that dies is told of, and another one starts', () => {
  const { work, workers } = workWith();
  work.export();
  workers[0]?.onerror?.(new ErrorEvent('error'));
  expect(work.state).toMatchObject({ kind: 'failed', what: 'export' });
  work.export();
  expect(workers).toHaveLength(2);
});
