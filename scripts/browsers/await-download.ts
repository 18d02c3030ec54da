import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { poll } from './poll.ts';

/** Where a browser of ours saves files: a folder in its profile. */
export function downloadsOf(profile: string): string {
  return join(profile, 'downloads');
}

/** Waits for a whole file whose name fits and resolves to its path. Rejects after 15 s without one. */
export function awaitDownload(profile: string, name: RegExp): Promise<string> {
  const folder = downloadsOf(profile);
  return poll(`a saved file named ${name.source}`, async () => {
    const files = await readdir(folder);
    // Firefox keeps the name by an empty file while it writes beside it.
    const found = files.find((file) => name.test(file) && !/\.(part|crdownload)$/.test(file));
    if (found === undefined || files.includes(`${found}.part`)) return undefined;
    const path = join(folder, found);
    return (await stat(path)).size > 0 ? path : undefined;
  });
}
