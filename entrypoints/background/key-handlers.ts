import type { PanelRequest } from '../../lib/messaging/protocol';
import type { RequestHandlers } from '../../lib/messaging/panel-host';
import type { KeyStore } from '../../lib/storage/key-store';

type KeyRequest =
  | Extract<PanelRequest['type'], `${string}key` | `${string}keys` | `${string}passphrase`>
  | 'key-status'
  | 'key-lock'
  | 'set-auto-lock';

/** Wires the requests that concern keys and their passphrase. None of them gives a key. */
export function createKeyHandlers(keys: KeyStore): Pick<RequestHandlers, KeyRequest> {
  const { lock } = keys;
  const done = async (work: Promise<void>): Promise<null> => {
    await work;
    return null;
  };
  return {
    'save-key': ({ providerId, host, value: key, ...beside }) =>
      done(keys.save(providerId, host, { key, ...beside })),
    'key-status': ({ providerId, host }) => keys.status(providerId, host),
    'delete-key': ({ providerId }) => done(keys.remove(providerId)),
    'key-lock': () => lock.view(),
    'unlock-keys': ({ passphrase }) => lock.unlock(passphrase),
    'lock-keys': () => done(lock.lock()),
    'set-passphrase': ({ passphrase, current }) => lock.set(passphrase, current),
    'remove-passphrase': ({ current }) => lock.remove(current),
    'forget-passphrase': () => done(lock.forget()),
    'set-auto-lock': ({ minutes }) => done(lock.setAutoLock(minutes)),
  };
}
