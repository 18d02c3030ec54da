import type { FileFolder } from '../domain/backup/file-folder';

/**
 * A folder in the browser's private file system (OPFS) of this extension. A file is written aside and put in place when
 * it is whole, by the browser itself (`createWritable`). Rejects where there is none, as in Firefox's private windows.
 */
export function createBackupFolder(
  name: string,
  root: () => Promise<FileSystemDirectoryHandle> = () => navigator.storage.getDirectory(),
): FileFolder {
  const folder = async () => (await root()).getDirectoryHandle(name, { create: true });
  const unlessGone = (reason: unknown) => {
    if ((reason as { readonly name?: string }).name !== 'NotFoundError') throw reason;
  };
  return {
    async names() {
      const names: string[] = [];
      for await (const key of (await folder()).keys()) names.push(key);
      return names;
    },
    async read(file) {
      return (await (await folder()).getFileHandle(file)).getFile();
    },
    async write(file, bytes) {
      const handle = await (await folder()).getFileHandle(file, { create: true });
      const writable = await handle.createWritable();
      try {
        await writable.write(bytes);
      } catch (reason) {
        await writable.abort().catch(() => undefined);
        throw reason;
      }
      await writable.close();
    },
    async remove(file) {
      await (await folder()).removeEntry(file).catch(unlessGone);
    },
    async clear() {
      await (await root()).removeEntry(name, { recursive: true }).catch(unlessGone);
    },
  };
}
