import type { KeyLockView } from '../../../lib/domain/key-lock';
import { createKeyStore, type KeyStore, type SessionKeyRow } from '../../../lib/storage/key-store';
import { createKeyLock, type OpenLock } from '../../../lib/storage/keys/key-lock';
import { createSessionKey } from '../../../lib/storage/keys/session-key';
import type { AsideDatabase } from '../../../lib/storage/schema';
import { memoryItem } from '../../support/memory-item';

/** What the browser remembers until it closes, beside the database. */
export interface BrowserMemory {
  readonly keys: ReturnType<typeof memoryItem<readonly SessionKeyRow[]>>;
  readonly open: ReturnType<typeof memoryItem<OpenLock | null>>;
}

/** What a browser that was just started remembers. */
export function freshMemory(): BrowserMemory {
  return { keys: memoryItem<readonly SessionKeyRow[]>([]), open: memoryItem<OpenLock | null>(null) };
}

/** The keys as one background has them. Another rig over the same memory and database is the next background. */
export function keyRig(
  database: AsideDatabase,
  memory = freshMemory(),
  now: () => number = Date.now,
): { readonly keys: KeyStore; readonly memory: BrowserMemory; readonly views: readonly KeyLockView[] } {
  const views: KeyLockView[] = [];
  const open = () => Promise.resolve(database);
  const sessionKey = createSessionKey(open);
  const lock = createKeyLock({
    database: open,
    session: memory.open,
    sessionKey,
    onChange: (view) => views.push(view),
    now,
  });
  return { keys: createKeyStore({ database: open, session: memory.keys, sessionKey, lock }), memory, views };
}
