import type { FileFolder } from '../../../lib/domain/backup/file-folder';

/** A folder in memory, whose files a test may look at and damage. */
export interface MemoryFolder extends FileFolder {
  readonly files: Map<string, Uint8Array<ArrayBuffer>>;
}

/** Makes it, empty. */
export function createMemoryFolder(): MemoryFolder {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    files,
    names: () => Promise.resolve([...files.keys()]),
    async read(name) {
      const bytes = files.get(name);
      if (bytes === undefined) throw Object.assign(new Error('No such file.'), { name: 'NotFoundError' });
      return new Blob([bytes]);
    },
    async write(name, bytes) {
      files.set(name, bytes.slice());
    },
    async remove(name) {
      files.delete(name);
    },
    async clear() {
      files.clear();
    },
  };
}
