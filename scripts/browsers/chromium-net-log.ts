import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a Chromium on this profile writes what it asks of the network, if told to (`--log-net-log`). */
export function netLogOf(profile: string): string {
  return join(profile, 'aside-net-log.json');
}

/** Where an event of the log says what is asked for; hosts stand alone, in resolving, too. */
const ADDRESS_KEYS = ['url', 'original_url', 'host'] as const;

interface NetLogEvent {
  readonly params?: Readonly<Record<string, unknown>>;
}

/** Every address and host in a log, each once: requests of pages and of the browser itself, prefetching, connecting early. */
export async function readNetLog(path: string): Promise<readonly string[]> {
  const found = new Set<string>();
  // One event a line; the last may be half written.
  for (const line of (await readFile(path, 'utf8')).split('\n')) {
    const params = parseEvent(line)?.params ?? {};
    for (const key of ADDRESS_KEYS) if (typeof params[key] === 'string') found.add(params[key]);
  }
  return [...found];
}

function parseEvent(line: string): NetLogEvent | null {
  try {
    return JSON.parse(line.replace(/,\s*$/, '')) as NetLogEvent;
  } catch {
    return null;
  }
}
