import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Claims a profile folder for this process, so that chats and settings are there the next time. Returns false where
 * another living process has it: two browsers can't share one.
 */
export async function claimProfile(folder: string): Promise<boolean> {
  const claim = join(folder, 'claimed-by');
  await mkdir(folder, { recursive: true });
  const owner = Number(await readFile(claim, 'utf8').catch(() => '0'));
  if (owner !== process.pid && isAlive(owner)) return false;
  await writeFile(claim, String(process.pid));
  return true;
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
