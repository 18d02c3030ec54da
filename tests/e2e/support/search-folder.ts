import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The files below a folder that hold a text, in UTF-8 or in UTF-16, with how often. Compressed files are not opened. */
export async function searchFolder(
  folder: string,
  text: string,
): Promise<readonly { readonly path: string; readonly count: number }[]> {
  const needles = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: { path: string; count: number }[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readIfThere(path);
    const count = needles.reduce((sum, needle) => sum + occurrences(bytes, needle), 0);
    if (count > 0) found.push({ path: path.slice(folder.length + 1), count });
  }
  return found;
}

/** A running browser takes files away between the listing and the reading. */
async function readIfThere(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (reason) {
    if (reason instanceof Error && 'code' in reason && reason.code === 'ENOENT') return Buffer.alloc(0);
    throw reason;
  }
}

function occurrences(bytes: Buffer, needle: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) count += 1;
  return count;
}
