import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The files below a folder that hold a text, in UTF-8 or in UTF-16, with how often. Compressed files are not opened. */
export async function searchFolder(
  folder: string,
  text: string,
): Promise<readonly { readonly path: string; readonly count: number }[]> {
  const needles = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  const found: { path: string; count: number }[] = [];
  for await (const path of filesBelow(folder)) {
    const bytes = await ifThere(readFile(path), Buffer.alloc(0));
    const count = needles.reduce((sum, needle) => sum + occurrences(bytes, needle), 0);
    if (count > 0) found.push({ path: path.slice(folder.length + 1), count });
  }
  return found;
}

async function* filesBelow(folder: string): AsyncGenerator<string> {
  for (const entry of await ifThere(readdir(folder, { withFileTypes: true }), [])) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}

/** A running browser takes files and folders away between the listing and the reading. */
async function ifThere<Value>(reading: Promise<Value>, otherwise: Value): Promise<Value> {
  try {
    return await reading;
  } catch (reason) {
    if (reason instanceof Error && 'code' in reason && reason.code === 'ENOENT') return otherwise;
    throw reason;
  }
}

function occurrences(bytes: Buffer, needle: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) count += 1;
  return count;
}
